import { describe, expect, it } from 'vitest'
import { readDate, readInstant, readPeriod, slashOrder } from './written-date.ts'

describe('dates of exports', () => {
  it.each([
    ['26 Nov 2020', '2020-11-26'],
    ['26-Nov-20', '2020-11-26'],
    ['6-Nov-20', '2020-11-06'],
    ['Nov 2020', '2020-11'],
    ['Nov-20', '2020-11'],
    ['2020', '2020'],
    ['2020-11', '2020-11'],
    ['2020-11-26', '2020-11-26'],
    ['2020/11/26 14:30:00 UTC', '2020-11-26'],
    ['2023-11-15 14:30 UTC', '2023-11-15'],
    ['3/25/23, 10:15 AM', '2023-03-25'],
    ['3/4/23', '2023-03-04'],
    ['12/31/99, 9:05 PM', '1999-12-31'],
    ['26.11.2020', '2020-11-26'],
    ['1. 2. 2020', '2020-02-01'],
    ['Mar 25 2023 10:15 AM', '2023-03-25'],
    ['May 9, 2012', '2012-05-09'],
    ['Tue Nov 26 14:03:11 UTC 2019', '2019-11-26'],
    ['14. März 2026', '2026-03-14'],
    ['14 févr. 2026', '2026-02-14'],
    ['14 de mayo de 2026', '2026-05-14'],
    ['Dez. 2019', '2019-12'],
    ['04/2019', '2019-04'],
    ['2024-05-15T10:30:00.000Z', '2024-05-15'],
  ])('%s is %s', (text, date) => expect(readDate(text)).toBe(date))

  it.each([
    '',
    'Present',
    'a',
    '31 Feb 2020',
    '13/13/2020',
    '2020-13',
    'Smarch 2020',
    '26 Nov 0020',
    '99 Nov 2020',
    'Nov 14',
    '-',
  ])('%j is no date', (text) => expect(readDate(text)).toBeNull())

  it.each([
    ['3/25/23, 10:15 AM', '2023-03-25T10:15:00.000Z'],
    ['3/25/23, 12:05 AM', '2023-03-25T00:05:00.000Z'],
    ['3/25/23, 12:05 PM', '2023-03-25T12:05:00.000Z'],
    ['3/25/23, 1:05\u202fPM', '2023-03-25T13:05:00.000Z'],
    ['2023-11-15 14:30:00 UTC', '2023-11-15T14:30:00.000Z'],
    ['2024-05-15 10:30:00', '2024-05-15T10:30:00.000Z'],
    ['2024-05-15T10:30:00+02:00', '2024-05-15T08:30:00.000Z'],
    ['2024-05-15T10:30:00-03:30', '2024-05-15T14:00:00.000Z'],
    ['Mar 25 2023 10:15 AM', '2023-03-25T10:15:00.000Z'],
    ['Tue Nov 26 14:03:11 UTC 2019', '2019-11-26T14:03:11.000Z'],
    ['2020-11-26', '2020-11-26T00:00:00.000Z'],
  ])('%s is the instant %s', (text, instant) => expect(readInstant(text)).toBe(instant))

  it.each(['Nov 2020', '25:00', '3/25/23, 13:15 PM', '2023-11-15 24:30:00', 'yesterday 10:15 AM'])(
    '%j is no instant',
    (text) => expect(readInstant(text)).toBeNull(),
  )

  it('takes slashes as US unless the column proves otherwise', () => {
    expect(slashOrder(['3/4/23', '3/25/23'])).toBe('month-first')
    expect(slashOrder(['3/4/23', '25/3/23'])).toBe('day-first')
    expect(slashOrder(['3/25/23', '25/3/23'])).toBe('month-first')
    expect(readDate('3/4/23', 'day-first')).toBe('2023-04-03')
  })

  it('takes a period without an end as lasting, and an end that nobody can read as an end', () => {
    expect(readPeriod('Jan 2020', '')).toEqual({ from: '2020-01', current: true })
    expect(readPeriod('2019', 'Present')).toEqual({ from: '2019', current: true })
    expect(readPeriod('2019', '2021')).toEqual({ from: '2019', to: '2021' })
    expect(readPeriod('?', 'the summer after')).toEqual({ current: false })
  })
})
