import ICAL from 'ical.js'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type TestHouse, testHouse } from '../people/testing.ts'
import { calendarExport } from './calendar-file.ts'
import { invitationDecide } from './decision.ts'
import { followUpAdd, followUpDone } from './follow-ups.ts'
import { invitationAdd } from './invitation.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
beforeEach(() => house.fresh())
afterAll(() => house?.close())

const invite = (organization: string, at: string) =>
  house.ask(invitationAdd, {
    organization,
    role: 'Data Lead',
    at,
    timeZone: 'Europe/Berlin',
    place: 'Am Kai 3',
  })
const eventsIn = (ics: string) =>
  new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))

it('a meeting that was taken is in the calendar at its instant, across the change of the clocks too', async () => {
  const { invitation } = await invite('Cobalt Health', '2026-10-26 09:00')
  await house.ask(invitationDecide, { invitation, verdict: 'take' })
  const { ics, events } = await house.ask(calendarExport, { titles: true })
  expect(events).toBe(1)
  const [event] = eventsIn(ics)
  // The day after summer time ends: nine o'clock in Berlin is eight in UTC.
  expect(event!.startDate.toJSDate().toISOString()).toBe('2026-10-26T08:00:00.000Z')
  expect(event!.summary).toBe('Cobalt Health: Data Lead')
  expect(event!.location).toBe('Am Kai 3')
})

it('says no title and no place unless they are wished', async () => {
  const { invitation } = await invite('Cobalt Health', '2026-07-01 09:00')
  await house.ask(invitationDecide, { invitation, verdict: 'take' })
  const { ics } = await house.ask(calendarExport, {})
  expect(ics).not.toMatch(/Cobalt|Data Lead|Kai/)
  expect(eventsIn(ics)[0]!.summary).toBe('Meeting')
})

it('leaves out what is not decided or was refused; one invitation alone is always given', async () => {
  const { invitation } = await invite('Northwind', '2026-07-01 09:00')
  expect((await house.ask(calendarExport, {})).events).toBe(0)
  await house.ask(invitationDecide, { invitation, verdict: 'refuse', reason: 'timing' })
  expect((await house.ask(calendarExport, {})).events).toBe(0)
  expect((await house.ask(calendarExport, { invitation })).events).toBe(1)
})

it('what is to be done stands in it with an alarm, if that is wished, until it is done', async () => {
  const timed = { dueOn: '2026-10-26', dueTime: '09:00', timeZone: 'Europe/Berlin' }
  const { followUp } = await house.ask(followUpAdd, { says: 'Call Cobalt', ...timed })
  await house.ask(followUpAdd, { says: 'Write', dueOn: '2026-10-27' })
  expect((await house.ask(calendarExport, {})).events).toBe(0)
  const { ics } = await house.ask(calendarExport, { titles: true, reminders: true })
  const [call, write] = eventsIn(ics)
  expect(call!.startDate.toJSDate().toISOString()).toBe('2026-10-26T08:00:00.000Z')
  expect(call!.component.getAllSubcomponents('valarm')).toHaveLength(1)
  expect(write!.startDate.isDate).toBe(true)
  expect((await house.ask(calendarExport, { reminders: true })).ics).not.toMatch(/Cobalt|Write/)
  await house.ask(followUpDone, { followUp })
  expect((await house.ask(calendarExport, { reminders: true })).events).toBe(1)
})
