import { Hono } from 'hono'
import { z } from 'zod'
import { makeWorkspace, newWorkspace } from '../../access/workspaces.ts'
import { speaking, wantedLanguage } from '../../language.ts'
import { Refusal } from '../../refusal.ts'
import type { OpenHouse } from '../house.ts'
import { type Log, openLog } from '../log.ts'
import { version } from '../version.ts'
import { calendarFeed } from './calendar.ts'
import { streamChanges, watchChanges } from './changes.ts'
import { leaveDemo, visitDemo } from './demo.ts'
import { type AppEnv, publicUrl, type Serving } from './env.ts'
import { addressedToUs, walls } from './guard.ts'
import { openApi } from './openapi.ts'
import { answerProblem, httpProblem, problemOf } from './problems.ts'
import { addReference } from './reference.ts'
import { addRoutes } from './routes.ts'
import { cookieName, signedIn, signIn, signOut, startLink } from './session.ts'
import { webApp } from './static.ts'

export type App = { fetch: Hono<AppEnv>['fetch']; serving: Serving; close(): void }

export type AppOptions = { address?: () => string | null; log?: Log; web?: string }

/** The whole server as one function from a request to a response; the same behind TCP, the socket and in process. */
export function createApp(house: OpenHouse, options: AppOptions = {}): App {
  const { address = () => null, log = openLog(), web } = options
  const serving: Serving = { house, changes: watchChanges(house.store), log, address, publicUrl: publicUrl() }
  const app = new Hono<AppEnv>()
  app.onError((error, c) => answerProblem(c, problemOf(error, log)))
  app.use((c, next) => speaking(wantedLanguage(c.req.header('accept-language')), next))
  app.use(walls(), addressedToUs(serving.publicUrl))
  app.post('/api/session', (c) => signIn(c, serving))
  app.delete('/api/session', (c) => signOut(c, serving))
  for (const path of ['/api', '/api/*', '/openapi.json', '/reference', '/reference/*'])
    app.use(path, signedIn(serving))
  app.use('/api/*', async (c, next) => {
    await next()
    c.header('Cache-Control', 'no-store')
  })
  addRoutes(app, serving)
  addLocal(app, serving)
  app.post('/api/demo', (c) => visitDemo(c, serving))
  app.delete('/api/demo', (c) => leaveDemo(c, serving))
  app.get('/api/changes', (c) => streamChanges(c, serving))
  app.get('/openapi.json', (c) => c.json(openApi(version, cookieName(c))))
  addReference(app)
  app.get('/calendar/:file', (c) => calendarFeed(c, serving))
  app.all('/api/*', (c) => answerProblem(c, noRoute(c.req.path)))
  app.get('*', webApp(web))
  app.notFound((c) => answerProblem(c, noRoute(c.req.path)))
  return { fetch: app.fetch, serving, close: () => serving.changes.close() }
}

const noRoute = (path: string) =>
  httpProblem(404, 'not found', `There is no ${path} here: /openapi.json lists what there is.`)

/** What only the owner's own command line may ask. */
function addLocal(app: Hono<AppEnv>, serving: Serving): void {
  app.get('/api/server', (c, next) => {
    if (!c.env?.local) return next()
    return c.json({ pid: process.pid, address: serving.address(), data: serving.house.data, version })
  })
  app.post('/api/workspace', async (c, next) => {
    if (!c.env?.local) return next()
    const given = newWorkspace.safeParse(c.req.query())
    if (!given.success) throw new Refusal('invalid-input', z.prettifyError(given.error))
    return c.json(await makeWorkspace(serving.house, given.data))
  })
  app.post('/api/start-link', async (c, next) => {
    if (!c.env?.local) return next()
    const { workspace, member } = c.get('caller')
    return c.json({ link: await startLink(serving, workspace, member) })
  })
}
