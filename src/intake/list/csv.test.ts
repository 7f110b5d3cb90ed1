import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { detect } from '../formats.ts'
import { IntakeError, type Item, type ReadContext } from '../records.ts'

function read(text: string, mapping?: ReadContext['mapping']): { kind: string; items: Item[] } {
  const bytes = Buffer.from(text)
  const format = detect('list.csv', bytes)
  if (!format) throw new Error('nothing knows list.csv')
  const context = { name: 'list.csv', now: new Date('2026-03-01'), ...(mapping && { mapping }) }
  return { kind: format.kind, items: [...(format.read(bytes, context) as Iterable<Item>)] }
}

const facts = (items: Item[]) => items.flatMap((item) => ('fact' in item ? [item.fact] : []))

describe('a plain list', () => {
  it('of people is understood by the names of its columns', () => {
    const { kind, items } = read(
      'Name;E-Mail;LinkedIn;Phone;Company;Job Title;Department;Skills;Tags;Notes;Shoe size\n' +
        'Ada Example;ada@example.com;https://www.linkedin.com/in/ada;+41 1;Acme;CTO;IT;Go, Rust;a|b;met once;38\n',
    )
    expect(kind).toBe('csv-people')
    expect(items).toEqual([
      {
        at: 'row 2',
        fact: {
          kind: 'person',
          key: 'linkedin.com/in/ada|ada example|acme',
          name: 'Ada Example',
          notes: 'met once',
          emails: ['ada@example.com'],
          profileUrls: ['https://www.linkedin.com/in/ada'],
          phones: ['+41 1'],
          skills: ['Go', 'Rust'],
          tags: ['a', 'b'],
          positions: [{ organization: { name: 'Acme' }, title: 'CTO', unit: 'IT', current: true }],
          extra: { columns: { 'Shoe size': '38' } },
        },
      },
    ])
  })

  it('in German, French or Spanish is understood too', () => {
    for (const header of [
      'Vorname,Nachname,Firma,Vernetzt am',
      'Prénom,Nom,Entreprise,En relation depuis',
      'Nombre,Apellidos,Empresa,Conectado el',
    ]) {
      const [fact] = facts(read(`${header}\nAda,Example,Acme,14.03.2026\n`).items)
      expect(fact).toMatchObject({
        name: 'Ada Example',
        connected: { on: '2026-03-14' },
        positions: [{ organization: { name: 'Acme' } }],
      })
    }
  })

  it('with dates gathers the positions of one person, each row counted once', () => {
    const { kind, items } = read(
      'Person,Employer,Role,From,To\nAda Example,Acme,CTO,Jan 2020,\nBo Test,Acme,,2019,2020\nAda Example,Beta,Dev,2016,2019\nAda Example,Beta,Dev,2016,2019\n,,,,\n',
    )
    expect(kind).toBe('csv-positions')
    expect(facts(items)).toMatchObject([
      {
        name: 'Ada Example',
        positions: [
          { organization: { name: 'Acme' }, title: 'CTO', from: '2020-01', current: true },
          { organization: { name: 'Beta' }, title: 'Dev', from: '2016', to: '2019' },
        ],
      },
      { name: 'Bo Test' },
    ])
    expect(items.slice(2)).toEqual([
      { at: 'row 4', skipped: 'more about the person in row 2, kept there' },
      { at: 'row 5', skipped: 'the same as row 2' },
      { at: 'row 6', skipped: 'no name, no e-mail address and no profile' },
    ])
  })

  it('without dates keeps people of one name at different organizations apart', () => {
    const { items } = read('Name,Company\nAda Example,Acme\nAda Example,Beta\nAda Example,ACME Inc\n')
    expect(facts(items)).toHaveLength(3)
  })

  it('of positions without a name is the career of its owner', () => {
    const { kind, items } = read('Company,Title,From,To\nAcme,CTO,01/2020,\n,CTO,2019,\n')
    expect(kind).toBe('csv-positions')
    expect(items).toEqual([
      {
        at: 'row 2',
        fact: {
          kind: 'own-position',
          key: 'acme|cto|2020-01',
          position: { organization: { name: 'Acme' }, title: 'CTO', from: '2020-01', current: true },
        },
      },
      { at: 'row 3', skipped: 'no organization' },
    ])
  })

  it('is read by a mapping where its header says nothing', () => {
    const mapping = { wer: 'name', wo: 'organization', 'seit wann': 'connectedOn' }
    const { items } = read('Wer,Wo,Seit wann,Rest\nAda Example,Acme,1 May 2020,x\n', mapping)
    expect(facts(items)[0]).toMatchObject({
      name: 'Ada Example',
      connected: { on: '2020-05-01' },
      extra: { columns: { Rest: 'x' } },
    })
  })

  it('is refused for a mapping that does not fit', () => {
    expect(() => read('a,b\n1,2\n', { a: 'nickname' })).toThrow(
      /^list\.csv: "nickname" is no field; fields are name, givenName/,
    )
    expect(() => read('a,b\n1,2\n', { c: 'name' })).toThrow('list.csv: line 1: no column "c"; found a, b')
  })

  it('with an unknown header is refused with what was expected, never empty', () => {
    expect(() => read('Foo,Bar\n1,2\n')).toThrow(IntakeError)
    expect(() => read('Foo,Bar\n1,2\n')).toThrow(
      /^list\.csv: line 1: .*expected Name.*Connected On; found Foo, Bar$/,
    )
  })

  it('names somebody by the address when there is no name', () => {
    const [fact] = facts(read('Email,Company\nada@example.com,Acme\nno address,Beta\n').items)
    expect(fact).toMatchObject({ name: 'ada@example.com', emails: ['ada@example.com'] })
  })
})

const naughty = '../shared/data/evil/minimaxir__blns/blns.json'
describe.skipIf(!existsSync(naughty))('the Big List of Naughty Strings', () => {
  it('comes through names, organizations, titles and notes unchanged', () => {
    const strings = (JSON.parse(readFileSync(naughty, 'utf8')) as string[]).filter(
      (text) => text.trim() !== '',
    )
    const rows = strings.map((text, i) =>
      [...Array(4).fill(`"${text.replaceAll('"', '""')}"`), `p${i}@example.com`].join(','),
    )
    const found = facts(read(['Name,Company,Title,Notes,Email', ...rows].join('\n')).items)
    expect(found).toMatchObject(
      strings.map((text) => ({
        name: text,
        notes: text,
        positions: [{ organization: { name: text }, title: text }],
      })),
    )
  })
})
