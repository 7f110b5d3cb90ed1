import { zipOf } from './zip.ts'

// Resumes as files, made here: a PDF of lines at their places, a Word document of paragraphs.

/** A line of text at its place, in points from the lower left; `size` of its letters. */
export type Placed = { text: string; x: number; y: number; size?: number }

/** WinAnsi has its bullet elsewhere than Unicode. */
const escaped = (text: string) => text.replace(/[\\()]/g, '\\$&').replaceAll('•', '\x95')

/** A PDF (1.4, Helvetica, WinAnsi) with a page for each list of lines. */
export function pdfOf(pages: Placed[][]): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  pages.forEach((lines, at) => {
    const stream = lines
      .map(({ text, x, y, size = 10 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`)
      .join('\n')
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + at * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${Buffer.byteLength(stream, 'latin1')} >>\nstream\n${stream}\nendstream`,
    )
  })
  return Buffer.from(withTable(objects), 'latin1')
}

function withTable(objects: string[]): string {
  let body = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = Buffer.byteLength(body, 'latin1')
    body += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const start = Buffer.byteLength(body, 'latin1')
  return `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
}

const xml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** A Word document; a paragraph a text, a tab stays one. */
export async function docxOf(paragraphs: string[]): Promise<Uint8Array> {
  const runs = (text: string) =>
    text
      .split('\t')
      .map((part) => `<w:r><w:t xml:space="preserve">${xml(part)}</w:t></w:r>`)
      .join('<w:r><w:tab/></w:r>')
  const body = paragraphs.map((text) => `<w:p>${runs(text)}</w:p>`).join('')
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  }
  const files = Object.entries(parts).map(([name, text]) => ({ name, bytes: Buffer.from(text) }))
  return (await zipOf('document.docx', files)).bytes
}
