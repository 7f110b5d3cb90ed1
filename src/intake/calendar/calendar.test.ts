import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type CalendarFact, IntakeError, type Item } from '../records.ts'
import { icalendar } from './calendar.ts'

const now = new Date('2026-05-01T00:00:00Z')

function read(content: string | Uint8Array): Item[] {
  const bytes = typeof content === 'string' ? Buffer.from(content.replace(/\r?\n/g, '\r\n')) : content
  return [...(icalendar.read(bytes, { name: 'x.ics', now }) as Iterable<Item>)]
}

function facts(content: string | Uint8Array): CalendarFact[] {
  return read(content).flatMap((item) => ('fact' in item ? [item.fact as CalendarFact] : []))
}

function only(content: string | Uint8Array): CalendarFact {
  const [fact, ...more] = facts(content)
  if (!fact || more.length > 0) throw new Error(`not one event: ${JSON.stringify(read(content))}`)
  return fact
}

/** A calendar of one event of these lines. */
function event(lines: string, head = ''): string {
  return `BEGIN:VCALENDAR\nVERSION:2.0\n${head}BEGIN:VEVENT\nUID:1@x.test\n${lines}\nEND:VEVENT\nEND:VCALENDAR\n`
}

function party(line: string) {
  return only(event(`DTSTART:20260514T080000Z\n${line}`)).attendees[0]
}

const google = `BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:REQUEST
BEGIN:VTIMEZONE
TZID:Europe/Berlin
X-LIC-LOCATION:Europe/Berlin
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
DTSTART;TZID=Europe/Berlin:20260514T100000
DTEND;TZID=Europe/Berlin:20260514T110000
DTSTAMP:20260502T120000Z
ORGANIZER;CN=Nina Katz:mailto:nina.katz@northwind.example
UID:4q7abc@google.com
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Vera Ho
 lm;X-NUM-GUESTS=0:mailto:vera.holm@northwind.example
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=
 TRUE;CN=alex@mail.example;X-NUM-GUESTS=0:mailto:alex@mail.example
ATTENDEE;CUTYPE=RESOURCE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Room Oslo:
 mailto:c_188@resource.calendar.google.com
SEQUENCE:2
STATUS:CONFIRMED
SUMMARY:Interview: Alex and Northwind\\, round 2
LOCATION:Room Oslo
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:This is an event reminder
TRIGGER:-P0DT0H30M0S
END:VALARM
END:VEVENT
END:VCALENDAR
`

const outlook = `BEGIN:VCALENDAR
METHOD:REQUEST
PRODID:Microsoft Exchange Server 2010
VERSION:2.0
BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
ORGANIZER;CN="Katz, Nina":MAILTO:Nina.Katz@Northwind.example
ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="Berg, Tom":MAILTO:tom.berg@northwind.example
ATTENDEE;ROLE=OPT-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN='vera.holm@northwind.example':MAILTO:vera.holm@northwind.example
DESCRIPTION;LANGUAGE=en-US:________________\\nMicrosoft Teams meeting\\n
UID:040000008200E00074C5B7101A82E008
SUMMARY;LANGUAGE=en-US:Interview
DTSTART;TZID=W. Europe Standard Time:20260514T100000
DTEND;TZID=W. Europe Standard Time:20260514T103000
CLASS:PUBLIC
DTSTAMP:20260502T120000Z
STATUS:CONFIRMED
SEQUENCE:0
LOCATION;LANGUAGE=en-US:Microsoft Teams Meeting
X-MICROSOFT-CDO-ALLDAYEVENT:FALSE
END:VEVENT
END:VCALENDAR
`

