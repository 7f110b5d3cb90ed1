import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import yauzl from 'yauzl'
import { theOwner } from '../src/access/who.ts'
import { makeWorkspace } from '../src/access/workspaces.ts'
import { type Caller, type GivenFile, perform } from '../src/action.ts'
import { type OpenHouse, openHouse } from '../src/serve/house.ts'
import { capabilityNamed, file } from './support/house.ts'

// Somebody with an unheard-of name in every place where a person can stand; erased; then every byte of the data folder
// is read, with an export of all of it.

const NAME = 'Zephrina Quombeldt'
const EMAIL = 'zq@vexlorium.example'
const URL = 'https://www.linkedin.com/in/zephrina-quombeldt-77'
/** What nobody else is called, and what was written about nobody else. */
const TRACES = [
  ...[
    'Quombeldt',
    'quombeldt',
    'Zephrina',
    'zephrina',
    'vexlorium',
    'Drusiplex',
    'Ombrathene',
    'Fintelmauser',
  ],
  ...['Gnastropol', 'Ulverhampf'],
]

let house: OpenHouse
let data: string
let caller: Caller

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'acquaint-erasure-'))
  house = await openHouse({ data, external: '' })
  const { workspace } = await makeWorkspace(house, {
    ...{ name: 'Plain Search', kind: 'firm', owner: 'owner@firm.example' },
  })
  caller = { ...theOwner(workspace), door: 'cli' }
}, 120_000)
afterAll(async () => {
  await house?.close()
  await rm(data, { recursive: true, force: true })
})

const ask = <Answer = Record<string, string>>(name: string, input: object, files: GivenFile[] = []) =>
  perform(house, capabilityNamed(name), input, { ...caller, files }) as Promise<Answer>

