import { describe, expect, it } from 'vitest'
import { momentOf } from './moment.ts'

describe('a time as a person types it', () => {
  it.each([
    ['2026-12-01T10:00+01:00', undefined, '2026-12-01T09:00:00.000Z'],
    ['2026-12-01 10:00Z', undefined, '2026-12-01T10:00:00.000Z'],
    ['2026-12-01 10:00', 'Europe/Berlin', '2026-12-01T09:00:00.000Z'],
    ['2026-07-01 10:00', 'Europe/Berlin', '2026-07-01T08:00:00.000Z'],
    ['2026-07-01 10:00', 'Asia/Kolkata', '2026-07-01T04:30:00.000Z'],
    ['2026-01-01 00:15', 'Pacific/Auckland', '2025-12-31T11:15:00.000Z'],
    // Before and after the clocks change, on the very day.
    ['2026-03-29 01:30', 'Europe/Berlin', '2026-03-29T00:30:00.000Z'],
    ['2026-03-29 03:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25 01:30', 'Europe/Berlin', '2026-10-24T23:30:00.000Z'],
    ['2026-10-25 03:30', 'Europe/Berlin', '2026-10-25T02:30:00.000Z'],
    ['2026-11-01 12:00', 'America/New_York', '2026-11-01T17:00:00.000Z'],
  ])('%s in %s', (given, zone, instant) => expect(momentOf(given, zone)).toEqual({ startsAt: instant }))

  it('an hour that the change leaves out, or has twice, is an hour nearby', () => {
    const skipped = Date.parse(momentOf('2026-03-29 02:30', 'Europe/Berlin').startsAt!)
    expect(Math.abs(skipped - Date.parse('2026-03-29T01:00Z'))).toBeLessThanOrEqual(30 * 60_000)
    const twice = momentOf('2026-10-25 02:30', 'Europe/Berlin').startsAt
    expect(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']).toContain(twice)
  })

  it('a bare day stays a day', () => expect(momentOf(' 2028-02-29 ')).toEqual({ onDay: '2028-02-29' }))
})

describe('what is no time is refused by what was given', () => {
  it.each([
    '2026-02-31',
    '2027-02-29',
    '2026-02-31T10:00Z',
    '2026-13-01 10:00',
    '2026-12-01 25:00',
    '2026-12-01 10:75',
    '1.12.2026',
    'tomorrow',
    '',
  ])('"%s"', (given) => {
    expect(() => momentOf(given, 'UTC')).toThrow(expect.objectContaining({ code: 'invalid-input', at: 'at' }))
  })

  it.each(['Mars/Base', 'Berlin', ''])('the zone "%s", whether the time needs one or not', (zone) => {
    for (const given of ['2026-12-01 10:00', '2026-12-01T10:00Z', '2026-12-01'])
      expect(() => momentOf(given, zone)).toThrow(expect.objectContaining({ at: 'timeZone' }))
  })
})