describe('an invitation', () => {
  it('of Google is read with zone, room and guests', () => {
    expect(only(google)).toEqual({
      kind: 'calendar',
      key: '4q7abc@google.com',
      uid: '4q7abc@google.com',
      sequence: 2,
      stamp: '2026-05-02T12:00:00.000Z',
      method: 'REQUEST',
      status: 'CONFIRMED',
      summary: 'Interview: Alex and Northwind, round 2',
      location: 'Room Oslo',
      startsAt: '2026-05-14T08:00:00.000Z',
      endsAt: '2026-05-14T09:00:00.000Z',
      timeZone: 'Europe/Berlin',
      organizer: { name: 'Nina Katz', email: 'nina.katz@northwind.example' },
      attendees: [
        {
          name: 'Vera Holm',
          email: 'vera.holm@northwind.example',
          cutype: 'INDIVIDUAL',
          role: 'REQ-PARTICIPANT',
          partstat: 'ACCEPTED',
        },
        {
          email: 'alex@mail.example',
          cutype: 'INDIVIDUAL',
          role: 'REQ-PARTICIPANT',
          partstat: 'NEEDS-ACTION',
        },
        {
          name: 'Room Oslo',
          email: 'c_188@resource.calendar.google.com',
          cutype: 'RESOURCE',
          role: 'REQ-PARTICIPANT',
          partstat: 'ACCEPTED',
        },
      ],
    })
  })

  it('of Outlook and Teams is read with a Windows zone, and names in order', () => {
    const fact = only(outlook)
    expect(fact).toMatchObject({
      startsAt: '2026-05-14T08:00:00.000Z',
      endsAt: '2026-05-14T08:30:00.000Z',
      timeZone: 'Europe/Berlin',
      location: 'Microsoft Teams Meeting',
      organizer: { name: 'Nina Katz', email: 'nina.katz@northwind.example' },
    })
    expect(fact.attendees.map(({ name }) => name)).toEqual(['Tom Berg', undefined])
  })

  it('of Outlook without its VTIMEZONE has the same time', () => {
    const bare = outlook.replace(/BEGIN:VTIMEZONE[\s\S]*END:VTIMEZONE\n/, '')
    expect(only(bare).startsAt).toBe('2026-05-14T08:00:00.000Z')
  })

  it('of Outlook in a "Customized Time Zone" has the time that the file describes, and no zone name', () => {
    const custom = outlook.replaceAll('W. Europe Standard Time', 'Customized Time Zone')
    expect(only(custom).startsAt).toBe('2026-05-14T08:00:00.000Z')
    expect(only(custom).timeZone).toBeUndefined()
  })

  it('in a zone whose name and description disagree has no zone name', () => {
    const odd = outlook.replaceAll('W. Europe Standard Time', 'Pacific Standard Time')
    expect(only(odd).startsAt).toBe('2026-05-14T08:00:00.000Z')
    expect(only(odd).timeZone).toBeUndefined()
  })

  it('of Apple has the address in EMAIL where the value is none', () => {
    const line = 'ATTENDEE;CN="Vera Holm";EMAIL="vera@northwind.example";CUTYPE=INDIVIDUAL:/aMTA4/principal/'
    expect(party(line)).toEqual({ name: 'Vera Holm', email: 'vera@northwind.example', cutype: 'INDIVIDUAL' })
  })

  it('keeps update, exception and cancellation apart by SEQUENCE and RECURRENCE-ID', () => {
    const weekly = 'DTSTART;TZID=Europe/Berlin:20260323T090000'
    const moved = `SEQUENCE:3\nRECURRENCE-ID;TZID=Europe/Berlin:20260330T090000\nDTSTART;TZID=Europe/Berlin:20260330T110000`
    const both = `${event(`${weekly}\nRRULE:FREQ=WEEKLY`)}${event(moved)}`
    const [master, exception] = facts(both)
    expect(master).toMatchObject({
      key: '1@x.test',
      sequence: 0,
      recurring: true,
      startsAt: '2026-03-23T08:00:00.000Z',
    })
    expect(exception).toMatchObject({
      key: '1@x.test#2026-03-30T07:00:00.000Z',
      uid: '1@x.test',
      recurrenceId: '2026-03-30T07:00:00.000Z',
      sequence: 3,
      startsAt: '2026-03-30T09:00:00.000Z',
    })
    expect(exception?.recurring).toBeUndefined()
    const cancelled = only(event('SEQUENCE:4\nSTATUS:cancelled', 'METHOD:Cancel\n'))
    expect(cancelled).toMatchObject({ key: '1@x.test', sequence: 4, method: 'CANCEL', status: 'CANCELLED' })
    expect(cancelled.startsAt).toBeUndefined()
  })
})

