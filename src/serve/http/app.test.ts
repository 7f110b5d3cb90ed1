import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { beginSession, SESSION_LASTS } from '../../access/sessions.ts'
import { makeStartToken, START_LINK_LASTS } from '../../access/start-link.ts'
import { cookieOf, exchange, postOf, type TestServer, testServer, tokenOf } from '../testing.ts'
import { createApp } from './app.ts'
import { startLink } from './session.ts'

let server: TestServer
let cookie: string
beforeAll(async () => {
  server = await testServer()
  cookie = await server.signIn()
})
afterAll(() => server.close())

const ask = (path: string, init?: RequestInit) => server.fetch(path, init)
const SHOW = '/api/workspace/show'

/** node:http, because fetch does not let one choose the Host header. */
function statusWithHost(host: string): Promise<number> {
  return new Promise((done, failed) => {
    const asked = request(server.address + SHOW, { headers: { host, cookie } }, (answer) => {
      answer.resume()
      done(answer.statusCode ?? 0)
    })
    asked.on('error', failed).end()
  })
}

describe('without a session', () => {
  it.each([
    SHOW,
    '/api',
    '/api/changes',
    '/api/nothing',
    '/openapi.json',
    '/reference',
    '/reference/swagger-ui.css',
  ])('%s answers 401 as a problem', async (path) => {
    const response = await ask(path)
    expect(response.status).toBe(401)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ status: 401, title: 'not signed in' })
  })

  it('a made-up session opens nothing', async () => {
    const name = cookie.split('=')[0]
    expect((await ask(SHOW, { headers: { cookie: `${name}=made-up` } })).status).toBe(401)
  })

  it('a session that is over opens nothing', async () => {
    const long = new Date(Date.now() - SESSION_LASTS - 1000)
    const token = await beginSession(server.house.store.owner, { workspace: server.house.workspace }, long)
    expect((await ask(SHOW, { headers: { cookie: `${cookie.split('=')[0]}=${token}` } })).status).toBe(401)
  })
})

describe('the start link', () => {
  it('opens a session once, and not a second time', async () => {
    const token = tokenOf(await server.link())
    const first = await exchange(ask, token)
    expect(first.status).toBe(200)
    expect(first.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Strict/)
    expect((await ask(SHOW, { headers: { cookie: cookieOf(first) } })).status).toBe(200)
    expect((await exchange(ask, token)).status).toBe(401)
  })

  it('of two that come at once only one gets in', async () => {
    const token = tokenOf(await server.link())
    const both = await Promise.all([exchange(ask, token), exchange(ask, token)])
    expect(both.map((one) => one.status).sort()).toEqual([200, 401])
  })

  it('is refused after ten minutes', async () => {
    const { store, workspace } = server.house
    const late = await makeStartToken(store.owner, workspace, {
      now: new Date(Date.now() - START_LINK_LASTS - 1),
    })
    expect((await exchange(ask, late)).status).toBe(401)
    const inTime = await makeStartToken(store.owner, workspace, {
      now: new Date(Date.now() - START_LINK_LASTS + 60_000),
    })
    expect((await exchange(ask, inTime)).status).toBe(200)
  })

  it('is kept as a hash only, like the session', async () => {
    const token = tokenOf(await server.link())
    const session = cookie.split('=')[1]!
    const links = await server.house.store.owner.selectFrom('start_link').selectAll().execute()
    const sessions = await server.house.store.owner.selectFrom('session').selectAll().execute()
    const kept = JSON.stringify([...links, ...sessions].map((row) => row.token_hash.toString('latin1')))
    expect(links.length * sessions.length).toBeGreaterThan(0)
    expect(kept).not.toContain(token)
    expect(kept).not.toContain(session)
  })
})

it('signing out ends the session', async () => {
  const own = await server.signIn()
  expect((await ask('/api/session', { method: 'DELETE', headers: { cookie: own } })).status).toBe(204)
  expect((await ask(SHOW, { headers: { cookie: own } })).status).toBe(401)
})

describe('a bearer token', () => {
  const made = async (input: object): Promise<string> => {
    const response = await ask('/api/token/create', postOf({ name: 'a script', ...input }, { cookie }))
    return ((await response.json()) as { token: string }).token
  }
  const status = async (path: string, token: string, more: Record<string, string> = {}) =>
    (await ask(path, { headers: { authorization: `Bearer ${token}`, ...more } })).status

  it('opens what a session opens; a wrong one opens nothing, whatever cookie comes along', async () => {
    expect(await status(SHOW, await made({}))).toBe(200)
    expect(await status(SHOW, 'acq_wrong')).toBe(401)
    expect(await status(SHOW, 'acq_wrong', { cookie })).toBe(401)
  })

  it('for some capabilities is for those alone, and does not follow what others do', async () => {
    const limited = await made({ only: ['workspace.show'] })
    expect(await status(SHOW, limited)).toBe(200)
    expect(await status('/api/person/list', limited)).toBe(403)
    expect(await status('/api/changes', limited)).toBe(403)
  })
})

