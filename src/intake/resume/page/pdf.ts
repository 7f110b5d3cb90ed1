import { getDocumentProxy } from 'unpdf'
import { IntakeError } from '../../records.ts'
import { type Line, linesOf, type Piece } from './lines.ts'

/** Longer is no resume. */
const MOST_PAGES = 30

export type Read = { lines: Line[]; links: string[] }

/**
 * The lines of a PDF with the addresses that it links to. Nothing in it is run and nothing is fetched.
 * @throws IntakeError when it is broken, locked, a picture without text, or too long
 */
export async function readPdf(bytes: Uint8Array, name: string): Promise<Read> {
  const pdf = await opened(bytes, name)
  try {
    if (pdf.numPages > MOST_PAGES)
      throw new IntakeError(`${name} has ${pdf.numPages} pages; at most ${MOST_PAGES} are read as a resume.`)
    const read: Read = { lines: [], links: [] }
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      read.lines.push(
        ...linesOf(items.flatMap((item) => ('str' in item ? pieceOf(item as Item) : []))).filter(isNoFooter),
      )
      const links = (await page.getAnnotations()) as { url?: string }[]
      read.links.push(...links.flatMap(({ url }) => url ?? []))
    }
    if (read.lines.length === 0)
      throw new IntakeError(`${name} holds no text: a scanned page cannot be read here.`)
    return read
  } finally {
    await pdf.destroy()
  }
}

async function opened(bytes: Uint8Array, name: string) {
  try {
    // The reader takes the bytes over: it gets a copy.
    return await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, stopAtErrors: false })
  } catch (error) {
    const locked = (error as Error).name === 'PasswordException'
    throw new IntakeError(`${name} ${locked ? 'is locked with a password' : 'is no PDF that can be read'}.`)
  }
}

/** "Page 2 of 3", "John Doe – 2/3": what every page says of itself. */
const isNoFooter = ({ parts }: Line): boolean =>
  !/(^| )(?:(?:page|seite) \d+ (?:of|von) \d+|\d+ ?\/ ?\d+)$/i.test(parts.join(' '))

type Item = { str: string; transform: number[]; width: number; height: number }

function pieceOf({ str, transform, width, height }: Item): Piece[] {
  if (str.trim() === '') return []
  const [, , , scale = 0, x = 0, y = 0] = transform
  return [{ text: str, x, y, width, size: height || Math.abs(scale) }]
}
