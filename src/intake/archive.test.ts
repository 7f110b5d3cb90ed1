import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import yazl from 'yazl'
import { type ArchiveEntry, isZip, LIMITS, readArchive } from './archive.ts'
import { IntakeError } from './records.ts'

async function zip(files: Record<string, Buffer | string>): Promise<Buffer> {
  const archive = new yazl.ZipFile()
  for (const [name, content] of Object.entries(files)) archive.addBuffer(Buffer.from(content), name)
  archive.end()
  return buffer(archive.outputStream)
}

async function entries(bytes: Uint8Array, limits = LIMITS): Promise<ArchiveEntry[]> {
  const all: ArchiveEntry[] = []
  for await (const entry of readArchive('export.zip', bytes, limits)) all.push(entry)
  return all
}

/** Replaces a name by another of the same length, in the local header and in the directory. */
const renamed = (bytes: Buffer, from: string, to: string): Buffer =>
  Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1')

const texts = (read: ArchiveEntry[]) =>
  read.map((entry) => [entry.name, 'bytes' in entry ? Buffer.from(entry.bytes).toString() : entry.rejected])

describe('a zip', () => {
  it('gives its files by name, without folders and without what macOS adds', async () => {
    const bytes = await zip({
      'Export/Connections.csv': 'a',
      'Export/Jobs/Saved Jobs.csv': 'b',
      '__MACOSX/Export/._Connections.csv': 'x',
      'Export/.DS_Store': 'x',
    })
    expect(isZip(bytes)).toBe(true)
    expect(texts(await entries(bytes))).toEqual([
      ['Connections.csv', 'a'],
      ['Saved Jobs.csv', 'b'],
    ])
  })

  it('ignores paths, also those that climb, and tells files of one name apart', async () => {
    const climbing = renamed(
      await zip({ 'aa/aa/passwd.csv': '1', 'b/passwd.csv': '2' }),
      'aa/aa/passwd.csv',
      '../../passwd.csv',
    )
    const absolute = renamed(climbing, 'b/passwd.csv', 'C:\\asswd.csv')
    expect(texts(await entries(climbing)).map(([name]) => name)).toEqual(['passwd.csv', 'passwd (2).csv'])
    expect(texts(await entries(absolute)).map(([name]) => name)).toEqual(['passwd.csv', 'asswd.csv'])
  })

  it('without files is empty, and other bytes are no zip', async () => {
    const empty = await zip({})
    expect(isZip(empty)).toBe(true)
    expect(await entries(empty)).toEqual([])
    expect(isZip(Buffer.from('First Name,Last Name'))).toBe(false)
    expect(isZip(new Uint8Array())).toBe(false)
  })

  it('that is an Office file is refused with the way out', async () => {
    const sheet = await zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' })
    await expect(entries(sheet)).rejects.toThrow(
      'export.zip: an Office file of a kind that is not read: save the table as .xlsx or CSV',
    )
  })

  it('that is cut off is refused with its name and the place', async () => {
    const bytes = await zip({ 'Connections.csv': 'First Name,Last Name\n'.repeat(500) })
    for (const length of [4, 30, 100, bytes.length - 1])
      await expect(entries(bytes.subarray(0, length))).rejects.toThrow(
        /^export\.zip: the zip is damaged at its end/,
      )
    await expect(entries(bytes.subarray(0, 30))).rejects.toBeInstanceOf(IntakeError)
  })

  it('with a broken directory is refused with the entry', async () => {
    const bytes = await zip({ 'a.csv': 'a', 'b.csv': 'b' })
    const second = bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'))
    bytes[second] = 0
    await expect(entries(bytes)).rejects.toThrow(/^export\.zip: the zip is damaged in entry 2/)
  })

  it('rejects a file whose content does not fit its checksum, and reads the others', async () => {
    const bytes = await zip({ 'a.csv': 'aaaa,bbbb,cccc', 'b.csv': 'b' })
    const central = bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
    bytes[central + 16] = bytes[central + 16]! ^ 1
    expect(texts(await entries(bytes))).toEqual([
      ['a.csv', 'damaged: the checksum does not fit'],
      ['b.csv', 'b'],
    ])
  })

  it('rejects encrypted and unsupported files and a zip inside', async () => {
    const inner = await zip({ 'x.csv': 'x' })
    const bytes = await zip({ 'locked.csv': 'l', 'odd.csv': 'o', 'inner.zip': inner })
    let at = -1
    const headers = [0, 1, 2].map(() => (at = bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'), at + 1)))
    // The first directory header is the inner zip's own when it was stored; count from the end instead.
    const central =
      bytes.indexOf(Buffer.from('locked.csv'), bytes.indexOf(Buffer.from('locked.csv')) + 1) - 46
    expect(headers).toContain(central)
    bytes[central + 8] = bytes[central + 8]! | 1
    const odd = bytes.lastIndexOf(Buffer.from('odd.csv')) - 46
    bytes[odd + 10] = 12
    expect(texts(await entries(bytes))).toEqual([
      ['locked.csv', 'encrypted: unpack it first'],
      ['odd.csv', 'packed by method 12, which is not supported: unpack it first'],
      ['inner.zip', 'a zip inside a zip is not opened'],
    ])
  })

  it('rejects a bomb before unpacking it, and reads what lies beside it', async () => {
    const bytes = await zip({ 'bomb.csv': Buffer.alloc(30 * 2 ** 20), 'good.csv': 'g' })
    expect(bytes.length).toBeLessThan(40_000)
    expect(texts(await entries(bytes))).toEqual([
      ['bomb.csv', 'unpacks to more than 200 times its size'],
      ['good.csv', 'g'],
    ])
  })

  it('that lies about sizes is not believed', async () => {
    const bytes = await zip({ 'bomb.csv': Buffer.alloc(12 * 2 ** 20) })
    const central = bytes.lastIndexOf(Buffer.from('bomb.csv')) - 46
    bytes.writeUInt32LE(1000, central + 24)
    const [bomb] = texts(await entries(bytes))
    expect(bomb?.[1]).toMatch(/^damaged: too many bytes/)
  })

  it('is refused as a whole beyond its limits, of number, size and ratio in total', async () => {
    const many = await zip({ a: '1', b: '2', c: '3' })
    await expect(entries(many, { ...LIMITS, entries: 2 })).rejects.toThrow(
      'export.zip: 3 files in one zip; at most 2',
    )
    await expect(entries(many, { ...LIMITS, totalSize: 2 })).rejects.toThrow(
      'export.zip: c: the zip unpacks to more',
    )
    const large = texts(await entries(many, { ...LIMITS, entrySize: 0 }))
    expect(large[0]?.[1]).toBe('1 MB; at most 0 MB are read')
  })
})
