import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { postOf, type TestServer, testServer } from '../testing.ts'

let server: TestServer
let cookie: string
beforeAll(async () => {
  server = await testServer()
  cookie = await server.signIn()
})
afterAll(() => server.close())

const say = async (path: string, body: object = {}) => {
  const answer = await server.fetch(path, { ...postOf(body), headers: { ...postOf(body).headers, cookie } })
  return (await answer.json()) as { path: string; invitation: string }
}

/** What RFC 5545 asks of any calendar (3.1, 3.4, 3.6.1, 3.7): folded lines, both ends, who made it, what each event needs. */
function expectCalendar(text: string): ICAL.Component[] {
  expect(text.endsWith('END:VCALENDAR\r\n') || text.endsWith('END:VCALENDAR')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const calendar = new ICAL.Component(ICAL.parse(text))
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
  expect(calendar.getFirstPropertyValue('prodid')).toBeTruthy()
  const events = calendar.getAllSubcomponents('vevent')
  const ids = events.map((event) => event.getFirstPropertyValue('uid'))
  expect(new Set(ids).size).toBe(events.length)
  for (const event of events)
    for (const name of ['uid', 'dtstamp', 'dtstart']) expect(event.hasProperty(name)).toBe(true)
  return events
}

it('a calendar program reads the meetings with the secret alone, without titles unless they were chosen', async () => {
  const long = 'Kalenderbeschreibungsabteilung '.repeat(6).trim()
  const { invitation } = await say('/api/invitation/add', {
    ...{ organization: 'Cobalt Health', role: long, at: '2099-07-01 09:00', timeZone: 'Europe/Berlin' },
  })
  await say('/api/invitation/decide', { invitation, verdict: 'take' })
  const { path } = await say('/api/calendar-feed/make')
  const answer = await server.fetch(path)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const bare = await answer.text()
  expect(expectCalendar(bare)).toHaveLength(1)
  expect(bare).not.toContain('Cobalt')
  const titled = await (
    await server.fetch((await say('/api/calendar-feed/make', { titles: true })).path)
  ).text()
  expect(expectCalendar(titled)[0]!.getFirstPropertyValue('summary')).toBe(`Cobalt Health: ${long}`)
})

it('an address that was replaced, ended or guessed answers nothing', async () => {
  const { path: first } = await say('/api/calendar-feed/make')
  const { path: second } = await say('/api/calendar-feed/make')
  const status = async (path: string) => (await server.fetch(path)).status
  expect([await status(first), await status(second)]).toEqual([404, 200])
  expect(await status('/calendar/guessedguessedguessedguessed.ics')).toBe(404)
  expect(await status('/calendar/..%2f..%2fetc.ics')).toBe(404)
  await say('/api/calendar-feed/end')
  expect(await status(second)).toBe(404)
})