describe('times', () => {
  it('cross the change to summer', () => {
    const fact = only(
      event('DTSTART;TZID=America/New_York:20260308T013000\nDTEND;TZID=America/New_York:20260308T033000'),
    )
    expect([fact.startsAt, fact.endsAt]).toEqual(['2026-03-08T06:30:00.000Z', '2026-03-08T07:30:00.000Z'])
  })

  it('in UTC name no zone', () => {
    expect(only(event('DTSTART:20260514T080000Z'))).not.toHaveProperty('timeZone')
  })

  it('without a zone are those of the calendar, else of the system', () => {
    const floating = 'DTSTART:20260514T100000'
    expect(only(event(floating, 'X-WR-TIMEZONE:Asia/Tokyo\n')).startsAt).toBe('2026-05-14T01:00:00.000Z')
    expect(only(event(floating, 'X-WR-TIMEZONE:Asia/Tokyo\n')).timeZone).toBeUndefined()
    expect(only(event(floating)).startsAt).toBe(new Date('2026-05-14T10:00:00').toISOString())
  })

  it('of whole days stay days', () => {
    const whole = only(event('DTSTART;VALUE=DATE:20260514\nDTEND;VALUE=DATE:20260516'))
    expect(whole).toMatchObject({ startsAt: '2026-05-14', endsAt: '2026-05-16', allDay: true })
    expect(only(event('DTSTART:20260514\nDURATION:P2D')).endsAt).toBe('2026-05-16')
    const marked = 'DTSTART;TZID=Asia/Tokyo:20260514T000000\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE'
    expect(only(event(marked))).toMatchObject({ startsAt: '2026-05-14', allDay: true })
    expect(only(event('DTSTART:20260514T000000Z')).allDay).toBeUndefined()
  })

  it('end by DURATION, and nowhere when the end is unreadable or before the start', () => {
    const start = 'DTSTART:20260514T080000Z\n'
    expect(only(event(`${start}DURATION:PT1H30M`)).endsAt).toBe('2026-05-14T09:30:00.000Z')
    expect(only(event(`${start}DTEND:20260514T070000Z`)).endsAt).toBeUndefined()
    expect(only(event(`${start}DTEND:later`)).endsAt).toBeUndefined()
    expect(only(event(`${start}DURATION:-P1D`)).endsAt).toBeUndefined()
  })

  it('are found behind zone names that break the grammar', () => {
    const start = only(event('DTSTART;TZID=(UTC-05:00) Eastern Time (US & Canada):20260514T100000'))
    expect(start).toMatchObject({ startsAt: '2026-05-14T14:00:00.000Z', timeZone: 'America/New_York' })
    const quote = only(event('DTSTART;TZID="W. Europe Standard Time:20260514T100000'))
    expect(quote.startsAt).toBe('2026-05-14T08:00:00.000Z')
  })
})

describe('people of an event', () => {
  it.each([
    ['ATTENDEE;CN="Holm, Vera":MAILTO:V@X.TEST', { name: 'Vera Holm', email: 'v@x.test' }],
    [
      'ATTENDEE;CN="Page, Larry <l@x.test> (l@x.test)":mailto:l@x.test',
      { name: 'Larry Page', email: 'l@x.test' },
    ],
    ['ATTENDEE;CN=v@x.test:mailto:V@x.test', { email: 'v@x.test' }],
    ["ATTENDEE;CN='Vera Holm':mailto:v@x.test", { name: 'Vera Holm', email: 'v@x.test' }],
    ['ATTENDEE;CN=Vera Holm:invalid:nomail', { name: 'Vera Holm' }],
    ['ATTENDEE;CN=Vera Holm:urn:uuid:1', { name: 'Vera Holm' }],
    ['ATTENDEE:Vera Holm <v@x.test>', { name: 'Vera Holm', email: 'v@x.test' }],
    ['ATTENDEE="mailto:v@x.test"', { email: 'v@x.test' }],
    ['ATTENDEE;CN=Vera Holm', { name: 'Vera Holm' }],
    ['ATTENDEE;CN="Lee, MBA":mailto:l@x.test', { name: 'Lee, MBA', email: 'l@x.test' }],
    ['ATTENDEE:mailto:v%2Bjobs@x.test?subject=x', { email: 'v+jobs@x.test' }],
    [
      'ATTENDEE;CN=V:https://www.linkedin.com/in/vera',
      { name: 'V', profileUrl: 'https://www.linkedin.com/in/vera' },
    ],
    [
      "ATTENDEE;CN=Vera ^'V^' Holm;ROLE=chair:mailto:v@x.test",
      { name: 'Vera "V" Holm', email: 'v@x.test', role: 'CHAIR' },
    ],
  ])('%s', (line, expected) => expect(party(line)).toEqual(expected))

  it('are listed once, and not at all without name and address', () => {
    const twice =
      'ATTENDEE:mailto:a@x.test\nATTENDEE:MAILTO:A@X.TEST\nATTENDEE:mailto:\nATTENDEE:\nORGANIZER:'
    const fact = only(event(`DTSTART:20260514\n${twice}`))
    expect(fact.attendees).toEqual([{ email: 'a@x.test' }])
    expect(fact.organizer).toBeUndefined()
  })
})

