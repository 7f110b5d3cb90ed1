import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ask } from './ask.ts'
import { createApp } from './http/app.ts'
import { fetchThrough, liveSocket, openLocalDoor, refuseWhenServed, socketPath } from './local-door.ts'
import { type TestServer, testServer } from './testing.ts'
import { findWay, keepWay } from './way.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const show = { name: 'workspace.show', kind: 'read' } as const

describe('the local door', () => {
  it('opens for its owner alone', async () => {
    const { mode } = await stat(join(server.data, 'acquaint.sock'))
    expect(mode & 0o777).toBe(0o600)
  })

  it('answers without a session, in the first personal workspace', async () => {
    const way = await findWay(server.data)
    expect(way.how).toBe('socket')
    expect(await ask(way, show, {}, { door: 'cli' })).toMatchObject({ name: 'My network', kind: 'personal' })
  })

  it('takes a workspace by its name, and refuses one that is not there', async () => {
    const way = await findWay(server.data)
    const named = (workspace: string) => ask(way, show, {}, { door: 'cli', workspace })
    expect(await named('My network')).toMatchObject({ kind: 'personal' })
    expect(await named(server.house.workspace)).toMatchObject({ kind: 'personal' })
    await expect(named('Øther network')).rejects.toThrow('There is no workspace called Øther network.')
  })

  it('is audited as local', async () => {
    const way = await findWay(server.data)
    await ask(way, { name: 'person.add', kind: 'write' }, { name: 'Tom Berg' }, { door: 'cli' })
    const rows = await server.house.store.inWorkspace(server.house.workspace, (tx) =>
      tx.selectFrom('audit').select(['door', 'capability']).execute(),
    )
    expect(rows).toContainEqual({ door: 'cli', capability: 'person.add' })
  })

  it('says who holds the folder', async () => {
    await expect(refuseWhenServed(server.data)).rejects.toThrow(`(process ${process.pid})`)
    await expect(refuseWhenServed(server.data)).rejects.toThrow(server.address)
  })
})

describe('a folder that nobody serves', () => {
  it('is opened in process, also by somebody whose server went away', async () => {
    vi.stubEnv('DATABASE_URL', server.database)
    const data = await mkdtemp(join(tmpdir(), 'acquaint-door-'))
    const door = await openLocalDoor(data, createApp(server.house))
    const way = await keepWay(data)
    expect(way.how).toBe('socket')
    const before = await ask(way, show, {}, { door: 'mcp' })
    await door.close()
    expect(await ask(way, show, {}, { door: 'mcp' })).toEqual(before)
    await way.close()
    vi.unstubAllEnvs()
    await rm(data, { recursive: true })
  })

  it('is free, also when a server left its socket behind', async () => {
    const data = await mkdtemp(join(tmpdir(), 'acquaint-door-'))
    await expect(refuseWhenServed(data)).resolves.toBeUndefined()
    await leaveSocketBehind(join(data, 'acquaint.sock'))
    expect(await liveSocket(data)).toBeNull()
    const door = await openLocalDoor(data, createApp(server.house))
    expect(await liveSocket(data)).not.toBeNull()
    await door.close()
    expect(await liveSocket(data)).toBeNull()
    await rm(data, { recursive: true })
  })
})

/** As a killed process does: Node removes a socket's file when it closes, unless the file is elsewhere. */
async function leaveSocketBehind(path: string): Promise<void> {
  const left = createServer().listen(path)
  await new Promise((done) => left.once('listening', done))
  await rename(path, `${path}.kept`)
  await new Promise((done) => left.close(done))
  await rename(`${path}.kept`, path)
  expect((await stat(path)).isSocket()).toBe(true)
}

describe.skipIf(process.platform === 'win32')('a folder whose path is too long for a socket', () => {
  it('is served through a private folder in the temporary directory', async () => {
    const root = await mkdtemp(join(tmpdir(), 'acquaint-door-'))
    const data = join(root, 'a-long-name-'.repeat(10))
    await mkdir(data)
    const door = await openLocalDoor(data, createApp(server.house))
    const path = (await socketPath(data))!
    expect(path.length).toBeLessThan(104)
    expect((await stat(dirname(path))).mode & 0o077).toBe(0)
    const answer = await fetchThrough(path, new Request('http://localhost/api/workspace/show'))
    expect(await answer.json()).toMatchObject({ kind: 'personal' })
    await door.close()
    await rm(root, { recursive: true })
    await rm(dirname(path), { recursive: true })
  })
})
