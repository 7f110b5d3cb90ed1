import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Ajv } from 'ajv'
import { migrate } from '../store/migrate.ts'
import { testDatabase } from '../store/testing.ts'
import { type Served, serveHouse } from './cli/serve.ts'
import { type OpenHouse, openHouse } from './house.ts'

/** The whole product, served on a port of its own from a fresh database and an empty data folder. */
export type TestServer = Served & {
  house: OpenHouse
  data: string
  database: string
  /** `fetch` with a path instead of a URL. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** The cookie header of a new session. */
  signIn(): Promise<string>
}

// Tests of the typed client put one with a cookie in its place.
const realFetch = globalThis.fetch

export async function testServer(): Promise<TestServer> {
  const database = await testDatabase((url) => migrate({ connectionString: url }))
  const data = await mkdtemp(join(tmpdir(), 'acquaint-serve-'))
  const house = await openHouse({ data, external: database.url })
  const served = await serveHouse(house, 0)
  const ask = (path: string, init?: RequestInit) => realFetch(served.address + path, init)
  return {
    ...{ ...served, house, data, fetch: ask, database: database.url },
    signIn: async () => cookieOf(await exchange(ask, tokenOf(await served.link()))),
    close: async () => {
      await served.close()
      await database.drop()
      await rm(data, { recursive: true, force: true })
    },
  }
}

export const tokenOf = (link: string): string => new URL(link).hash.replace('#start=', '')

export const exchange = (ask: TestServer['fetch'], token: string): Promise<Response> =>
  ask('/api/session', postOf({ token }))

export const postOf = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
})

export const cookieOf = (response: Response): string => response.headers.getSetCookie()[0]!.split(';')[0]!

type Operation = { responses: Record<string, { content: Record<string, { schema: object }> }> }
/** What of an OpenAPI document is needed to check an answer. */
export type Described = { paths: Record<string, Record<string, Operation>>; components: object }

/**
 * Checks a real answer against the document that describes it.
 * @returns what is wrong with it, or an empty list.
 */
export function validateAgainstOpenApi(
  ajv: Ajv,
  { paths, components }: Described,
  {
    method,
    path,
    status,
    type,
    body,
  }: { method: string; path: string; status: number; type: string; body: unknown },
): string[] {
  const responses = paths[path]?.[method.toLowerCase()]?.responses ?? {}
  const schema = (responses[status] ?? responses.default)?.content[type.split(';')[0]!]?.schema
  if (schema === undefined) return [`${method} ${path} ${status} ${type} is not described`]
  const check = ajv.compile({ ...schema, components })
  return check(body) ? [] : (check.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
}
