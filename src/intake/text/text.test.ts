import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { IntakeError } from '../records.ts'
import { decode, decodeText, head, lineAt } from './text.ts'

const bytes = (...values: (number | string)[]): Uint8Array =>
  Buffer.concat(values.map((v) => (typeof v === 'string' ? Buffer.from(v) : Buffer.from([v]))))

describe('text', () => {
  it('reads UTF-8 with and without a mark', () => {
    expect(decode(bytes('Zoë')).text).toBe('Zoë')
    expect(decode(bytes(0xef, 0xbb, 0xbf, 'Zoë'))).toEqual({ text: 'Zoë', encoding: 'utf-8' })
  })

  it('reads UTF-16 in both orders by its mark', () => {
    const little = Buffer.from('Name,Zoë', 'utf16le')
    expect(decode(Buffer.concat([bytes(0xff, 0xfe), little])).text).toBe('Name,Zoë')
    expect(decode(Buffer.concat([bytes(0xfe, 0xff), Buffer.from(little).swap16()])).encoding).toBe('utf-16be')
  })

  it('reads plain ASCII behind a UTF-16 mark, as old exports have it', () => {
    expect(decode(bytes(0xff, 0xfe, 'Time\tSearch Query\n')).text).toBe('Time\tSearch Query\n')
  })

  it('reads what a spreadsheet saved as Windows-1252', () => {
    expect(decode(bytes('Z', 0xfc, 'rich ', 0x80, '5 ', 0x92, 's')).text).toBe('Zürich €5 ’s')
    expect(decode(bytes('Z', 0xfc, 'rich')).encoding).toBe('windows-1252')
  })

  it('names line and byte where UTF-8 is damaged, and does not read it as Windows-1252', () => {
    const damaged = bytes('Zoë\r\nJosé\r\nAn', 0xff, 'a\n')
    expect(decode(damaged).malformed).toEqual({ byte: 15, line: 3 })
    expect(() => decodeText('people.csv', damaged)).toThrow(
      new IntakeError('people.csv: malformed UTF-8 at line 3 (byte 15)'),
    )
  })

  it('names the place of a byte that no encoding has', () => {
    expect(() => decodeText('a.csv', bytes('a\nb', 0x81, 'c', 0xfc))).toThrow(
      'a.csv: malformed UTF-8 at line 2',
    )
  })

  it('does not call a character malformed that only the head cuts', () => {
    for (const pad of [0, 1, 2, 3]) {
      const cut = head('x', bytes('a'.repeat(65_536 - pad), '€€'))
      expect(cut.text).not.toContain('\uFFFD')
      expect(cut.text.startsWith('aaa')).toBe(true)
    }
  })

  it('counts lines by CRLF, LF and CR', () => {
    expect(lineAt('a\r\nb\nc\rd', 8)).toBe(4)
  })
})

const utf8 = '../shared/data/evil/flenniken__utf8tests'
describe.skipIf(!existsSync(utf8))('malformed UTF-8 of utf8tests', () => {
  it('is refused with a place, and replaced as the reference does', () => {
    const raw = readFileSync(`${utf8}/utf8tests.bin`)
    expect(() => decodeText('utf8tests.bin', raw)).toThrow(/malformed UTF-8 at line \d+/)
    const reference = readFileSync(`${utf8}/artifacts/utf8.replace.nodejs.17.2.0.txt`, 'utf8')
    expect(decode(raw).text).toBe(reference)
  })
})
