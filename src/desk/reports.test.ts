import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { speaking } from '../language.ts'
import { careerAdd } from '../people/career.ts'
import { personEdit } from '../people/edit.ts'
import { personAdd } from '../people/people.ts'
import { candidacyAdd } from './candidacies.ts'
import { mandateOpen } from './mandates.ts'
import { reportList, reportMake, reportPdfShow, reportShow } from './reports.ts'
import { candidacyShare } from './share.ts'
import { type TestFirm, testFirm } from './testing.ts'

let firm: TestFirm
let mandate: string
let person: string
let candidacy: string
const carl = () => firm.as('consultant')

beforeAll(async () => {
  firm = await testFirm('2026-06-15T09:00:00Z')
  mandate = (await carl().ask(mandateOpen, { title: 'Leitung Finanzen', client: 'Globex' })).mandate
  person = (await carl().ask(personAdd, { name: 'Zoë Müßig-Ćwikła', notes: 'INTERNAL' })).person
  await carl().ask(careerAdd, { person, at: ['Ελλάδα Works:2015..2019'] })
  candidacy = (await carl().ask(candidacyAdd, { mandate, person })).candidacy
})
afterAll(() => firm.close())

const SUMMARY = 'Führte zwei Teams in Київ.'
const share = (fields: ('name' | 'summary' | 'career' | 'salary')[]) =>
  carl().ask(candidacyShare, { candidacy, fields, summary: SUMMARY, salary: 'SALARY' })
async function pdfOf(report: string) {
  const { base64, name } = await carl().ask(reportPdfShow, { report })
  const bytes = Buffer.from(base64, 'base64')
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
  return { bytes, name, text }
}

describe('a report to the client', () => {
  it('is refused while nobody is shared', async () => {
    await expect(carl().ask(reportMake, { mandate })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('holds the shared fields and no others, in letters of several scripts', async () => {
    await share(['name', 'summary'])
    const { report } = await carl().ask(reportMake, { mandate })
    const { text, name } = await pdfOf(report)
    expect(name).toBe('Leitung-Finanzen-2026-06-15.pdf')
    for (const shown of ['Leitung Finanzen', 'Globex', 'Zoë Müßig-Ćwikła', SUMMARY]) {
      expect(text).toContain(shown)
    }
    for (const hidden of ['Ελλάδα', 'SALARY', 'INTERNAL']) expect(text).not.toContain(hidden)
    const { candidates } = await carl().ask(reportShow, { report })
    expect(candidates).toEqual([
      { candidacy, called: 'Zoë Müßig-Ćwikła', name: 'Zoë Müßig-Ćwikła', summary: SUMMARY },
    ])
    await share(['career'])
    const { report: other } = await carl().ask(reportMake, { mandate })
    const { text: career } = await pdfOf(other)
    expect(career).toContain('Ελλάδα Works (2015 – 2019)')
    expect(career).toContain('Candidate 1')
    expect(career).not.toContain('Zoë')
  })

  it('stays as it was, to the byte, whatever changes afterwards and in whichever language it is asked for', async () => {
    await share(['name', 'summary'])
    const { report } = await carl().ask(reportMake, { mandate })
    const before = await pdfOf(report)
    await carl().ask(personEdit, { person, name: 'Somebody Else' })
    await share([])
    const after = await speaking('de', () => pdfOf(report))
    expect(after.bytes.equals(before.bytes)).toBe(true)
    await carl().ask(personEdit, { person, name: 'Zoë Müßig-Ćwikła' })
    // Of another content it is another document.
    await share(['name'])
    const { report: other } = await carl().ask(reportMake, { mandate })
    expect((await pdfOf(other)).bytes.equals(before.bytes)).toBe(false)
  })

  it('is made in the language of whoever makes it', async () => {
    await share(['career'])
    const { report } = await speaking('de', () => carl().ask(reportMake, { mandate }))
    expect((await pdfOf(report)).text).toContain('Werdegang')
  })

  it('runs over pages without losing anybody', async () => {
    const long = 'Built and led teams in four countries. '.repeat(300)
    await carl().ask(candidacyShare, { candidacy, fields: ['summary'], summary: `${long}THE END` })
    const { report } = await carl().ask(reportMake, { mandate })
    expect((await pdfOf(report)).text).toContain('THE END')
  })

  it('is listed with its day, and is the firm’s own', async () => {
    const { reports } = await carl().ask(reportList, { mandate })
    expect(reports.length).toBeGreaterThan(3)
    expect(reports[0]).toMatchObject({ by: 'Carl Consul', candidates: 1 })
    const { report } = reports[0]!
    for (const who of ['candidate', 'client-contact', 'member'] as const) {
      await expect(firm.as(who).ask(reportShow, { report })).rejects.toMatchObject({ code: 'forbidden' })
    }
    await expect(firm.as('researcher').ask(reportMake, { mandate })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})