describe('a bad component spoils no other', () => {
  const good = 'BEGIN:VEVENT\nUID:good\nDTSTART:20260514T080000Z\nEND:VEVENT\n'

  it.each([
    [
      'BEGIN:VEVENT\nUID:a\nDTSTART:20261301T080000Z\nEND:VEVENT\n',
      /the start "20261301T080000Z" is no date \(line 4\)/,
    ],
    ['BEGIN:VEVENT\nUID:a\nDTSTART:20260230\nEND:VEVENT\n', /is no date/],
    ['BEGIN:VEVENT\nUID:a\nDTSTART=20260514\nEND:VEVENT\n', /the start "20260514" is no date/],
    ['BEGIN:VEVENT\nUID:a\nEND:VEVENT\n', /has no start/],
    ['BEGIN:VEVENT\nUID:a\nDTSTART:20260514\n', /END:VEVENT is missing/],
    ['BEGIN:VEVENT\nUID:a\nDTSTART:20260514\nRECURRENCE-ID:then\nEND:VEVENT\n', /the recurrence "then"/],
  ])('%j', (bad, why) => {
    const items = read(`BEGIN:VCALENDAR\n${bad}${good}END:VCALENDAR\n`)
    expect(items).toHaveLength(2)
    expect(items[0]).toMatchObject({ at: 'VEVENT 1, line 2', rejected: expect.stringMatching(why) })
    expect(items[1]).toMatchObject({ fact: { uid: 'good' } })
  })

  it('nor does a bad line within an event', () => {
    const lines =
      'DTSTART:20260514T080000Z\nRRULE:FREQ=\nnot a line\nX-APPLE=3\nATTENDEE;CN="x\nSEQUENCE:many\nSUMMARY:Talk'
    expect(only(event(lines))).toMatchObject({ summary: 'Talk', sequence: 0, recurring: true })
  })

  it('and what is no event says what it is', () => {
    const parts = ['VTODO', 'VJOURNAL', 'VFREEBUSY', 'X-OWN']
      .map((name) => `BEGIN:${name}\nEND:${name}\n`)
      .join('')
    const items = read(`BEGIN:VCALENDAR\n${parts}${good}END:VCALENDAR\n`)
    expect(items.map((item) => ('skipped' in item ? item.skipped : 'event'))).toEqual([
      'a task, not a meeting',
      'a journal entry, not a meeting',
      'times when somebody is free or busy, not a meeting',
      'not a meeting',
      'event',
    ])
    expect(read('BEGIN:VCALENDAR\nEND:VCALENDAR')).toEqual([
      { at: 'VCALENDAR 1, line 1', skipped: 'an empty calendar' },
    ])
  })
})

describe('a file', () => {
  it('may hold several calendars, each with its own zones and method', () => {
    const [first, second] = facts(
      `${outlook}${event('DTSTART:20260514T100000', 'X-WR-TIMEZONE:Asia/Tokyo\n')}`,
    )
    expect(first).toMatchObject({ method: 'REQUEST', timeZone: 'Europe/Berlin' })
    expect(second).toMatchObject({ startsAt: '2026-05-14T01:00:00.000Z' })
    expect(second?.method).toBeUndefined()
  })

  it('may be of vCalendar 1.0', () => {
    const old = `BEGIN:VCALENDAR\nVERSION:1.0\nBEGIN:VEVENT\nUID:1\nDTSTART:20260514T080000Z\nSUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gespr=C3=A4ch =\nmit Vera\nATTENDEE;ROLE=ATTENDEE;STATUS=CONFIRMED:Vera Holm <v@x.test>\nEND:VEVENT\nEND:VCALENDAR`
    expect(only(old)).toMatchObject({ summary: 'Gespräch mit Vera', attendees: [{ name: 'Vera Holm' }] })
  })

  it('may fold inside a character, end lines in three ways, or be of UTF-16 or Latin-1', () => {
    const text = event('DTSTART:20260514T080000Z\nSUMMARY:Büro')
    const folded = Buffer.from(text).toString('latin1').replace('Ã¼', 'Ã\r\n ¼')
    expect(only(Buffer.from(folded, 'latin1')).summary).toBe('Büro')
    expect(only(Buffer.from(text.replaceAll('\n', '\r'))).summary).toBe('Büro')
    expect(only(Buffer.from(`\uFEFF${text}`, 'utf16le')).summary).toBe('Büro')
    expect(only(Buffer.from(text, 'latin1')).summary).toBe('Büro')
  })

  it('without a component is refused with its name', () => {
    for (const text of ['', 'hello', 'BEGIN:', '\0\0']) {
      expect(() => read(text)).toThrow(IntakeError)
      expect(() => read(text)).toThrow(/^x\.ics: /)
    }
  })

  it('is recognized by what it holds, not by its name', () => {
    const knows = (text: string) => icalendar.recognizes({ name: 'x', bytes: Buffer.from(text), text })
    expect(knows('\uFEFF\r\nBEGIN:VCALENDAR\r\n')).toBe(true)
    expect(knows('begin:vcalendar\n')).toBe(true)
    expect(knows('BEGIN:VEVENT\nUID:1\n')).toBe(true)
    expect(knows('BEGIN:VCARD\nVERSION:3.0\n')).toBe(false)
    expect(knows('Subject: x\n\nBEGIN:VCALENDAR\n')).toBe(false)
    expect(knows('{"BEGIN":"VCALENDAR"}')).toBe(false)
  })
})

