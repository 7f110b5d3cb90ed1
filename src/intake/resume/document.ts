import { createHash } from 'node:crypto'
import type { Format } from '../records.ts'
import { readDocx } from './page/docx.ts'
import { draftOf, type ResumeDraft } from './page/draft.ts'
import { readPdf } from './page/pdf.ts'

/** A larger one is a book of pictures. In bytes. */
const LARGEST = 20 * 2 ** 20

const readers = { pdf: readPdf, docx: readDocx }

/**
 * What a resume in PDF or Word seems to say.
 * @throws IntakeError naming the file, when it cannot be read or holds no resume
 */
export const readResumeDocument = async (
  kind: keyof typeof readers,
  bytes: Uint8Array,
  name: string,
): Promise<ResumeDraft> => draftOf(await readers[kind](bytes, name))

const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, LARGEST)).toString('latin1')

const isPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/** A zip that holds a Word document: its parts are not files of their own. */
export const isDocx = (bytes: Uint8Array): boolean =>
  isPacked(bytes) && latin(bytes).includes('word/document.xml')

/** An original is only kept; it is read here once, so that what cannot be read is refused at the door. */
const original = (kind: keyof typeof readers, says: string, recognizes: Format['recognizes']): Format => ({
  kind: `resume-${kind}`,
  says,
  recognizes,
  async *read(bytes, { name }) {
    if (bytes.length > LARGEST) {
      yield { at: name, rejected: `larger than ${LARGEST / 2 ** 20} MB` }
      return
    }
    await readers[kind](bytes, name)
    const key = createHash('sha256').update(bytes).digest('base64url')
    yield { at: name, fact: { kind: 'document', key, medium: kind } }
  },
})

export const pdf = original('pdf', 'a resume (PDF)', ({ text }) => text.slice(0, 1024).includes('%PDF-'))
/** Every other zip was unpacked before. */
export const docx = original('docx', 'a resume (Word, .docx)', ({ bytes }) => isPacked(bytes))
