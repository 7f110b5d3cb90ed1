import { load } from 'cheerio'
import mammoth from 'mammoth'
import { IntakeError } from '../../records.ts'
import type { Line } from './lines.ts'
import type { Read } from './pdf.ts'

/** Steps of a list stand this much further right than the text. */
const STEP = 20

/**
 * The lines of a Word document (.docx) with the addresses that it links to.
 * @throws IntakeError when it is broken or holds no text
 */
export async function readDocx(bytes: Uint8Array, name: string): Promise<Read> {
  const html = await htmlOf(bytes, name)
  const $ = load(html)
  const lines = $('h1, h2, h3, h4, h5, h6, p, li, tr')
    .toArray()
    .filter((element) => element.name === 'tr' || $(element).closest('tr').length === 0)
    .flatMap((element): Line[] => {
      const own = $(element).clone()
      own.find('ul, ol').remove()
      const cells =
        element.name === 'tr'
          ? $(element)
              .children()
              .toArray()
              .map((cell) => $(cell).text())
          : [own.text()]
      return linesIn(cells, element.name === 'li', /^h\d$/.test(element.name))
    })
  if (lines.length === 0) throw new IntakeError(`${name} holds no text.`)
  return {
    lines,
    links: $('a[href]')
      .toArray()
      .map((link) => $(link).attr('href')!),
  }
}

async function htmlOf(bytes: Uint8Array, name: string): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { styleMap: ['br => br'], convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    )
    return value.replace(/<br \/>/g, '\n')
  } catch {
    throw new IntakeError(`${name} is no Word document (.docx) that can be read.`)
  }
}

function linesIn(cells: string[], isStep: boolean, heading: boolean): Line[] {
  // A cell may hold several lines; a row of one line each reads across.
  const across = cells.every((cell) => !cell.trim().includes('\n'))
  const texts = across ? [cells.join('\t')] : cells.flatMap((cell) => cell.split('\n'))
  return texts
    .map((text) => text.split(/\t+| {4,}/).map((part) => part.replace(/\s+/g, ' ').trim()))
    .map((parts) => parts.filter((part) => part !== ''))
    .filter((parts) => parts.length > 0)
    .map((parts) => ({
      parts: isStep ? [`• ${parts[0]}`, ...parts.slice(1)] : parts,
      x: isStep ? STEP : 0,
      size: 0,
      ...(heading ? { heading } : {}),
    }))
}
