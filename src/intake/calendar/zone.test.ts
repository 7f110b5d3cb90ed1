import { describe, expect, it } from 'vitest'
import { componentTree, logicalLines } from './lines.ts'
import { describedZone } from './vtimezone.ts'
import { windowsZones } from './windows-zones.ts'
import { fixedZone, ianaName, ianaZone, toInstant, utcTime, type Zone } from './zone.ts'

function instant(zone: Zone | undefined, local: string): string {
  return zone ? new Date(toInstant(Date.parse(`${local}Z`), zone)).toISOString() : 'no zone'
}

function described(text: string): Zone | undefined {
  const [component] = componentTree(logicalLines(Buffer.from(text))).children
  return component && describedZone(component)
}

const outlookEastern = `BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE`

describe('local times become instants', () => {
  const berlin = ianaZone('Europe/Berlin')

  it('in summer and in winter', () => {
    expect(instant(berlin, '2026-07-01T10:00:00')).toBe('2026-07-01T08:00:00.000Z')
    expect(instant(berlin, '2026-01-01T10:00:00')).toBe('2026-01-01T09:00:00.000Z')
  })

  it('on the day of the change, before and after it', () => {
    expect(instant(berlin, '2026-03-29T01:30:00')).toBe('2026-03-29T00:30:00.000Z')
    expect(instant(berlin, '2026-03-29T03:30:00')).toBe('2026-03-29T01:30:00.000Z')
  })

  it('with the offset before the change where the hour is missing or double', () => {
    expect(instant(berlin, '2026-03-29T02:30:00')).toBe('2026-03-29T01:30:00.000Z')
    expect(instant(berlin, '2026-10-25T02:30:00')).toBe('2026-10-25T00:30:00.000Z')
  })

  it('for years before 100, which Date.UTC would move to the 20th century', () => {
    expect(new Date(utcTime(33, 4, 3)).toISOString()).toBe('0033-04-03T00:00:00.000Z')
  })
})

describe('a VTIMEZONE', () => {
  it('gives the offsets it describes', () => {
    const zone = described(outlookEastern)
    expect(instant(zone, '2020-08-25T10:35:00')).toBe('2020-08-25T14:35:00.000Z')
    expect(instant(zone, '2020-12-01T10:35:00')).toBe('2020-12-01T15:35:00.000Z')
  })

  it('agrees with the zone database on every day of a year, the hours of change included', () => {
    const zone = described(outlookEastern)
    const newYork = ianaZone('America/New_York')
    for (let hour = 0; hour < 366 * 24; hour += 1) {
      const local = new Date(Date.UTC(2024, 0, 1, hour, 30)).toISOString().slice(0, 19)
      expect(instant(zone, local)).toBe(instant(newYork, local))
    }
  })

  it('uses the newest of several rules of a kind, as Outlook writes eras', () => {
    const eras = outlookEastern.replace(
      'END:VTIMEZONE',
      'BEGIN:DAYLIGHT\nDTSTART:16710404T020000\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0400\nRRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=4\nEND:DAYLIGHT\nEND:VTIMEZONE',
    )
    expect(instant(described(eras), '2025-03-20T10:00:00')).toBe('2025-03-20T15:00:00.000Z')
    const modern = eras.replaceAll('DTSTART:16010101T020000', 'DTSTART:20070101T020000')
    expect(instant(described(modern), '2025-03-20T10:00:00')).toBe('2025-03-20T14:00:00.000Z')
  })

  it('ends with its UNTIL and counts its RDATE', () => {
    const text = (rule: string) =>
      `BEGIN:VTIMEZONE\nBEGIN:STANDARD\nDTSTART:20000101T000000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:20000601T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n${rule}\nEND:DAYLIGHT\nEND:VTIMEZONE`
    expect(instant(described(text('')), '2003-01-01T12:00:00')).toBe('2003-01-01T10:00:00.000Z')
    expect(instant(described(text('RDATE:20040101T000000')), '2005-01-01T12:00:00')).toBe(
      '2005-01-01T10:00:00.000Z',
    )
  })

  it('is none without a readable observance', () => {
    expect(described('BEGIN:VTIMEZONE\nTZID:x\nEND:VTIMEZONE')).toBeUndefined()
    expect(described(outlookEastern.replaceAll(/DTSTART:.*/g, 'DTSTART:soon'))).toBeUndefined()
  })

  it('comes back from rules that never end', () => {
    const zone = described(outlookEastern.replaceAll('FREQ=YEARLY', 'FREQ=SECONDLY'))
    expect(instant(zone, '2020-08-25T10:35:00')).toMatch(/^2020-08-25T1[45]/)
    expect(instant(described(outlookEastern.replace('1SU', '9SU')), '2020-08-25T10:35:00')).toMatch(/T14:35/)
  })
})

describe('a TZID means an IANA name', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['"Europe/Berlin"', 'Europe/Berlin'],
    ['/mozilla.org/20070129_1/America/New_York', 'America/New_York'],
    [
      '/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires',
      'America/Argentina/Buenos_Aires',
    ],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['pacific standard time', 'America/Los_Angeles'],
    ['(UTC-05:00) Eastern Time (US & Canada)', 'America/New_York'],
    ['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Europe/Amsterdam'],
    ['Kuala Lumpur, Singapore', 'Asia/Kuala_Lumpur'],
  ])('%s', (tzid, name) => expect(ianaName(tzid)?.name).toBe(name))

  it.each(['Customized Time Zone', 'Eastern-ish', '', '/', 'tzone://Microsoft/Custom'])(
    'but %j means none',
    (tzid) => {
      expect(ianaName(tzid)).toBeUndefined()
    },
  )

  it('or a plain offset', () => {
    expect(fixedZone('UTC+11')?.(0)).toBe(11 * 3_600_000)
    expect(fixedZone('GMT-0330')?.(0)).toBe(-3.5 * 3_600_000)
    expect(fixedZone('Customized Time Zone')).toBeUndefined()
  })
})

it('every Windows zone leads to a zone that this machine knows', () => {
  expect(windowsZones.size).toBeGreaterThan(135)
  for (const zone of windowsZones.values()) expect(ianaZone(zone), zone).toBeDefined()
})
