import { Client, InMemoryTransport } from '@modelcontextprotocol/client'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Action } from '../action.ts'
import { capabilities } from '../capabilities.ts'
import { call, type Input, type Name, ProblemError } from '../web/client.ts'
import { ask } from './ask.ts'
import { allCommands, runCli } from './cli/run.ts'
import { SHORT_FORMS } from './cli/short-forms.ts'
import { methodOf, routeOf } from './http/routes.ts'
import { mcpServer } from './mcp/server.ts'
import { toolName } from './mcp/tools.ts'
import { type Described, postOf, type TestServer, testServer } from './testing.ts'
import { findWay, type Way } from './way.ts'

// Each capability, through each door. That the gate was reached shows in its answer to a field that nobody has.

const all: readonly Action[] = capabilities
const except = (door: 'http' | 'cli' | 'mcp') => (one: Action) => one.except?.[door] !== undefined
const offeredAt = (door: 'http' | 'cli' | 'mcp') => all.filter((one) => !except(door)(one))
const NOBODYS = 'nobodysField'
const named = (list: readonly Action[]) => list.map((one) => [one.name, one] as const)

let server: TestServer
let cookie: string
let way: Way
beforeAll(async () => {
  server = await testServer()
  cookie = await server.signIn()
  way = await findWay(server.data)
})
afterAll(() => server.close())

it('has capabilities, each named once as noun.verb', () => {
  expect(all.length).toBeGreaterThan(0)
  expect(new Set(all.map((one) => one.name)).size).toBe(all.length)
  for (const { name } of all) expect(name).toMatch(/^[a-z][a-z-]*\.[a-z][a-z-]*$/)
})

describe('HTTP', () => {
  it.each(named(offeredAt('http')))('%s reaches the gate', async (_, one) => {
    const [path, init] =
      one.kind === 'read'
        ? [`${routeOf(one.name)}?${NOBODYS}=1`, { headers: { cookie } }]
        : [routeOf(one.name), postOf({ [NOBODYS]: 1 }, { cookie })]
    const response = await server.fetch(path, init)
    expect([response.status, await response.json()]).toMatchObject([400, { title: 'invalid input' }])
  })

  it('has no route for what is not offered there', async () => {
    for (const one of all.filter(except('http'))) {
      const response = await server.fetch(routeOf(one.name), { method: methodOf(one), headers: { cookie } })
      expect([one.name, response.status]).toEqual([one.name, 404])
    }
  })
})

it('OpenAPI describes exactly what HTTP offers', async () => {
  const { paths } = (await (await server.fetch('/openapi.json', { headers: { cookie } })).json()) as Described
  expect(Object.keys(paths).sort()).toEqual(
    offeredAt('http')
      .map((one) => routeOf(one.name))
      .sort(),
  )
})

describe('the typed client', () => {
  beforeAll(() => {
    const withCookie = (path: string, init: RequestInit = {}) =>
      server.fetch(path, {
        ...init,
        headers: { ...(init.headers as Record<string, string>), cookie },
      })
    vi.stubGlobal('fetch', withCookie)
    return () => vi.unstubAllGlobals()
  })

  it.each(named(offeredAt('http')))('%s reaches the gate', async (name) => {
    const asked = call(name as Name, { [NOBODYS]: 1 } as unknown as Input<Name>)
    await expect(asked).rejects.toBeInstanceOf(ProblemError)
    await expect(asked).rejects.toMatchObject({ problem: { status: 400, title: 'invalid input' } })
  })

  it('answers the same object as HTTP, with progress asked for or not', async () => {
    const told = await (await server.fetch('/api/workspace/show', { headers: { cookie } })).json()
    expect(await call('workspace.show' as Name, {} as Input<Name>)).toEqual(told)
    expect(await call('workspace.show' as Name, {} as Input<Name>, { onProgress: () => {} })).toEqual(told)
  })
})

async function printed(args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  try {
    const code = await runCli([...args, '--data', server.data])
    return { code, out: out.mock.calls.join(''), err: err.mock.calls.join('') }
  } finally {
    out.mockRestore()
    err.mockRestore()
  }
}

describe('the command line', () => {
  it.each(named(offeredAt('cli')))('%s has its help, and reaches the gate', async (name, one) => {
    const { code, out } = await printed(['help', name])
    expect([code, out]).toEqual([0, expect.stringContaining(one.says)])
    await expect(ask(way, one, { [NOBODYS]: 1 }, { door: 'cli' })).rejects.toMatchObject({
      problem: { status: 400 },
    })
  })

  it('has no command for what is not offered there', async () => {
    for (const one of all.filter(except('cli'))) expect((await printed(['help', one.name])).code).toBe(2)
  })

  it('has every short form whose capability exists, each once', () => {
    const commands = allCommands().map((one) => one.name)
    expect(new Set(commands).size).toBe(commands.length)
    const known = new Set<string>(offeredAt('cli').map((one) => one.name))
    const possible = SHORT_FORMS.filter((form) => form.capabilities.every((name) => known.has(name)))
    expect(commands).toEqual(expect.arrayContaining(possible.map((form) => form.name)))
  })
})

async function assistant(write: boolean): Promise<Client> {
  const [ours, theirs] = InMemoryTransport.createLinkedPair()
  const client = new Client({ name: 'test', version: '1' })
  await mcpServer(way, { workspace: undefined, write }).connect(theirs)
  await client.connect(ours)
  return client
}

describe('the assistant', () => {
  it('is offered everything when it may write, but what is excepted', async () => {
    const { tools } = await (await assistant(true)).listTools()
    expect(tools.map((tool) => tool.name).sort()).toEqual(
      offeredAt('mcp')
        .map((one) => toolName(one.name))
        .sort(),
    )
  })

  it('is offered reads only when it may not, and a write says how to allow it', async () => {
    const client = await assistant(false)
    const { tools } = await client.listTools()
    expect(tools.every((tool) => tool.annotations?.readOnlyHint)).toBe(true)
    expect(tools.length).toBe(offeredAt('mcp').filter((one) => one.kind === 'read').length)
    const refused = await client.callTool({ name: 'person_add', arguments: { name: 'Nobody' } })
    expect(refused).toMatchObject({
      isError: true,
      content: [{ text: expect.stringContaining('acquaint mcp --write') }],
    })
  })

  it.each(named(offeredAt('mcp')))('%s reaches the gate', async (name, one) => {
    const client = await assistant(true)
    const files = one.files ? { files: [{ name: 'a.txt', text: '' }] } : {}
    const told = await client.callTool({ name: toolName(name), arguments: { ...files, [NOBODYS]: 1 } })
    const sentence = await ask(way, one, { [NOBODYS]: 1 }, { door: 'mcp' }).catch(
      (error: Error) => error.message,
    )
    expect(told).toMatchObject({ isError: true, content: [{ text: sentence }] })
  })

  it('gets the same object as the other doors', async () => {
    const told = await (await assistant(false)).callTool({ name: 'workspace_show', arguments: {} })
    expect(told.structuredContent).toEqual(
      await ask(way, { name: 'workspace.show', kind: 'read' }, {}, { door: 'cli' }),
    )
  })
})
