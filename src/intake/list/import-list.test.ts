import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { GivenFile } from '../../action.ts'
import { personList, personShow } from '../../people/people.ts'
import { type TestHouse, testHouse } from '../../people/testing.ts'
import { listImport } from './import-list.ts'
import { listPreview } from './preview.ts'
import { listTemplateList, listTemplateRemove, listTemplateSave } from './templates.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())
beforeEach(() => house.fresh())

const list = (text: string, name = 'contacts.csv'): GivenFile => ({ name, bytes: Buffer.from(text) })

const CONTACTS = `Whom;Reach at;Works at;As;Begun;Shoe size
Ada Example;ada@example.com;Acme;CTO;2019-04;38
Bo Test;bo.example.com;Beta GmbH;Dev;last winter;41
;;Nowhere Inc;;;
Cy Test;cy@example.com;Beta GmbH;Dev;2020;44
`
const MAPPING = {
  Whom: 'name',
  'Reach at': 'email',
  'Works at': 'organization',
  As: 'title',
  Begun: 'from',
  'Shoe size': 'ignored',
} as const

const preview = (text: string, mapping?: typeof MAPPING) =>
  house.ask(listPreview, { mapping }, { files: [list(text)] })
const bring = (text: string, input = {}) => house.ask(listImport, input, { files: [list(text)] })
const people = async () => (await house.ask(personList)).people

describe('the preview of a list', () => {
  it('tells the columns with samples, and which it knows by their names', async () => {
    const { kind, columns, rowCount, headerLine } = await preview(
      'Name,E-Mail,Company,Shoe size\nAda Example,ada@example.com,Acme,38\nBo Test,bo@example.com,Acme,38\n',
    )
    expect({ kind, rowCount, headerLine }).toEqual({ kind: 'csv-people', rowCount: 2, headerLine: 1 })
    expect(columns).toEqual([
      { name: 'Name', field: 'name', samples: ['Ada Example', 'Bo Test'] },
      { name: 'E-Mail', field: 'email', samples: ['ada@example.com', 'bo@example.com'] },
      { name: 'Company', field: 'organization', samples: ['Acme'] },
      { name: 'Shoe size', field: 'ignored', samples: ['38'] },
    ])
  })

  it('says why when no column tells whom the list is about, with the columns to map', async () => {
    const { kind, why, rows, columns } = await preview(CONTACTS)
    expect(kind).toBeNull()
    expect(why).toContain('contacts.csv: line 1: the columns do not tell what this is')
    expect(rows).toEqual([])
    expect(columns.map(({ name }) => name)).toEqual(CONTACTS.split('\n')[0]!.split(';'))
  })

  it('shows the rows as they would be written, with what is wrong in them', async () => {
    const { rows, errors, errorCount } = await preview(CONTACTS, MAPPING)
    expect(rows[0]).toMatchObject({
      ...{ row: 2, name: 'Ada Example', emails: ['ada@example.com'] },
      positions: [{ organization: 'Acme', title: 'CTO', from: '2019-04' }],
    })
    expect(errorCount).toBe(3)
    expect(errors).toEqual([
      {
        ...{ row: 3, column: 'Reach at', value: 'bo.example.com', leavesOut: 'cell', kind: 'no-email' },
        why: 'is no e-mail address',
      },
      {
        ...{ row: 3, column: 'Begun', value: 'last winter', leavesOut: 'cell', kind: 'no-date' },
        why: 'is no date; dates are read as 2019, 2019-04 or 2019-04-01',
      },
      {
        ...{ row: 4, column: '', value: '', leavesOut: 'row', kind: 'nobody' },
        why: 'no name, no e-mail address and no profile',
      },
    ])
  })

  it('tells a column that stands twice, a row that overflows, an address that is none, an end before the beginning', async () => {
    const { errors } = await preview(
      'Name,E-Mail,e-mail,Company,From,To,Profile\n' +
        'Ada Example,,,Acme,2019,2018,ada\n' +
        'Bo Test,,,Acme,2019,present,linkedin.com/in/bo,Inc.\n',
    )
    expect(errors.map(({ row, column, value, why }) => [row, column, value, why])).toEqual([
      [1, 'e-mail', '', 'stands twice; only the first column of that name is read'],
      [2, 'Profile', 'ada', 'is no address of a profile'],
      [2, 'To', '2018', 'ends before it begins'],
      [
        3,
        '',
        'Inc.',
        'more cells than there are columns: a cell with a delimiter in it must stand in quotes',
      ],
    ])
  })

  it('writes nothing', async () => {
    await preview(CONTACTS, MAPPING)
    expect(await people()).toEqual([])
  })

  it.each([
    ['a field that does not exist', { Whom: 'hat size' }, 'mapping.Whom'],
    ['a column that is not there', { Hat: 'name' }, 'no column "Hat"'],
    [
      'two columns for one field',
      { Whom: 'name', 'Reach at': 'name' },
      '"Whom" and "Reach at" are both mapped to name',
    ],
  ])('refuses %s', async (_, mapping, sentence) => {
    await expect(preview(CONTACTS, mapping as never)).rejects.toThrow(sentence)
  })

  it('refuses no file, and more than one', async () => {
    await expect(house.ask(listPreview, {})).rejects.toThrow('There is no list')
    const files = [list(CONTACTS), list(CONTACTS)]
    await expect(house.ask(listPreview, {}, { files })).rejects.toThrow('2 files were given')
  })
})