const CARD = (note: string) =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${NAME}\r\nN:Quombeldt;Zephrina;;;\r\nEMAIL:${EMAIL}\r\nURL:${URL}\r\nORG:Globex\r\nNOTE:${note}\r\nEND:VCARD\r\n`

const OTHER = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Tom Ferris\r\nEMAIL:tom@globex.example\r\nEND:VCARD\r\n'

async function everywhere(): Promise<string> {
  await ask('file.import', {}, [file('Zephrina_Quombeldt.vcf', CARD('Gnastropol'))])
  const { people } = await ask<{ people: { id: string; name: string }[] }>('person.list', { search: NAME })
  const person = people[0]!.id
  const { person: vera } = await ask('person.add', {
    name: 'Vera Holm',
    organization: 'Northwind',
    title: 'CFO',
  })
  await ask('person.edit', { person, notes: 'Ombrathene', headline: 'Drusiplex' })
  // Overwritten: what was there lies in the files still.
  await ask('person.edit', { person, headline: 'A headline', tags: ['Fintelmauser'] })
  await ask('person.edit', {
    person: vera!,
    notes: `Knows ${NAME} well; Ms Quombeldt called. Write to ${EMAIL}.`,
  })
  await ask('person.edit', { person: vera!, tags: ['friend of Z. Quombeldt'] })
  await ask('note.add', { person, says: 'Ulverhampf' })
  await ask('note.add', { person: vera!, says: 'Asked quombeldt, zephrina about it' })
  await ask('career.add', { person, at: ['Quombeldt Consulting:2019'], title: 'Founder' })
  const { person: twin } = await ask('person.add', { name: 'Zephrina Q. Quombeldt', profileUrl: `${URL}b` })
  await ask('look-alike.decide', { person: twin!, other: person, same: true })
  const { mandate } = await ask('mandate.open', {
    ...{ title: 'Finance lead', client: 'Initech', brief: `Somebody like ${NAME}.` },
  })
  const { candidacy } = await ask('candidacy.add', { mandate: mandate!, person })
  await ask('candidacy.move', { candidacy: candidacy!, to: 'approached', moves: 0, reason: 'Drusiplex' })
  await ask('off-limits.set', { person: vera!, because: `works with ${NAME}`, effect: 'warn' })
  const { invitation } = await ask('invitation.add', { organization: 'Globex', with: [person, vera] })
  await perform(
    house,
    capabilityNamed('note.add'),
    { person: vera!, says: `With a key: ${NAME}` },
    { ...caller, key: 'k1' },
  )
  void invitation
  return person
}

async function filesUnder(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
}

/** Each file with each trace in it, whatever the encoding's case. */
async function traces(): Promise<string[]> {
  const found: string[] = []
  for (const path of await filesUnder(data)) {
    if (path.startsWith(join(data, 'runtime'))) continue
    const bytes = await readFile(path).catch(() => Buffer.alloc(0))
    for (const trace of TRACES)
      if (bytes.includes(trace)) found.push(`${trace} in ${path.slice(data.length)}`)
  }
  return found
}

async function exported(): Promise<string> {
  const { base64 } = await ask('workspace.export', {})
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) =>
    yauzl.fromBuffer(Buffer.from(base64!, 'base64'), { lazyEntries: false }, (error, opened) =>
      error ? reject(error) : resolve(opened),
    ),
  )
  const parts: Promise<string>[] = []
  zip.on('entry', (entry: yauzl.Entry) =>
    parts.push(
      new Promise((resolve, reject) =>
        zip.openReadStream(entry, async (error, stream) => {
          if (error) return reject(error)
          const chunks = []
          for await (const chunk of stream) chunks.push(chunk)
          resolve(Buffer.concat(chunks).toString())
        }),
      ),
    ),
  )
  await new Promise((resolve) => zip.on('end', resolve))
  return (await Promise.all(parts)).join('\n')
}

it('who is erased is in no byte of the folder, of an export or of the log; counts stay', {
  timeout: 300_000,
}, async () => {
  const person = await everywhere()
  const { rows: before } = await house.store.pool.query('select count(*)::int as n from candidacy')
  await house.store.pool.query('analyze')
  await house.store.pool.query('checkpoint')
  expect((await traces()).length).toBeGreaterThan(15)
  expect(await exported()).toContain('Quombeldt')

  type Plan = {
    goes: { kind: string }[]
    mentions: { excerpts: string[] }[]
    words: { word: string; replaced: boolean }[]
  }
  // An organization bears the family name, too: whether that is the person is for the owner to say.
  const plan = await ask<Plan>('person.erasure-plan', { person })
  expect(plan.words).toContainEqual(expect.objectContaining({ word: 'Quombeldt', replaced: false }))
  expect(JSON.stringify(plan.mentions)).toContain('Ms Quombeldt called')
  expect(plan.goes.map(({ kind }) => kind)).toContain('notes')
  const done = await ask<Record<string, number>>('person.erase', { person, also: ['Zephrina', 'Quombeldt'] })
  expect(done.gone).toBeGreaterThan(3)
  expect(done.replaced).toBeGreaterThan(4)
  await house.background.settled()

  const list = await ask<{ erasures: { purgedAt: string | null }[] }>('erasure.list', {})
  expect(list.erasures.map(({ purgedAt }) => purgedAt)).toEqual([expect.any(String)])
  const text = await exported()
  expect(TRACES.filter((trace) => text.toLowerCase().includes(trace.toLowerCase()))).toEqual([])
  expect(await traces()).toEqual([])
  const { rows: after } = await house.store.pool.query('select count(*)::int as n from candidacy')
  expect(after).toEqual(before)

  // The same file again brings nobody back; it says how many, not who.
  type Imported = { files: { read: number; created: number; skipped: number; skippedBecause: object[] }[] }
  const again = await ask<Imported>('file.import', {}, [file('Z.vcf', CARD('Gnastropol') + OTHER)])
  expect(again.files[0]).toMatchObject({ read: 2, created: 1, skipped: 1, updated: 0, unchanged: 0 })
  expect(JSON.stringify(again)).not.toContain('uombeldt')
  await expect(ask('person.add', { name: 'Somebody', email: EMAIL.toUpperCase() })).rejects.toThrow(
    /erased here/,
  )
  await expect(ask('person.add', { name: NAME, organization: 'Globex GmbH' })).rejects.toThrow(/erased here/)
  // A namesake elsewhere is somebody else; and whoever has a reason says it.
  await ask('person.add', { name: NAME, organization: 'Hooli' })
  await ask('person.add', { name: NAME, email: EMAIL, despiteErasure: 'She wrote to us.' })
  await expect(ask('person.erase', { person })).rejects.toThrow(/no person/)
})