describe('who asks', () => {
  it('a foreign Host is refused, our own names are not', async () => {
    const port = new URL(server.address).port
    expect(await statusWithHost('rebound.example')).toBe(421)
    expect(await statusWithHost(`127.0.0.1.rebound.example:${port}`)).toBe(421)
    expect(await statusWithHost(`localhost:${port}`)).toBe(200)
    expect(await statusWithHost(`[::1]:${port}`)).toBe(200)
  })

  it('a write from another origin is refused, one from our own page is not', async () => {
    const write = (headers: Record<string, string>) =>
      ask('/api/me/set', postOf({ name: 'Ada Example', email: ['ada@example.com'] }, { cookie, ...headers }))
    expect((await write({ origin: 'http://other.example' })).status).toBe(403)
    expect((await write({ origin: 'http://127.0.0.1:1' })).status).toBe(403)
    expect((await write({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await write({ origin: server.address })).status).not.toBe(403)
  })

  it('behind a proxy the public name is ours too, and the cookie goes over HTTPS only', async () => {
    vi.stubEnv('PUBLIC_URL', 'https://acquaint.example')
    const app = createApp(server.house)
    const headers = { host: 'acquaint.example', origin: 'https://acquaint.example' }
    const token = tokenOf(await startLink(app.serving, server.house.workspace))
    const entered = await app.fetch(
      new Request('http://acquaint.example/api/session', postOf({ token }, headers)),
    )
    expect([entered.status, entered.headers.getSetCookie()[0]]).toEqual([
      200,
      expect.stringContaining('Secure'),
    ])
    const foreign = new Request('http://other.example/api/session', postOf({}, { host: 'other.example' }))
    expect((await app.fetch(foreign)).status).toBe(421)
    vi.stubEnv('PUBLIC_URL', 'acquaint')
    expect(() => createApp(server.house)).toThrow('PUBLIC_URL is not a URL: acquaint')
    vi.unstubAllEnvs()
    app.close()
  })

  it('what only the command line may ask is not there for a browser', async () => {
    expect((await ask('/api/start-link', postOf({}, { cookie }))).status).toBe(404)
    expect((await ask('/api/server', { headers: { cookie } })).status).toBe(404)
    const named = await ask(SHOW, { headers: { cookie, 'x-acquaint-workspace': 'nobody' } })
    expect(named.status).toBe(200)
  })
})

describe('what is asked wrongly', () => {
  const refused = async (path: string, init: RequestInit = {}) => {
    const response = await ask(path, {
      ...init,
      headers: { cookie, ...(init.headers as Record<string, string>) },
    })
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    return (await response.json()) as { status: number; detail: string }
  }

  it('an unknown route is a problem', async () => {
    expect(await refused('/api/nothing/here')).toMatchObject({ status: 404 })
  })

  it('a read is not written to', async () => {
    expect(await refused(SHOW, postOf({}))).toMatchObject({
      status: 405,
      detail: 'workspace.show is a read: use GET.',
    })
  })

  it('an unknown field is named', async () => {
    expect(await refused(`${SHOW}?colour=red`)).toMatchObject({
      status: 400,
      detail: expect.stringContaining('colour'),
    })
  })

  it('malformed JSON and malformed UTF-8 are told apart, and neither is half read', async () => {
    const json = { 'content-type': 'application/json' }
    const body = (bytes: BodyInit) => ({ method: 'POST', headers: json, body: bytes })
    expect((await refused('/api/me/set', body('{"name":'))).detail).toMatch(/not JSON/)
    expect((await refused('/api/me/set', body(new Uint8Array([123, 0xff, 125])))).detail).toMatch(/not UTF-8/)
    expect((await refused('/api/me/set', body('[]'))).detail).toMatch(/not an object/)
  })

  it('JSON is only taken as application/json', async () => {
    const plain = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' }
    expect((await refused('/api/me/set', plain)).detail).toMatch(/application\/json/)
  })

  it('more than 2 MB of JSON are refused', async () => {
    const long = postOf({ name: 'x'.repeat(2 * 1024 * 1024) })
    expect(await refused('/api/me/set', long)).toMatchObject({ status: 413 })
  })
})

describe('what is answered', () => {
  it('carries the walls, and no answer of the API is kept by a cache', async () => {
    const { headers } = await ask(SHOW, { headers: { cookie } })
    expect(headers.get('content-security-policy')).toContain("script-src 'self';")
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })

  it('comes as an event when events are asked for, refusals too', async () => {
    const headers = { cookie, accept: 'text/event-stream' }
    expect(await (await ask(SHOW, { headers })).text()).toMatch(/^event: answer\ndata: \{"id":/)
    expect(await (await ask(`${SHOW}?colour=red`, { headers })).text()).toMatch(
      /^event: problem\ndata: .*colour/,
    )
  })

  it('the reference page fetches nothing from elsewhere', async () => {
    const page = await (await ask('/reference', { headers: { cookie } })).text()
    const own = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]!)
    expect(own.length).toBe(3)
    for (const path of own) expect((await ask(path, { headers: { cookie } })).status).toBe(200)
    expect(page).not.toMatch(/https?:/)
  })
})

describe('the stream of changes', () => {
  it('tells the present version, then each commit with what wrote it', async () => {
    const stop = new AbortController()
    const response = await ask('/api/changes', { headers: { cookie }, signal: stop.signal })
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    const next = async () => JSON.parse(/data: (.*)/.exec((await reader.read()).value ?? '')![1]!)
    const before = await next()
    await ask('/api/person/add', postOf({ name: 'Vera Holm' }, { cookie }))
    expect(await next()).toEqual({ version: before.version + 1, capability: 'person.add' })
    stop.abort()
  })
})
