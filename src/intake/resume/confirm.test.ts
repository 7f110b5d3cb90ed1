import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { docxOf, type Placed, pdfOf } from '../../../test/support/resume-files.ts'
import { personShow } from '../../people/people.ts'
import { type TestHouse, testHouse } from '../../people/testing.ts'
import { fileImport } from '../import.ts'
import { resumeConfirm, resumeList, resumeOriginal, resumeRemove, resumeShow } from './confirm.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
beforeEach(() => house.fresh())
afterAll(() => house?.close())

const add = (name: string, bytes: Uint8Array) => house.ask(fileImport, {}, { files: [{ name, bytes }] })
const column = (texts: [string, number?, number?][], top = 780): Placed[] =>
  texts.map(([text, x = 50, size = 10], at) => ({ text, x, size, y: top - at * 16 }))

/** Title and place, firm and time, as many templates set it: the time stands at the right. */
const CLASSIC = pdfOf([
  [
    ...column([['Mira Sandoval', 50, 24], ['Hamburg, Germany   mira@example.com   +49 40 5550100']]),
    ...column(
      [
        ['Experience', 50, 14],
        ['Head of Data'],
        ['Cobalt Health'],
        ['• Built a team of 12, from 2019 on'],
        ['Data Engineer'],
        ['Northwind Robotics GmbH'],
        ['Education', 50, 14],
        ['Universit\xe4t Hamburg'],
        ['MSc in Statistics'],
        ['Skills', 50, 14],
        ['Languages: Python, SQL, C++'],
        ['Mira Sandoval - 1/1'],
      ],
      720,
    ),
    { text: 'Berlin, Germany', x: 450, y: 704 },
    { text: 'Jan 2021 - Present', x: 450, y: 688 },
    { text: 'March 2016 - Dec 2020', x: 450, y: 640 },
    { text: '2012 - 2015', x: 450, y: 592 },
  ],
])

const shown = async (name: string, bytes: Uint8Array) => {
  const { files } = await add(name, bytes)
  return house.ask(resumeShow, { document: files[0]!.documents[0]! })
}

