import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { careerAdd } from '../../people/career.ts'
import { personEdit } from '../../people/edit.ts'
import { lookAlikeDecide } from '../../people/look-alike.ts'
import { meSet } from '../../people/me.ts'
import { personAdd, personShow } from '../../people/people.ts'
import { type TestHouse, testHouse } from '../../people/testing.ts'
import { fileImport } from '../import.ts'
import { personCard } from './card-out.ts'

const APPLE = `BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//macOS 15.0//EN
N:Ek;Nadia;;Dr.;
FN:Dr. Nadia Ek
NICKNAME:Nadi
ORG:Cobalt Health;Imaging
TITLE:Head of Imaging
item1.EMAIL;type=INTERNET;type=pref:nadia@example.com
item1.X-ABLabel:Club
TEL;type=CELL;type=VOICE;type=pref:+46 8 555 0100
item2.ADR;type=WORK:;;Storgatan 1;Lund;;222 20;Sweden
item2.X-ABADR:se
item3.X-ABRELATEDNAMES:Kim Ek
item3.X-ABLabel:_$!<Spouse>!$_
X-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/nadia-ek
NOTE:Met in Lund\\, in spring.\\nLikes sailing; tea.
CATEGORIES:alumni,radiology
UID:0001-nadia
END:VCARD
`

const GOOGLE = `BEGIN:VCARD
VERSION:3.0
FN:Ovid Tamm
N:Tamm;Ovid;;;
EMAIL;TYPE=INTERNET;TYPE=WORK:ovid@ferro.test
ORG:Ferro Works
item1.URL:http\\://www.google.com/profiles/0001
item1.X-ABLabel:PROFILE
RELATED;TYPE=friend:Nadia Ek
CATEGORIES:myContacts
END:VCARD
`

const OUTLOOK = `BEGIN:VCARD
VERSION:2.1
N;LANGUAGE=de;CHARSET=utf-8:Ångström;Björn
FN;CHARSET=utf-8:Björn Ångström
ORG:Iris Optik GmbH;Vertrieb
TITLE:Vertriebsleiter
TEL;WORK;VOICE:+49 30 5550101
TEL;WORK;FAX:+49 30 5550102
LABEL;WORK;ENCODING=QUOTED-PRINTABLE:Hauptstr. 1=0D=0A10115 Berlin
ADR;WORK;PREF:;;Hauptstr. 1;Berlin;;10115;Deutschland
X-MS-OL-DEFAULT-POSTAL-ADDRESS:2
EMAIL;PREF;INTERNET:bjoern@iris.test
END:VCARD
`

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())
beforeEach(() => house.fresh())

const bring = (name: string, text: string) =>
  house.ask(fileImport, {}, { files: [{ name, bytes: Buffer.from(text) }] })

/** All that is on record about people, without ids and where it came from. */
const records = () =>
  house.inside(async ({ tx, me }) => {
    const { rows } = await sql`
      select name, given_name, family_name, headline, summary, location, notes, skills, tags, extra,
        array(select kind || ' ' || value from person_key where person_id = person.id order by 1) as keys,
        array(select json_build_array(organization.name, title, unit, site, from_date, to_date, ended)::text
              from position join organization on organization.id = organization_id
              where person_id = person.id order by 1) as positions
      from person where id is distinct from ${me}::uuid order by name`.execute(tx)
    return rows
  })

describe.each(['3.0', '4.0'] as const)('vCard %s', (version) => {
  it('of Apple, Google and Outlook goes out and comes into an empty workspace as the same records', async () => {
    await bring('apple.vcf', APPLE)
    await bring('google.vcf', GOOGLE)
    await bring('outlook.vcf', OUTLOOK)
    const before = await records()
    const { cards, vcf } = await house.ask(personCard, { version })
    expect([cards, before.length]).toEqual([3, 3])
    await house.fresh()
    await bring('people.vcf', vcf)
    expect(await records()).toEqual(before)
    expect(vcf).toContain('item3.X-ABLabel:Spouse')
    expect(vcf).toContain('RELATED;TYPE=friend:Nadia Ek')
    expect((await house.ask(personCard, { version })).vcf).toBe(vcf)
  })
})

