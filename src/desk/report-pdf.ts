import { createRequire } from 'node:module'
import { dateInWords, said, speaking } from '../language.ts'
import type { ReportContent } from './reports.ts'

// A report as a PDF. It is made from its content and day alone, so that the same report is the same bytes: nothing is
// asked of the clock, and the typeface, which has Latin, Greek, Cyrillic and more, lies in the package.

type Candidate = ReportContent['candidates'][number]

const INK = '#1b1f24'
const QUIET = '#57606a'
const MARGIN = 56

const require = createRequire(import.meta.url)
const PLAIN = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')
const BOLD = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf')

/** The bytes of a report that was made at `at`, in the language in which it was made. */
export async function reportPdf(content: ReportContent, at: Date): Promise<Buffer> {
  // Loaded with the first report: every command would wait for it otherwise.
  const { default: PDFDocument } = await import('pdfkit')
  return speaking(content.language, () => {
    const { title, client } = content.mandate
    const info = { Title: title, Author: content.firm, CreationDate: at, ModDate: at }
    const pdf = new PDFDocument({
      ...{ size: 'A4', margin: MARGIN, info, lang: content.language, displayTitle: true },
    })
    pdf.registerFont('plain', PLAIN).registerFont('bold', BOLD)
    const bytes = bytesOf(pdf)
    line(pdf, title, { size: 20, bold: true })
    const on = dateInWords(at.toISOString().slice(0, 10))
    line(pdf, `${client} · ${content.firm} · ${on}`, { quiet: true, after: 1.2 })
    for (const one of content.candidates) addCandidate(pdf, one)
    pdf.end()
    return bytes
  })
}

function bytesOf(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  const parts: Buffer[] = []
  return new Promise((done, failed) => {
    pdf.on('data', (part: Buffer) => parts.push(part))
    pdf.on('end', () => done(Buffer.concat(parts)))
    pdf.on('error', failed)
  })
}

type Look = { size?: number; bold?: boolean; quiet?: boolean; after?: number }

function line(
  pdf: PDFKit.PDFDocument,
  text: string,
  { size = 10, bold, quiet, after = 0.3 }: Look = {},
): void {
  pdf
    .font(bold ? 'bold' : 'plain')
    .fontSize(size)
    .fillColor(quiet ? QUIET : INK)
  pdf.text(text, { lineGap: 2 }).moveDown(after)
}

function addCandidate(pdf: PDFKit.PDFDocument, { called, work, ...one }: Candidate): void {
  // A heading does not stand alone at the foot of a page.
  if (pdf.y > pdf.page.height - MARGIN - 90) pdf.addPage()
  line(pdf, called, { size: 14, bold: true })
  if (work) line(pdf, [work.title, work.organization].filter(Boolean).join(', '), { quiet: true })
  if (one.summary !== undefined) line(pdf, one.summary, { after: 0.6 })
  if (one.career !== undefined) part(pdf, said(CAREER), one.career.map(positionInWords))
  if (one.salary !== undefined) part(pdf, said(SALARY), [one.salary])
  if (one.documents !== undefined)
    part(
      pdf,
      said(DOCUMENTS),
      one.documents.map(({ name }) => name),
    )
  pdf.moveDown(0.8)
}

function part(pdf: PDFKit.PDFDocument, title: string, lines: readonly string[]): void {
  line(pdf, title, { bold: true, after: 0.1 })
  for (const one of lines) line(pdf, one, { after: 0.1 })
  pdf.moveDown(0.4)
}

type Position = NonNullable<Candidate['career']>[number]

function positionInWords({ organization, title, from, to, ended }: Position): string {
  const what = title === null ? organization : `${title}, ${organization}`
  const since = from === null ? null : dateInWords(from)
  const until = to === null ? (ended ? null : said({ en: 'today', de: 'heute' })) : dateInWords(to)
  const when = [since ?? '?', until ?? '?'].join(' – ')
  return since === null && until === null ? what : `${what} (${when})`
}

const CAREER = { en: 'Career', de: 'Werdegang' }
const SALARY = { en: 'Salary expectation', de: 'Gehaltsvorstellung' }
const DOCUMENTS = { en: 'Documents', de: 'Dokumente' }