describe('an event without UID', () => {
  const without = (summary: string) => `BEGIN:VEVENT\nDTSTART:20260514\nSUMMARY:${summary}\nEND:VEVENT`

  it('is known again by what it says, and only by that', () => {
    expect(only(without('A')).key).toBe(only(`X:1\n${without('A')}`).key)
    expect(only(without('A')).key).not.toBe(only(without('B')).key)
    expect(only(without('A')).key).toMatch(/^content:[0-9a-f]{32}$/)
  })

  it('and a key is never too long for an index', () => {
    expect(
      only(`BEGIN:VEVENT\nUID:${'x'.repeat(9000)}\nDTSTART:20260514\nEND:VEVENT`).key.length,
    ).toBeLessThan(501)
  })
})

describe('hostile input comes back', () => {
  it.each([
    ['nesting', 'BEGIN:VEVENT\nBEGIN:X\n'.repeat(20_000)],
    ['a rule without end', event('DTSTART:20260514T080000Z\nRRULE:FREQ=SECONDLY;COUNT=999999999')],
    ['a long line', event(`DTSTART:20260514T080000Z\nSUMMARY:${'\\,'.repeat(2_000_000)}`)],
    ['quotes', event(`DTSTART:20260514T080000Z\nATTENDEE;${'CN="'.repeat(200_000)}:mailto:a@x.test`)],
    ['many guests', event(`DTSTART:20260514\n${'ATTENDEE:mailto:a@x.test\n'.repeat(20_000)}`)],
    ['folds', event(`DTSTART:20260514\nSUMMARY:${'a\n '.repeat(200_000)}`)],
  ])('%s', (_, text) => expect(read(text).length).toBeGreaterThan(0))
})

const samples = '../shared/data/ical'

describe.skipIf(!existsSync(samples))('the real calendars', () => {
  const names = existsSync(samples) ? (readdirSync(samples, { recursive: true }) as string[]) : []
  const files = names.filter((name) => name.endsWith('.ics'))

  it('each yields items or is refused with its name', () => {
    for (const name of files) {
      expect(outcome(name), name).toMatch(/^(items|refused)$/)
    }
    expect(files.length).toBeGreaterThan(350)
    expect(files.filter((name) => outcome(name) === 'refused').length).toBeLessThan(6)
  })

  function outcome(name: string): string {
    try {
      const items = read(readFileSync(`${samples}/${name}`))
      for (const item of items) if ('fact' in item) expectSound(item.fact as CalendarFact)
      return items.length > 0 ? 'items' : 'nothing'
    } catch (error) {
      return error instanceof IntakeError && error.message.startsWith('x.ics: ') ? 'refused' : String(error)
    }
  }

  function expectSound(fact: CalendarFact): void {
    const time = fact.allDay ? /^\d{4}-\d\d-\d\d$/ : /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/
    if (fact.startsAt) expect(fact.startsAt).toMatch(time)
    expect(fact.uid).not.toBe('')
    expect(JSON.stringify(fact)).not.toContain('\\u0000')
  }
})