describe('a person as a card', () => {
  it('has a whole career with its dates, and comes back the same', async () => {
    await house.ask(personAdd, { name: 'Ada Quill', email: 'ada@example.com', headline: 'Engineer' })
    await house.ask(careerAdd, {
      person: 'Ada Quill',
      at: ['Globex:2010-03..2018', 'Northwind:2019'],
      title: 'Head',
    })
    await house.ask(personEdit, { person: 'Ada Quill', location: 'Oslo, Norway', tags: ['a, b'] })
    const before = await records()
    const { name, vcf } = await house.ask(personCard, { person: 'Ada Quill' })
    expect(name).toBe('Ada-Quill.vcf')
    await house.fresh()
    await bring('x.vcf', vcf)
    expect(await records()).toEqual(before)
  })

  it('is one card alone; without what one noted where that is asked', async () => {
    await house.ask(personAdd, { name: 'Ada Quill' })
    await house.ask(personAdd, { name: 'Bo Rask' })
    await house.ask(personEdit, { person: 'Ada Quill', notes: 'owes me a call', tags: ['shy'] })
    const { cards, vcf } = await house.ask(personCard, { person: 'Ada Quill' })
    expect([cards, vcf.includes('owes me a call'), vcf.includes('Bo Rask')]).toEqual([1, true, false])
    expect((await house.ask(personCard, { person: 'Ada Quill', notes: false })).vcf).not.toMatch(/owes|shy/)
  })

  it('is written for oneself only once one has a name', async () => {
    await bring('google.vcf', GOOGLE)
    expect((await house.ask(personCard)).cards).toBe(1)
    await house.ask(meSet, { name: 'Mara Lind' })
    expect((await house.ask(personCard)).cards).toBe(2)
  })

  it('brought in again where it came from, a card that came as one adds nobody', async () => {
    await bring('google.vcf', GOOGLE)
    const { vcf } = await house.ask(personCard)
    const { files } = await bring('people.vcf', vcf)
    expect(files[0]).toMatchObject({ created: 0 })
    expect((await house.ask(personCard)).cards).toBe(1)
  })

  it('brought in again where it was added by hand, a card without any address adds nobody', async () => {
    const { person } = await house.ask(personAdd, { name: 'Ada Quill' })
    await house.ask(personAdd, { name: 'Bo Rask' })
    const { vcf } = await house.ask(personCard)
    const renamed = vcf.replace('FN:Ada Quill', 'FN:Ada Quill-Rask\r\nTEL:+47 555 0100')
    const { files } = await bring('people.vcf', renamed)
    expect(files[0]).toMatchObject({ created: 0, updated: 2 })
    expect(await house.ask(personShow, { person })).toMatchObject({ keys: [{ kind: 'phone' }] })
    expect((await house.ask(personCard)).cards).toBe(2)
  })

  it('of a record that became another one is that other one', async () => {
    const { person: gone } = await house.ask(personAdd, { name: 'Ada Quill' })
    const { vcf } = await house.ask(personCard, { person: gone })
    const { person: stays } = await house.ask(personAdd, { name: 'Ada B. Quill' })
    await house.ask(lookAlikeDecide, { person: gone, other: stays, same: true })
    expect((await bring('x.vcf', vcf)).files[0]).toMatchObject({ created: 0, updated: 1 })
    expect((await house.ask(personCard)).cards).toBe(1)
  })

  it('of another workspace is somebody new, whatever it is called by', async () => {
    await house.ask(personAdd, { name: 'Ada Quill' })
    const { vcf } = await house.ask(personCard)
    await house.fresh()
    await house.ask(personAdd, { name: 'Ada Quill' })
    expect((await bring('people.vcf', vcf)).files[0]).toMatchObject({ created: 1 })
  })
})
