import { Refusal } from '../../refusal.ts'

// A form with files, read as it arrives (RFC 7578). The platform's own `formData()` keeps five copies of an upload in
// memory at its peak; this keeps the parts and, for a moment, the largest of them twice.

/** One part of a form: a field when it has no file name. */
export type Part = { name: string; filename: string | null; bytes: Uint8Array }

const BREAK = Buffer.from('\r\n')
const HEAD_END = Buffer.from('\r\n\r\n')
const LONGEST_HEAD = 16 * 1024

/** The boundary of a multipart content type, or null. */
export const boundaryOf = (type: string): string | null =>
  /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type)?.slice(1).find(Boolean) ?? null

/**
 * The parts of a form, in order.
 * @throws Refusal when it is not a form or breaks off.
 */
export async function* readParts(body: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<Part> {
  const bytes = new Arriving(body)
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  await bytes.until(delimiter)
  while (!(await bytes.startsWith('--'))) {
    await bytes.until(BREAK)
    const head = await bytes.until(HEAD_END, LONGEST_HEAD)
    yield { ...headOf(head.toString('utf8')), bytes: await bytes.until(delimiter) }
  }
}

function headOf(head: string): Pick<Part, 'name' | 'filename'> {
  const disposition = head.split('\r\n').find((line) => /^content-disposition:/i.test(line)) ?? ''
  const name = quoted(disposition, 'name')
  if (name === null) throw broken()
  return { name, filename: quoted(disposition, 'filename') }
}

/** As browsers write it: quotes and line breaks within a name are percent-encoded; older programs escape the quote. */
function quoted(disposition: string, key: string): string | null {
  const found = new RegExp(`[;\\s]${key}="((?:\\\\"|[^"])*)"`, 'i').exec(disposition)?.[1]
  if (found === undefined) return null
  return found.replaceAll('\\"', '"').replace(/%22|%0D|%0A/gi, (code) => decodeURIComponent(code))
}

const broken = () => new Refusal('invalid-input', 'The body is not a multipart form, or broke off.', 'body')

/** Bytes that arrive in chunks and are taken in pieces. */
class Arriving {
  readonly #chunks: AsyncIterator<Uint8Array>
  // The first boundary has no line break before it.
  #rest: Buffer = BREAK

  constructor(body: AsyncIterable<Uint8Array>) {
    this.#chunks = body[Symbol.asyncIterator]()
  }

  async #more(): Promise<void> {
    const { value, done } = await this.#chunks.next()
    if (done) throw broken()
    this.#rest = this.#rest.length === 0 ? Buffer.from(value) : Buffer.concat([this.#rest, value])
  }

  async startsWith(text: string): Promise<boolean> {
    while (this.#rest.length < text.length) await this.#more()
    return this.#rest.subarray(0, text.length).toString('latin1') === text
  }

  /** Takes what comes before the mark, and the mark away. */
  async until(mark: Buffer, most = Number.POSITIVE_INFINITY): Promise<Buffer> {
    const taken: Buffer[] = []
    for (let size = 0; ; ) {
      const at = this.#rest.indexOf(mark)
      // The mark may have arrived in part: that much stays.
      const safe = at === -1 ? Math.max(0, this.#rest.length - mark.length + 1) : at
      taken.push(this.#rest.subarray(0, safe))
      size += safe
      this.#rest = this.#rest.subarray(at === -1 ? safe : at + mark.length)
      if (size > most) throw broken()
      if (at !== -1) return Buffer.concat(taken)
      await this.#more()
    }
  }
}
