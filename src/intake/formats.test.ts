import { describe, expect, it } from 'vitest'
import { detect, formatOfKind, formats } from './formats.ts'
import type { Item } from './records.ts'

const CONNECTIONS =
  'Notes:\n"x"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,Example,,,,,1 May 2020\n'
const SAMPLES: Record<string, string> = {
  'linkedin-connections': CONNECTIONS,
  icalendar: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n',
  vcard: 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nEND:VCARD\r\n',
  mail: 'From: a@example.com\r\nTo: b@example.com\r\nSubject: Name, Company\r\n\r\nFirst Name,Last Name,Connected On\r\n',
  'csv-people': 'Name,Company\nAda,Acme\n',
  'csv-positions': 'Company,From,To\nAcme,2019,\n',
}

describe('formats', () => {
  it('have a name of their own each', () => {
    expect(new Set(formats.map(({ kind }) => kind)).size).toBe(formats.length)
    for (const { kind } of formats) expect(formatOfKind(kind)?.kind).toBe(kind)
    expect(formatOfKind('nothing')).toBeNull()
  })

  it.each(Object.entries(SAMPLES))('%s is told by content, whatever the name says', (kind, content) => {
    for (const name of ['x.csv', 'x.ics', 'x.vcf', 'x.json', 'Skills.csv', 'x'])
      expect(detect(name, Buffer.from(content))?.kind).toBe(kind)
  })

  it.each([
    ['text', 'Dear Ada, we met, briefly, at Acme.'],
    ['binary', '\0\x01\x02,\0'],
    ['other JSON', '[1, 2]'],
    ['nothing', ''],
  ])('no format takes %s', (_, content) => {
    expect(detect('x', Buffer.from(content))).toBeNull()
    expect(detect('x.toString', Buffer.from(content))).toBeNull()
  })

  it('a name tells only who says what was expected', async () => {
    for (const name of ['x.csv', 'Connections.csv', 'messages.csv', 'x.ics', 'x.vcf']) {
      const bytes = Buffer.from('Foo,Bar\n1,2\n')
      const format = detect(name, bytes)
      const read = async () => {
        const items: Item[] = []
        for await (const item of format!.read(bytes, { name, now: new Date() })) items.push(item)
        return items
      }
      await expect(read()).rejects.toMatchObject({
        name: 'IntakeError',
        message: expect.stringContaining(name),
      })
    }
  })
})