describe('the import of a list', () => {
  it('writes what the preview showed; a bad row does not spoil the others', async () => {
    const { file } = await bring(CONTACTS, { mapping: MAPPING })
    expect(file).toMatchObject({ kind: 'csv-positions', read: 4, created: 3, skipped: 1, rejected: [] })
    const { id } = (await people()).find(({ name }) => name === 'Ada Example')!
    const ada = await house.ask(personShow, { person: id })
    expect(ada.positions).toMatchObject([{ organization: { name: 'Acme' }, title: 'CTO', from: '2019-04' }])
  })

  it('changes nothing the second time', async () => {
    await bring(CONTACTS, { mapping: MAPPING })
    const before = await people()
    const { file } = await bring(CONTACTS, { mapping: MAPPING })
    expect(file).toMatchObject({ read: 4, created: 0, updated: 0, unchanged: 3, skipped: 1 })
    expect(await people()).toEqual(before)
  })

  it('keeps a column that the mapping does not name, and nothing of one that is ignored', async () => {
    const extras = async (mapping: object) => {
      await house.fresh()
      await bring(CONTACTS, { mapping })
      return house.inside(({ tx }) =>
        tx.selectFrom('person').select('extra').where('name', '=', 'Ada Example').executeTakeFirstOrThrow(),
      )
    }
    const { 'Shoe size': _, ...others } = MAPPING
    expect(await extras(MAPPING)).toEqual({ extra: {} })
    expect(await extras(others)).toEqual({ extra: { columns: { 'Shoe size': '38' } } })
  })

  it('rejects a row that cannot be kept, by its number', async () => {
    const { file } = await bring(`Name,Company\n${'x'.repeat(600)},Acme\nAda Example,Acme\n`)
    expect(file).toMatchObject({ read: 2, created: 1, rejected: [{ at: 'row 2' }] })
  })

  it('is refused when the columns do not tell what the list is, and nothing is written', async () => {
    await expect(bring(CONTACTS)).rejects.toThrow('the columns do not tell what this is')
    expect(await people()).toEqual([])
  })
})

describe('a template', () => {
  const save = (name = 'CRM') => house.ask(listTemplateSave, { name, mapping: MAPPING })

  it('is offered for a file with the same columns, whatever their order and case, and for no other', async () => {
    await save()
    const offered = async (text: string) =>
      (await preview(text)).templates.map(({ name, mapping }) => [name, mapping.WHOM])
    const moved = 'Begun;As;Works at;Reach at;WHOM;Shoe size'
    expect(await offered(`${moved}\n;;;;Ada;\n`)).toEqual([['CRM', 'name']])
    expect(await offered(`${moved};Hat\n;;;;Ada;;\n`)).toEqual([])
    expect(await offered('WHOM;Begun\nAda;\n')).toEqual([])
  })

  it('says what the columns are, by its id or its name', async () => {
    const { template } = await save()
    const files = [list(CONTACTS)]
    const { rows } = await house.ask(listPreview, { template: 'CRM' }, { files })
    expect(rows[0]).toMatchObject({ name: 'Ada Example' })
    const { file } = await house.ask(listImport, { template: template.id }, { files })
    expect(file).toMatchObject({ created: 3, skipped: 1 })
  })

  it('is replaced by one of its name, and gone when it is removed', async () => {
    const first = await save()
    const { template } = await house.ask(listTemplateSave, { name: 'CRM', mapping: { Whom: 'name' } })
    expect(template.id).toBe(first.template.id)
    const { templates } = await house.ask(listTemplateList)
    expect(templates).toEqual([{ ...template, mapping: { Whom: 'name' } }])
    await house.ask(listTemplateRemove, { template: 'CRM' })
    expect(await house.ask(listTemplateList)).toEqual({ templates: [] })
    await expect(house.ask(listTemplateRemove, { template: 'CRM' })).rejects.toThrow(
      'There is no template "CRM".',
    )
  })

  it('is not said beside a mapping', async () => {
    await save()
    await expect(bring(CONTACTS, { template: 'CRM', mapping: MAPPING })).rejects.toThrow('not both')
  })

  it('is of one workspace', async () => {
    const { template } = await save()
    await house.fresh()
    expect((await preview(CONTACTS)).templates).toEqual([])
    await expect(bring(CONTACTS, { template: template.id })).rejects.toThrow('There is no template')
  })
})
