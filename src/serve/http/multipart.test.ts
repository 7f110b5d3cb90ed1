import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundaryOf, type Part, readParts } from './multipart.ts'

async function bytesOf(form: FormData): Promise<{ bytes: Uint8Array; boundary: string }> {
  const response = new Response(form)
  return {
    bytes: new Uint8Array(await response.arrayBuffer()),
    boundary: boundaryOf(response.headers.get('content-type')!)!,
  }
}

async function* inChunks(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function partsOf(bytes: Uint8Array, boundary: string, size = 64 * 1024): Promise<Part[]> {
  const parts: Part[] = []
  for await (const part of readParts(inChunks(bytes, size), boundary)) parts.push(part)
  return parts
}

const text = (part: Part | undefined) => new TextDecoder().decode(part?.bytes)

describe('a form', () => {
  it('comes apart as it was put together, however it is cut into chunks', async () => {
    const file = fc.record({
      name: fc.string({ unit: 'grapheme', minLength: 1 }),
      bytes: fc.uint8Array({ maxLength: 300 }),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(file, { maxLength: 4 }),
        fc.integer({ min: 1, max: 90 }),
        async (files, size) => {
          const form = new FormData()
          form.append('me', 'ada@example.com')
          for (const one of files)
            form.append('files', new Blob([new Uint8Array(one.bytes)]), one.name.replace(/["\\]/g, ''))
          const { bytes, boundary } = await bytesOf(form)
          const [me, ...rest] = await partsOf(bytes, boundary, size)
          expect([me?.name, me?.filename, text(me)]).toEqual(['me', null, 'ada@example.com'])
          expect(rest.map((part) => Buffer.from(part.bytes).toString('hex'))).toEqual(
            files.map((one) => Buffer.from(one.bytes).toString('hex')),
          )
        },
      ),
    )
  })

  it('keeps names with folders, quotes and other scripts', async () => {
    const names = ['export/Connections.csv', 'a "quoted" name.csv', 'línea 健康.ics']
    const form = new FormData()
    for (const name of names) form.append('files', new Blob(['x']), name)
    const { bytes, boundary } = await bytesOf(form)
    expect((await partsOf(bytes, boundary)).map((part) => part.filename)).toEqual(names)
  })

  it('may hold what looks like its own boundary, but for the line break', async () => {
    const form =
      '--b\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\n--b\r-\n--bx\r\n--b--\r\n'
    const [part] = await partsOf(Buffer.from(form), 'b', 3)
    expect(text(part)).toBe('--b\r-\n--bx')
  })

  it('with nothing in it has no parts', async () => {
    expect(await partsOf(Buffer.from('--b--\r\n'), 'b')).toEqual([])
  })
})

describe('what is no form', () => {
  it.each([
    ['garbage', 'garbage'],
    ['nothing', ''],
    [
      'a form that breaks off in a file',
      '--b\r\nContent-Disposition: form-data; name="a"; filename="a"\r\n\r\nhalf',
    ],
    ['a form that breaks off in a head', '--b\r\nContent-Disposition: form-da'],
    ['a part without a name', '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--'],
    ['a head without end', `--b\r\n${'x'.repeat(40_000)}\r\n\r\nx\r\n--b--`],
  ])('%s is refused', async (_, body) => {
    await expect(partsOf(Buffer.from(body), 'b', 1000)).rejects.toThrow('not a multipart form')
  })
})
