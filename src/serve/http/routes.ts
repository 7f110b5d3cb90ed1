import type { Context, Hono } from 'hono'
import { type Action, perform } from '../../action.ts'
import { capabilities } from '../../capabilities.ts'
import { Refusal } from '../../refusal.ts'
import { fieldsOf } from '../fields.ts'
import { answer } from './answer.ts'
import { readBody, readQuery } from './body.ts'
import type { AppEnv, Serving } from './env.ts'
import { answerProblem, httpProblem } from './problems.ts'

/** The capabilities that HTTP offers. */
export const offered: readonly Action[] = (capabilities as readonly Action[]).filter(
  (one) => !one.except?.http,
)

/** `invitation.worth` -> `/api/invitation/worth` */
export const routeOf = (name: string): string => `/api/${name.replace('.', '/')}`

/** What a read needs stands in its address, unless it is files: only a body carries those. */
export const methodOf = ({ kind, files }: Pick<Action, 'kind' | 'files'>): 'GET' | 'POST' =>
  kind === 'read' && files === undefined ? 'GET' : 'POST'

/** A read that takes files is answered without them too: that they are missing is for it to say. */
const methodsOf = (declared: Action): string[] =>
  declared.kind === 'read' ? [...new Set(['GET', methodOf(declared)])] : ['POST']

/** One route for each capability, and `GET /api`, which says which method each of them takes. */
export function addRoutes(app: Hono<AppEnv>, serving: Serving): void {
  app.get('/api', (c) => c.json(Object.fromEntries(offered.map((one) => [one.name, one.kind]))))
  for (const declared of offered) {
    const path = routeOf(declared.name)
    app.on(methodsOf(declared), path, handler(declared, serving))
    app.all(path, (c) => otherMethod(c, declared))
  }
}

function handler(declared: Action, { house, changes, log }: Serving) {
  const fields = fieldsOf(declared.input)
  const takesFiles = declared.files !== undefined
  return async (c: Context<AppEnv>): Promise<Response> => {
    const { input, files } =
      c.req.method === 'GET' || c.req.method === 'HEAD'
        ? { input: readQuery(new URL(c.req.url).searchParams, fields), files: [] }
        : await readBody(c.req.raw, fields, takesFiles)
    const caller = { ...c.get('caller'), files, key: keyOf(c) }
    return answer(c, log, async (progress) => {
      const told = await perform(house, declared, input, { ...caller, progress })
      if (declared.kind === 'write') changes.nudge(caller.workspace)
      return told
    })
  }
}

const LONGEST_KEY = 200

/** The Idempotency-Key header (draft-ietf-httpapi-idempotency-key-header): a write said twice is done once. */
function keyOf(c: Context<AppEnv>): string | undefined {
  const key = c.req.header('idempotency-key')?.replace(/^"|"$/g, '')
  if (key === undefined || key === '') return undefined
  if (key.length <= LONGEST_KEY) return key
  throw new Refusal(
    'invalid-input',
    `An Idempotency-Key has at most ${LONGEST_KEY} characters.`,
    'idempotency-key',
  )
}

function otherMethod(c: Context<AppEnv>, declared: Action): Response {
  c.header('Allow', methodOf(declared))
  const sentence = `${declared.name} is a ${declared.kind}: use ${methodOf(declared)}.`
  return answerProblem(c, httpProblem(405, 'method not allowed', sentence))
}
