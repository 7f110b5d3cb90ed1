import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CalendarFact, Item } from '../records.ts'
import { mail } from './mail.ts'

const now = new Date('2026-05-01T00:00:00Z')

async function read(content: string | Uint8Array): Promise<Item[]> {
  const bytes = typeof content === 'string' ? Buffer.from(content.replace(/\r?\n/g, '\r\n')) : content
  const items: Item[] = []
  for await (const item of mail.read(bytes, { name: 'x.eml', now })) items.push(item)
  return items
}

const facts = async (content: string | Uint8Array) =>
  (await read(content)).flatMap((item) => ('fact' in item ? [item.fact as CalendarFact] : []))

const head = `From: "Katz, Nina" <Nina.Katz@northwind.example>
To: Alex Reed <alex@mail.example>, vera.holm@northwind.example
Cc: Tom Berg <tom@northwind.example>
Subject: Interview
Date: Sat, 2 May 2026 14:00:00 +0200
MIME-Version: 1.0
`

const calendar = (method: string, uid = 'u1') =>
  `BEGIN:VCALENDAR\nVERSION:2.0\n${method}BEGIN:VEVENT\nUID:${uid}\nDTSTART:20260514T080000Z\nSUMMARY:Talk\nEND:VEVENT\nEND:VCALENDAR\n`

type Part = [type: string, content: string]

function multipart(parts: Part[], header = head): string {
  const body = parts.map(([type, content]) => `--b\nContent-Type: ${type}\n\n${content}\n`).join('')
  return `${header}Content-Type: multipart/mixed; boundary="b"\n\n${body}--b--\n`
}

const secret = 'The salary is 123456, tell nobody.'

describe('a mail with an invitation', () => {
  it('gives the event, who wrote to whom, and when', async () => {
    const message = multipart([
      ['text/plain', secret],
      ['text/calendar; charset=utf-8; method=REQUEST', calendar('')],
    ])
    expect(await facts(message)).toEqual([
      {
        kind: 'calendar',
        key: 'u1',
        uid: 'u1',
        sequence: 0,
        method: 'REQUEST',
        summary: 'Talk',
        startsAt: '2026-05-14T08:00:00.000Z',
        attendees: [],
        mail: {
          from: { name: 'Nina Katz', email: 'nina.katz@northwind.example' },
          to: [
            { name: 'Alex Reed', email: 'alex@mail.example' },
            { email: 'vera.holm@northwind.example' },
            { name: 'Tom Berg', email: 'tom@northwind.example' },
          ],
          at: '2026-05-02T12:00:00.000Z',
        },
      },
    ])
  })

  it('keeps nothing of its text', async () => {
    const items = await read(
      multipart([
        ['text/plain', secret],
        ['text/calendar', calendar('')],
      ]),
    )
    expect(JSON.stringify(items)).not.toMatch(/salary|123456/)
  })

  it('believes the METHOD of the calendar before that of the part', async () => {
    const [fact] = await facts(multipart([['text/calendar; method=REQUEST', calendar('METHOD:CANCEL\n')]]))
    expect(fact?.method).toBe('CANCEL')
    const [bare] = await facts(multipart([['text/calendar; method=nonsense', calendar('')]]))
    expect(bare?.method).toBeUndefined()
  })

  it('counts the copy that is attached besides once, another event twice', async () => {
    const part = (uid: string): Part[] => [
      ['text/calendar; method=REQUEST', calendar('METHOD:REQUEST\n')],
      ['application/ics; name="invite.ics"', calendar('METHOD:REQUEST\n', uid)],
    ]
    expect(await facts(multipart(part('u1')))).toHaveLength(1)
    expect(await facts(multipart(part('u2')))).toHaveLength(2)
  })

  it('may be nothing but the calendar, or an .ics file of unknown type', async () => {
    expect(await facts(`${head}Content-Type: text/calendar; method=REQUEST\n\n${calendar('')}`)).toHaveLength(
      1,
    )
    const attached = multipart([['application/octet-stream; name="invite.ics"', calendar('')]])
    expect(await facts(attached)).toHaveLength(1)
  })

  it('may be forwarded as an attachment', async () => {
    const inner = multipart([['text/calendar; method=REQUEST', calendar('')]])
      .replaceAll('--b', '--inner')
      .replace('"b"', '"inner"')
    const [fact] = await facts(multipart([['message/rfc822', inner]], head.replace('Nina.Katz', 'forwarder')))
    expect(fact?.mail?.from?.email).toBe('nina.katz@northwind.example')
  })

  it('reports a broken calendar part beside the good one', async () => {
    const items = await read(
      multipart([
        ['text/calendar', 'hello'],
        ['text/calendar', calendar('')],
      ]),
    )
    expect(items).toMatchObject([
      { rejected: 'the calendar part holds no calendar' },
      { fact: { uid: 'u1' } },
    ])
  })
})

describe('a mail without an invitation', () => {
  it('is one skipped item that says so', async () => {
    const why = [{ at: 'message', skipped: 'a mail without a calendar part' }]
    expect(await read(`${head}\n${secret}`)).toEqual(why)
    expect(await read(multipart([['application/pdf; name="cv.pdf"', 'BEGIN:VCALENDAR']]))).toEqual(why)
  })

  it('comes back from parts within parts, and from bytes of any kind', async () => {
    let nested = head
    for (let level = 0; level < 2000; level += 1)
      nested += `Content-Type: multipart/mixed; boundary="x${level}"\n\n--x${level}\n`
    await expect(read(nested)).rejects.toThrow(/^x\.eml: is no readable mail message/)
    expect(await read(new Uint8Array([0xff, 0xfe, 0, 0x80]))).toHaveLength(1)
    expect(await read('')).toHaveLength(1)
  })
})

describe('a mail is recognized', () => {
  const knows = (text: string) => mail.recognizes({ name: 'x', bytes: Buffer.from(text), text })

  it('by its fields', () => {
    expect(knows(`${head}\nHello`)).toBe(true)
    expect(knows(head.replaceAll('\n', '\r\n'))).toBe(true)
    expect(knows('Received: from x\n\tby y\nFROM: a@b.test\nDate: now\n\n')).toBe(true)
  })

  it('but not a calendar, a list, a page, a letter or a chat', () => {
    expect(knows(calendar(''))).toBe(false)
    expect(knows('From,To,Date\na,b,c\n')).toBe(false)
    expect(knows('<html><p>From: a To: b Date: c</p></html>')).toBe(false)
    expect(knows('Dear Alex,\nFrom: me\nTo: you\nDate: today\n\n')).toBe(false)
    expect(knows('From: me\nTo: you\n\nDate: today')).toBe(false)
  })
})

const samples = '../shared/data/ical/mozilla__comm-central'

describe.skipIf(!existsSync(samples))('the real invitation mails', () => {
  const files = existsSync(samples) ? readdirSync(samples) : []

  it.each(files)('%s yields one event', async (name) => {
    const bytes = readFileSync(`${samples}/${name}`)
    expect(mail.recognizes({ name, bytes, text: bytes.toString() })).toBe(true)
    expect(await facts(bytes)).toHaveLength(1)
  })

  it('of Outlook: nine in the morning in Helsinki', async () => {
    const [fact] = await facts(readFileSync(`${samples}/outlook-test-invite.eml`))
    expect(fact).toMatchObject({
      startsAt: '2021-11-27T07:00:00.000Z',
      organizer: { name: 'Marge' },
      method: 'REQUEST',
    })
  })
})
