import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Item, PersonFact } from '../records.ts'
import { vcard } from './vcard.ts'
import { writeCard } from './write-card.ts'
import type { Version } from './written.ts'

const VERSIONS: Version[] = ['3.0', '4.0']
const read = (bytes: Uint8Array): PersonFact[] => {
  const items = [...(vcard.read(bytes, { name: 'cards.vcf', now: new Date('2026-04-15') }) as Iterable<Item>)]
  return items.flatMap((item) => ('fact' in item && item.fact.kind === 'person' ? [item.fact] : []))
}
const again = (person: PersonFact, version: Version) => read(Buffer.from(writeCard(person, version)))

/** Positions in any order: a card has none among employers without and with a title. */
const sorted = (person: PersonFact | undefined) => {
  const positions = person?.positions?.map((position) => JSON.stringify(position)).sort()
  return { ...person, positions }
}

const NASTY = `C:\\new, "5;6\r\n🏔 Ελλη: =3D ^n ${'ä'.repeat(100)}`

const PERSON: PersonFact = {
  kind: 'person',
  key: '01890a5d-ac96-774b-bcce-b302099a8057',
  name: 'Nadia "Nadi" Ek; Dr.',
  givenName: 'Nadia',
  familyName: 'Ek, of Lund',
  emails: ['nadia@example.com', 'n.ek@cobalt.test'],
  phones: ['+4685550100'],
  profileUrls: ['https://linkedin.com/in/nadia-ek', 'https://people.example.com/nadia?a=1,2'],
  headline: 'Radiology, twice over',
  summary: 'One.\n\nTwo; three.',
  location: 'Lund, Sweden',
  skills: ['MRI, CT', 'Teaching'],
  positions: [
    {
      organization: { name: 'Cobalt "5" Health' },
      title: 'Head',
      unit: 'Imaging, Lund',
      from: '2019-04',
      current: true,
    },
    { organization: { name: 'Ferro; Söhne' }, title: 'Member', site: 'Malmö', to: '2018' },
    { organization: { name: 'Iris' }, current: false },
    { organization: { name: 'Juno' }, title: 'Adviser', current: true },
  ],
  notes: NASTY.replaceAll('\r\n', '\n').trim(),
  tags: ['a, b', 'alumni; 2019', 'C:\\new'],
  extra: {
    NICKNAME: [{ value: 'Nadi' }],
    'X-SKYPE': [{ value: 'nadia.ek', params: { TYPE: ['home'], X: ['a:b'] } }],
    RELATED: [{ value: 'urn:uuid:0002', params: { TYPE: ['friend', 'met'] } }],
    'X-ABRELATEDNAMES': [{ value: 'Kim', group: 'item2', label: 'Spouse, dear' }],
    'X-ABDATE': [{ value: '2019-05-01', group: 'item2', label: 'Spouse, dear' }],
  },
}

describe('a person written as a card', () => {
  it.each(VERSIONS)('is the same when it is read, whatever its texts hold (%s)', (version) => {
    const [back, ...others] = again(PERSON, version)
    expect(sorted(back)).toEqual(sorted(PERSON))
    expect(others).toEqual([])
  })

  it('tells any address book the present employer, and no past one', () => {
    const lines = writeCard(PERSON, '4.0').split('\r\n')
    expect(lines.filter((line) => /^(ORG|TITLE)/.test(line))).toEqual([
      'ORG:Cobalt "5" Health;Imaging\\, Lund',
      'ORG:Juno',
      'TITLE:Head',
      'TITLE:Adviser',
    ])
  })

  it('has lines of at most 75 octets, and no character cut in two', () => {
    const lines = writeCard(PERSON, '4.0').split('\r\n')
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(lines.join('')).not.toContain('\uFFFD')
    expect(lines.some((line) => line.startsWith(' ä'))).toBe(true)
  })

  it('says what its own version asks for', () => {
    const named = { ...PERSON, key: 'n@example.com nadia ek' }
    expect(writeCard(named, '4.0')).toContain('VERSION:4.0\r\nUID;VALUE=text:n@example.com nadia ek\r\n')
    expect(writeCard(named, '3.0')).toContain('VERSION:3.0\r\nUID:n@example.com nadia ek\r\n')
    expect(writeCard({ kind: 'person', key: 'x', name: 'A B' } as PersonFact, '3.0')).toContain('N:;;;;\r\n')
  })

  it('holds nothing of what came from elsewhere than a card', () => {
    const card = writeCard(
      { ...PERSON, extra: { resume: { basics: { name: 'N' } }, education: [{ institution: 'X' }] } },
      '4.0',
    )
    expect(card).not.toMatch(/resume|education/i)
  })
})

const DATA = '../shared/data/vcard'

describe.skipIf(!existsSync(DATA))('every card of the real world', () => {
  const files = existsSync(DATA)
    ? readdirSync(DATA, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    : []

  it.each(VERSIONS)('is the same person after it was written and read (%s)', (version) => {
    const people = files.flatMap((entry) => {
      try {
        return read(readFileSync(join(entry.parentPath, entry.name)))
      } catch {
        return []
      }
    })
    expect(people.length).toBeGreaterThan(40)
    for (const person of people) expect(again(person, version).map(sorted)).toEqual([sorted(person)])
  })
})
