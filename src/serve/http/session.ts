import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { isAnswerToken, linkHolder } from '../../access/answer-link.ts'
import { beginSession, endSession, SESSION_LASTS, sessionHolder } from '../../access/sessions.ts'
import { makeStartToken, redeemStartToken } from '../../access/start-link.ts'
import { tokenHolder } from '../../access/tokens.ts'
import { firstOwner, type MemberId, theOwner, type Who, whoHas } from '../../access/who.ts'
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

/** Says who calls: whose session or token it is, or at the local door the owner in the workspace that was named. */
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

const NOBODY = {
  en: 'Nobody in this workspace has that e-mail address.',
  de: 'Niemand in diesem Arbeitsbereich hat diese E-Mail-Adresse.',
}
const NEEDS_A_TOKEN = {
  en: 'Several people share this workspace: an assistant needs a token of one of them (ACQUAINT_TOKEN).',
  de: 'Diesen Arbeitsbereich teilen sich mehrere: Ein Assistent braucht einen Schlüssel von einem von ihnen (ACQUAINT_TOKEN).',
}

type AtDoor = AppEnv['Variables']['caller']

async function tokenCaller(token: string, house: OpenHouse, door: AtDoor['door']): Promise<AtDoor> {
  const { store } = house
  const holder = isAnswerToken(token) ? await linkHolder(store, token) : await tokenHolder(store.owner, token)
  if (holder === null) throw new Refusal('not-signed-in', said(BAD_TOKEN))
  return { ...holder, door }
}

const bearerOf = (c: Context<AppEnv>): string | undefined =>
  /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]

async function sessionCaller(c: Context<AppEnv>, house: OpenHouse): Promise<AtDoor> {
  const bearer = bearerOf(c)
  if (bearer !== undefined) return tokenCaller(bearer, house, 'http')
  const token = getCookie(c, cookieName(c))
  const who = token ? await sessionHolder(house.store.owner, token) : null
  if (who === null) throw new Refusal('not-signed-in', said(SIGNED_OUT))
  return { ...who, door: 'http' }
}

/** The owner of the machine, or the member as whom they act; an assistant in a shared workspace only by a token. */
async function localCaller(c: Context<AppEnv>, house: OpenHouse): Promise<AtDoor> {
  const door = c.req.header('x-acquaint-door') === 'mcp' ? 'mcp' : 'cli'
  const bearer = bearerOf(c)
  if (bearer !== undefined) return tokenCaller(bearer, house, door)
  const named = c.req.header('x-acquaint-workspace')
  const workspace = named ? await workspaceNamed(house, decodeURIComponent(named)) : house.workspace
  const email = c.req.header('x-acquaint-as')
  if (email !== undefined)
    return { ...(await memberNamed(house, workspace, decodeURIComponent(email))), door }
  if (door === 'mcp' && (await kindOf(house, workspace)) !== 'personal') {
    throw new Refusal('not-signed-in', said(NEEDS_A_TOKEN))
  }
  return { ...theOwner(workspace), door }
}

async function memberNamed({ store }: OpenHouse, workspace: Id<'workspace'>, email: string): Promise<Who> {
  const who = await whoHas(store.owner, workspace, email)
  if (who === null) throw new Refusal('not-found', said(NOBODY), 'as')
  return who
}

async function kindOf({ store }: OpenHouse, workspace: Id<'workspace'>): Promise<string | undefined> {
  const { owner } = store
  return (await owner.selectFrom('workspace').select('kind').where('id', '=', workspace).executeTakeFirst())
    ?.kind
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
  const who = given.success ? await redeemStartToken(house.store.owner, given.data.token) : null
  if (who === null) {
    throw new Refusal(
      'not-signed-in',
      said({
        en: 'This link was used already or is too old: `acquaint open` prints another, and so does whoever invited you.',
        de: 'Dieser Link wurde schon benutzt oder ist zu alt: `acquaint open` gibt einen neuen aus, und wer Sie eingeladen hat, ebenso.',
      }),
    )
  }
  setCookie(c, cookieName(c), await beginSession(house.store.owner, who), {
    httpOnly: true,
    sameSite: 'Strict',
    secure: publicUrl?.protocol === 'https:',
    path: '/',
    maxAge: SESSION_LASTS / 1000,
  })
  return c.json({ workspace: who.workspace })
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
  member?: MemberId | null,
): Promise<string> {
  const base = publicUrl ?? address()
  if (!base) throw new Refusal('conflict', 'No browser can reach this server.')
  // A shared workspace is entered as somebody: as the first owner, unless another is named.
  const whose = member ?? (await firstOwner(house.store.owner, workspace))?.member ?? null
  const token = await makeStartToken(house.store.owner, workspace, { member: whose })
  return `${new URL('/', base)}#start=${token}`
}
