import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestServer, testServer } from '../testing.ts'

// The command as a program of its own: what it prints where, and how it ends.

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))
const node = ['--import', import.meta.resolve('tsx'), MAIN]

type Ended = { code: number | null; out: string; err: string }

function run(args: string[], { data, stdin = '' }: { data?: string; stdin?: string } = {}): Promise<Ended> {
  const child = spawn(process.execPath, [...node, ...args], {
    env: { ...process.env, ACQUAINT_DATA: data ?? server.data, DATABASE_URL: '' },
  })
  child.stdin.end(stdin)
  return ended(child)
}

async function ended(child: ReturnType<typeof spawn>): Promise<Ended> {
  const told = { out: '', err: '' }
  child.stdout!.on('data', (chunk) => {
    told.out += chunk
  })
  child.stderr!.on('data', (chunk) => {
    told.err += chunk
  })
  const code = await new Promise<number | null>((done) => child.once('close', done))
  return { code, ...told }
}

let server: TestServer
let folder: string
beforeAll(async () => {
  server = await testServer()
  folder = await mkdtemp(join(tmpdir(), 'acquaint-cli-'))
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

describe('with a server running on the folder', () => {
  it('--json prints one JSON object and nothing else', async () => {
    const { code, out, err } = await run(['workspace.show', '--json'])
    expect([code, err]).toEqual([0, ''])
    expect(out.trimEnd().split('\n')).toHaveLength(1)
    expect(JSON.parse(out)).toMatchObject({ id: server.house.workspace })
  })

  it('a refusal is exit 1, one sentence, and nothing on standard output', async () => {
    const { code, out, err } = await run(['person.show', '--person', 'Nobody Here', '--json'])
    expect([code, out]).toEqual([1, ''])
    expect(err.trimEnd().split('\n')).toHaveLength(1)
    expect(err).toContain('Nobody Here')
  })

  it('an answer that is a file is written where --out says, and never over another', async () => {
    const path = join(folder, 'all.zip')
    const first = await run(['workspace.export', '--out', path, '--json'])
    expect([first.code, first.err]).toEqual([0, ''])
    expect(JSON.parse(first.out)).toMatchObject({ file: path, rows: expect.any(Number) })
    expect(JSON.parse(first.out)).not.toHaveProperty('base64')
    const { size, mode } = await stat(path)
    expect([(await readFile(path)).subarray(0, 2).toString(), mode & 0o777]).toEqual(['PK', 0o600])
    const again = await run(['workspace.export', '--out', path])
    expect([again.code, again.out, again.err]).toEqual([
      1,
      '',
      `acquaint: ${path} exists already: choose another name.\n`,
    ])
    expect((await stat(path)).size).toBe(size)
  })

  it('wrong usage is exit 2, and says what was meant', async () => {
    const { code, out, err } = await run(['workspace.sho'])
    expect([code, out, err]).toEqual([
      2,
      '',
      'acquaint: There is no command workspace.sho. Did you mean workspace.show?\n',
    ])
  })

  it('files and folders are read here, hidden ones left out, and the invitation in one is worth asking for', async () => {
    const place = join(folder, 'export')
    await mkdir(join(place, '.hidden'), { recursive: true })
    await writeFile(join(place, 'invitation.ics'), INVITATION)
    await writeFile(join(place, '.hidden', 'notes.txt'), 'hidden')
    await writeFile(join(place, 'notes.txt'), 'a note')
    const imported = await run(['import', place, '--me', 'ada@example.com', '--json'])
    expect([imported.code, imported.err]).toEqual([0, ''])
    const { files } = JSON.parse(imported.out)
    expect(files.map((file: { name: string }) => file.name)).toEqual([
      'export/invitation.ics',
      'export/notes.txt',
    ])
    const worth = await run(['worth', join(place, 'invitation.ics'), '--json'])
    expect([worth.code, worth.err]).toEqual([0, ''])
    expect(JSON.parse(worth.out).room).toMatchObject([{ person: { name: 'Vera Holm' } }])
    expect((await run(['worth', join(place, 'notes.txt')])).code).toBe(1)
  })

  it('text may hold anything, and several words after one option are a list', async () => {
    const people = ["Tom O'Berg", 'José “Pepe” 健康', '--nobody']
    const named = ['--with', people[0]!, people[1]!, `--with=${people[2]}`]
    const added = await run(['invitation.add', '--organization', 'Cobalt & Søn <b>', ...named, '--json'])
    expect([added.code, added.err]).toEqual([0, ''])
    const { invitation } = JSON.parse(added.out)
    const shown = JSON.parse((await run(['invitation.show', '--invitation', invitation, '--json'])).out)
    expect(shown.organization.name).toBe('Cobalt & Søn <b>')
    expect(shown.room.map((guest: { name: string }) => guest.name).sort()).toEqual([...people].sort())
  })

  it('a pasted text comes from a file or from standard input', async () => {
    const text = 'Experience\nCobalt Health\nVP Engineering\n2018 - 2021\n'
    await writeFile(join(folder, 'career.txt'), text)
    await run(['person.add', '--name', 'Kim Larsen'])
    const fromFile = await run(['career', 'Kim Larsen', '--text', join(folder, 'career.txt'), '--json'])
    const fromInput = await run(['career', 'Kim Larsen', '--text', '-', '--json'], { stdin: text })
    expect([fromFile.code, fromInput.code]).toEqual([0, 0])
    expect(JSON.parse(fromInput.out).person).toBe(JSON.parse(fromFile.out).person)
  })

  it('a file that is not there is named', async () => {
    const { code, err } = await run(['import', join(folder, 'missing.zip')])
    expect([code, err]).toEqual([1, `acquaint: ${join(folder, 'missing.zip')}: there is no such file.\n`])
  })

  it('open prints another link, and a second server is refused with who holds the folder', async () => {
    const opened = await run(['open'])
    expect(opened.out).toMatch(new RegExp(`^${server.address}/#start=[\\w-]{43}\n$`))
    const second = await run(['serve', '--port', '0'])
    expect(second).toMatchObject({ code: 1, out: '', err: expect.stringContaining(`process ${process.pid}`) })
  })
})

describe('an assistant, over standard input and output', () => {
  it('lists the tools and calls one, through a stdout that carries nothing else', async () => {
    const env = { ...(process.env as Record<string, string>), ACQUAINT_DATA: server.data }
    const client = new Client({ name: 'test', version: '1' })
    const problems: Error[] = []
    client.onerror = (error) => problems.push(error)
    await client.connect(new StdioClientTransport({ command: process.execPath, args: [...node, 'mcp'], env }))
    const { tools } = await client.listTools()
    expect(tools.map((tool) => tool.name)).toContain('invitation_worth')
    expect(tools.map((tool) => tool.name)).not.toContain('person_add')
    const { structuredContent } = await client.callTool({ name: 'workspace_show', arguments: {} })
    expect(structuredContent).toMatchObject({ id: server.house.workspace })
    await client.close()
    expect(problems).toEqual([])
  })
})

describe('a workspace for several people', () => {
  const json = async (...args: string[]) => {
    const { code, out, err } = await run([...args, '--json'])
    return { code, err, told: code === 0 ? JSON.parse(out) : null }
  }

  it('is opened, members come in with roles, and each sees what is theirs', async () => {
    const opened = await json('workspace', 'Quill Search', '--owner', 'olga@quill.example')
    expect(opened).toMatchObject({ code: 0, told: { workspace: expect.any(String) } })
    const firm = ['--workspace', 'Quill Search']
    const add = (email: string, role: string) => json('member', 'add', email, '--role', role, ...firm)
    expect(await add('carl@quill.example', 'consultant')).toMatchObject({ code: 0 })
    expect(await add('dana@quill.example', 'candidate')).toMatchObject({ code: 0 })
    expect((await add('dana@quill.example', 'candidate')).err).toContain('is in already')
    const as = (email: string, ...args: string[]) => json(...args, '--as', email, ...firm)
    const shown = await as('carl@quill.example', 'workspace.show')
    expect(shown.told).toMatchObject({ kind: 'firm', role: 'consultant', counts: { people: 3 } })
    const own = await as('dana@quill.example', 'workspace.show')
    expect(own.told).toMatchObject({ role: 'candidate', counts: { people: 1 } })
    expect((await as('dana@quill.example', 'person.list')).err).toContain('may not use person.list')
    expect((await as('nobody@quill.example', 'workspace.show')).err).toContain('Nobody in this workspace')
  }, 60_000)

  it('gives out a token that acts for a member, limited if wished', async () => {
    const firm = ['--workspace', 'Quill Search']
    const made = await json(
      'token',
      'create',
      'carl@quill.example',
      '--only',
      'workspace.show,person.list',
      ...firm,
    )
    const headers = { authorization: `Bearer ${made.told.token}` }
    const ask = async (path: string) => (await server.fetch(path, { headers })).status
    expect(await ask('/api/person/list')).toBe(200)
    expect(await ask('/api/mandate/list')).toBe(403)
    await json('member', 'end', '--member', 'carl@quill.example', ...firm)
    expect(await ask('/api/person/list')).toBe(401)
  }, 60_000)
})

describe('without a server', () => {
  it('the command does the work itself, and leaves no server behind', async () => {
    const data = join(folder, 'alone')
    const first = await run(['workspace.show', '--json'], { data })
    expect([first.code, first.err]).toEqual([0, ''])
    const second = await run(['workspace.show', '--json', '--data', data], { data: folder })
    expect(JSON.parse(second.out)).toEqual(JSON.parse(first.out))
    expect(existsSync(join(data, 'db', 'postmaster.pid'))).toBe(false)
    const opened = await run(['open'], { data })
    expect(opened).toMatchObject({ code: 1, err: expect.stringContaining('acquaint serve') })
  })

  it('serve prints one link, and ends cleanly when told to', async () => {
    const data = join(folder, 'served')
    const env = { ...process.env, ACQUAINT_DATA: data, DATABASE_URL: '' }
    const child = spawn(process.execPath, [...node, 'serve', '--port', '0'], { env })
    const over = ended(child)
    const out = await new Promise<string>((done) => child.stdout.once('data', (chunk) => done(String(chunk))))
    expect(out.match(/http:\S+/g)).toEqual([
      expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/#start=[\w-]{43}$/),
    ])
    expect(existsSync(join(data, 'acquaint.sock'))).toBe(true)
    child.kill('SIGTERM')
    expect(await over).toMatchObject({ code: 0, err: '' })
    expect(existsSync(join(data, 'acquaint.sock'))).toBe(false)
  })

  it('a port that is taken is one sentence', async () => {
    const port = new URL(server.address).port
    const { code, out, err } = await run(['serve', '--port', port], { data: join(folder, 'alone') })
    expect([code, out, err]).toEqual([
      1,
      '',
      `acquaint: Port ${port} is taken by another program: choose another with --port.\n`,
    ])
  })

  it('a clock that is none is one sentence', async () => {
    process.env.ACQUAINT_NOW = 'yesterday'
    const { code, err } = await run(['workspace.show'], { data: join(folder, 'alone') }).finally(
      () => delete process.env.ACQUAINT_NOW,
    )
    expect([code, err]).toEqual([1, 'acquaint: ACQUAINT_NOW is neither a date nor an instant: yesterday\n'])
  })
})

const INVITATION = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//example.com//test//EN',
  'METHOD:REQUEST',
  'BEGIN:VEVENT',
  'UID:1@example.com',
  'DTSTAMP:20261101T090000Z',
  'DTSTART:20261201T090000Z',
  'DTEND:20261201T100000Z',
  'SUMMARY:Interview: Head of Platform',
  'ORGANIZER;CN=Vera Holm:mailto:vera.holm@cobalt.example',
  'ATTENDEE;CN=Ada Example:mailto:ada@example.com',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n')
