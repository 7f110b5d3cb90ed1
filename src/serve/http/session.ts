import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { beginSession, endSession, SESSION_LASTS, sessionWorkspace } from '../../access/sessions.ts'
import { makeStartToken, redeemStartToken } from '../../access/start-link.ts'
import { tokenHolder } from '../../access/tokens.ts'
import type { Caller } from '../../action.ts'
import { said } from '../../language.ts'
import { Refusal } from '../../refusal.ts'
import { type Id, isId } from '../../store/ids.ts'
import type { OpenHouse } from '../house.ts'
import { readJson } from './body.ts'
import type { AppEnv, Serving } from './env.ts'

/** Cookies know no ports: the name keeps two servers on one machine apart. */
export function cookieName(c: Context): string {
  return `acquaint-${new URL(c.req.url).port || 'session'}`
}

/** Says who calls: the session's workspace, or at the local door the owner in the workspace that was named. */
export function signedIn({ house }: Serving): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    c.set('caller', c.env?.local ? await localCaller(c, house) : await sessionCaller(c, house))
    return next()
  }
}

/** `Authorization: Bearer acq_...`: a script's token; a wrong one is refused, whatever cookie comes along. */
const BAD_TOKEN = {
  en: 'This token is unknown, revoked or expired.',
  de: 'Dieser Schlüssel ist unbekannt, widerrufen oder abgelaufen.',
}
const SIGNED_OUT = {
  en: 'You are not signed in: open the link that `acquaint open` prints.',
  de: 'Sie sind nicht angemeldet: Öffnen Sie den Link, den `acquaint open` ausgibt.',
}

async function tokenCaller(token: string, house: OpenHouse): Promise<Caller> {
  const holder = await tokenHolder(house.store.owner, token)
  if (holder === null) throw new Refusal('not-signed-in', said(BAD_TOKEN))
  return { ...holder, role: 'owner', door: 'http' }
}

async function sessionCaller(c: Context<AppEnv>, house: OpenHouse): Promise<Caller> {
  const bearer = /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (bearer !== undefined) return tokenCaller(bearer, house)
  const token = getCookie(c, cookieName(c))
  const workspace = token ? await sessionWorkspace(house.store.owner, token) : null
  if (workspace === null) {
    throw new Refusal('not-signed-in', said(SIGNED_OUT))
  }
  return { workspace, role: 'owner', name: 'owner', door: 'http' }
}

async function localCaller(c: Context<AppEnv>, house: OpenHouse): Promise<Caller> {
  const named = c.req.header('x-acquaint-workspace')
  const workspace = named ? await workspaceNamed(house, decodeURIComponent(named)) : house.workspace
  const door = c.req.header('x-acquaint-door') === 'mcp' ? 'mcp' : 'cli'
  return { workspace, role: 'owner', name: 'owner', door }
}

async function workspaceNamed({ store }: OpenHouse, named: string): Promise<Id<'workspace'>> {
  const found = await store.owner
    .selectFrom('workspace')
    .select('id')
    .where((eb) =>
      eb.or([eb('name', '=', named), ...(isId(named) ? [eb('id', '=', named as Id<'workspace'>)] : [])]),
    )
    .execute()
  if (found.length > 1)
    throw new Refusal('ambiguous', `More than one workspace is called ${named}.`, 'workspace')
  if (!found[0]) throw new Refusal('not-found', `There is no workspace called ${named}.`, 'workspace')
  return found[0].id
}

const exchange = z.object({ token: z.string().max(200) })

/** `POST /api/session`: the one-time token of a start link becomes a session cookie. */
export async function signIn(c: Context<AppEnv>, { house, publicUrl }: Serving): Promise<Response> {
  const given = exchange.safeParse(await readJson(c.req.raw))
  const workspace = given.success ? await redeemStartToken(house.store.owner, given.data.token) : null
  if (workspace === null) {
    throw new Refusal(
      'not-signed-in',
      said({
        en: 'This link was used already or is older than ten minutes: `acquaint open` prints another.',
        de: 'Dieser Link wurde schon benutzt oder ist älter als zehn Minuten: `acquaint open` gibt einen neuen aus.',
      }),
    )
  }
  setCookie(c, cookieName(c), await beginSession(house.store.owner, workspace), {
    httpOnly: true,
    sameSite: 'Strict',
    secure: publicUrl?.protocol === 'https:',
    path: '/',
    maxAge: SESSION_LASTS / 1000,
  })
  return c.json({ workspace })
}

/** `DELETE /api/session`: signs out. */
export async function signOut(c: Context<AppEnv>, { house }: Serving): Promise<Response> {
  const token = getCookie(c, cookieName(c))
  if (token) await endSession(house.store.owner, token)
  deleteCookie(c, cookieName(c), { path: '/' })
  return c.body(null, 204)
}

/** A link that opens a session when it is opened in a browser: good once, for ten minutes. */
export async function startLink(
  { house, address, publicUrl }: Serving,
  workspace: Id<'workspace'>,
): Promise<string> {
  const base = publicUrl ?? address()
  if (!base) throw new Refusal('conflict', 'No browser can reach this server.')
  const token = await makeStartToken(house.store.owner, workspace)
  return `${new URL('/', base)}#start=${token}`
}