describe('a resume in PDF', () => {
  it('is read field by field, each with the words that it was read from', async () => {
    const draft = await shown('cv.pdf', CLASSIC)
    expect(draft).toMatchObject({
      name: 'Mira Sandoval',
      emails: ['mira@example.com'],
      phones: ['+49 40 5550100'],
      skills: ['Python', 'SQL', 'C++'],
      positions: [
        {
          organization: 'Cobalt Health',
          title: 'Head of Data',
          site: 'Berlin, Germany',
          from: '2021-01',
          current: true,
        },
        { organization: 'Northwind Robotics GmbH', title: 'Data Engineer', from: '2016-03', to: '2020-12' },
      ],
      education: [
        { institution: 'Universität Hamburg', degree: 'MSc', area: 'Statistics', from: '2012', to: '2015' },
      ],
    })
    expect(draft.positions[1]!.at).toContain('March 2016 - Dec 2020')
  })

  it('says nothing of anybody before it is confirmed, and then only what was chosen', async () => {
    const { document, positions } = await shown('cv.pdf', CLASSIC)
    const [, second] = positions
    const { at: _, ...chosen } = second!
    const { person } = await house.ask(resumeConfirm, {
      document: document.id,
      name: 'Mira Sandoval',
      positions: [chosen],
    })
    const told = await house.ask(personShow, { person })
    expect(told.name).toBe('Mira Sandoval')
    expect(told.positions.map(({ organization }) => organization.name)).toEqual(['Northwind Robotics GmbH'])
    expect(JSON.stringify(told)).not.toContain('Cobalt Health')
    const { documents } = await house.ask(resumeList, {})
    expect(documents[0]).toMatchObject({
      name: 'cv.pdf',
      person: { id: person },
      confirmedAt: '2026-06-15T09:00:00.000Z',
    })
  })

  it('confirmed twice changes nothing the second time', async () => {
    const { document, positions } = await shown('cv.pdf', CLASSIC)
    const confirm = () =>
      house.ask(resumeConfirm, {
        document: document.id,
        positions: positions.map(({ at: _, ...rest }) => rest),
      })
    expect((await confirm()).positions.map(({ how }) => how)).toEqual(['created', 'created'])
    expect((await confirm()).positions.map(({ how }) => how)).toEqual(['unchanged', 'unchanged'])
  })

  it('is kept as it came, once, until it is removed', async () => {
    const first = await add('cv.pdf', CLASSIC)
    expect(first.files[0]).toMatchObject({ kind: 'resume-pdf', read: 1, created: 1 })
    expect((await add('copy of cv.pdf', CLASSIC)).files[0]).toMatchObject({ created: 0, unchanged: 1 })
    const document = first.files[0]!.documents[0]!
    const { base64 } = await house.ask(resumeOriginal, { document })
    expect(Buffer.from(base64, 'base64').equals(Buffer.from(CLASSIC))).toBe(true)
    await house.ask(resumeRemove, { document })
    await expect(house.ask(resumeShow, { document })).rejects.toThrow('There is no such resume.')
  })

  it('in two columns, as LinkedIn saves a profile, is read column by column; a further role keeps its firm', async () => {
    const aside = column([
      ['Contact', 22, 13],
      ['mira@example.com', 22],
      ['Top Skills', 22, 13],
      ['Forecasting', 22],
    ])
    const main = column(
      [
        ['Mira Sandoval', 223, 26],
        ['Head of Data at Cobalt Health', 223, 12],
        ['Experience', 223, 16],
        ['Cobalt Health', 223, 12],
        ['4 years 2 months', 223],
        ['Head of Data', 223, 11],
        ['January 2021 - Present (3 years 2 months)', 223],
        ['Berlin, Germany', 223],
        ['Data Engineer', 223, 11],
        ['January 2020 - January 2021 (1 year 1 month)', 223],
        ['Northwind Robotics GmbH', 223, 12],
        ['Analyst', 223, 11],
        ['March 2016 - December 2019 (3 years 10 months)', 223],
      ],
      784,
    )
    const draft = await shown('Profile.pdf', pdfOf([[...aside, ...main]]))
    expect(draft.name).toBe('Mira Sandoval')
    expect(draft.headline).toBe('Head of Data at Cobalt Health')
    expect(
      draft.positions.map(({ organization, title, from, to }) => [organization, title, from, to]),
    ).toEqual([
      ['Cobalt Health', 'Head of Data', '2021-01', undefined],
      ['Cobalt Health', 'Data Engineer', '2020-01', '2021-01'],
      ['Northwind Robotics GmbH', 'Analyst', '2016-03', '2019-12'],
    ])
    expect(draft.skills).toEqual(['Forecasting'])
  })

  it('that is broken, empty or no PDF is refused by name, and leaves nothing', async () => {
    const broken = await add('broken.pdf', Buffer.from('%PDF-1.4\nnothing that follows'))
    expect(broken.files[0]!.rejected[0]!.why).toBe('broken.pdf is no PDF that can be read.')
    const scanned = await add('scan.pdf', pdfOf([[]]))
    expect(scanned.files[0]!.rejected[0]!.why).toBe(
      'scan.pdf holds no text: a scanned page cannot be read here.',
    )
    expect((await house.ask(resumeList, {})).documents).toEqual([])
  })
})

describe('a resume in Word', () => {
  it('in German, the times first', async () => {
    const draft = await shown(
      'Lebenslauf.docx',
      await docxOf([
        'Erika Beispiel',
        'erika@example.com',
        'BERUFSERFAHRUNG',
        'seit 03/2019\tLeiterin Controlling, Nordlicht Energie AG, Hamburg',
        '- Verantwortung für 12 Mitarbeitende',
        '01/2015 – 02/2019\tControllerin, Beispiel GmbH & Co. KG, Berlin',
        'KENNTNISSE',
        'SAP, Excel',
      ]),
    )
    expect(draft.name).toBe('Erika Beispiel')
    expect(draft.positions).toMatchObject([
      { organization: 'Nordlicht Energie AG', title: 'Leiterin Controlling', from: '2019-03', current: true },
      { organization: 'Beispiel GmbH & Co. KG', title: 'Controllerin', from: '2015-01', to: '2019-02' },
    ])
  })

  it('that is none is refused by name', async () => {
    const { files } = await add('cv.docx', await docxOf([]))
    expect(files[0]!.rejected[0]!.why).toBe('cv.docx holds no text.')
  })
})
