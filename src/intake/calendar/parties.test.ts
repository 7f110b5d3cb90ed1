import { describe, expect, it } from 'vitest'
import { nameOfDomain, registrable } from './mail-domain.ts'
import { organizationFromParties, type RoomParty, roleOf } from './parties.ts'

const p = (name: string | undefined, email?: string, more: Partial<RoomParty> = {}): RoomParty => ({
  ...(name ? { name } : {}),
  ...(email ? { email } : {}),
  ...more,
})

describe('a robot', () => {
  it.each([
    [p('Oslo 3', 'oslo3@northwind.example', { cutype: 'ROOM' })],
    [p('Projector', undefined, { cutype: 'RESOURCE' })],
    [p('Data team', 'data@northwind.example', { cutype: 'GROUP' })],
    [p(undefined, 'c_188@resource.calendar.google.com')],
    [p('Northwind', 'no-reply@northwind.example')],
    [p('Northwind', 'noreply-jobs@northwind.example')],
    [p('Northwind', 'do_not_reply@northwind.example')],
    [p(undefined, 'robot@northwind.example')],
    [p(undefined, 'calendar-notification@northwind.example')],
    [p('Northwind', 'scheduler@northwind.example')],
    [p('Calendly', 'teamcalendly@calendly.com')],
    [p('Northwind Recruiting', 'no-reply@us.greenhouse-mail.io')],
    [p('Nina Katz', 'nina.katz.8f3a@greenhouse.io')],
    [p('Zoom', 'x@zoom.us')],
    [p("Nina's Notetaker", 'n@northwind.example')],
    [p(undefined, 'northwind@myworkday.com')],
    [p('Conference Room 2')],
  ])('%j', (party) => expect(roleOf(party)).toBe('robot'))

  it.each([
    [p('Yann Le Bot', 'yann.le.bot@northwind.example')],
    [p('Vera Abbot', 'abbot@northwind.example')],
    [p('Vera Holm', 'vera.holm@zoom.us')],
    [p('Vera Room', 'vera.room@northwind.example')],
    [p('Vera Holm', 'vera@northwind.example', { cutype: 'INDIVIDUAL' })],
  ])('but not %j', (party) => expect(roleOf(party)).toBe('interviewer'))
})

describe('a recruiter', () => {
  it.each([
    [p('Talent Acquisition', 'people@northwind.example')],
    [p('Nina Katz', 'nina@northwind.example', { title: 'Talent Partner' })],
    [p('Nina Katz', 'nina@northwind.example', { title: 'Technical Recruiter, Engineering' })],
    [p('Nina Katz (Recruiting)', 'nina@northwind.example')],
    [p('Nina Katz | HR')],
    [p('Nina Katz', 'nina@northwind.example', { title: 'VP Human Resources' })],
    [p('Nina Katz', 'nina@harborsearch.example')],
    [p('Nina Katz', 'nina@harbor-search-partners.example')],
    [p('Nina Katz', 'nina@brightrecruiting.example')],
    [p('Nina Katz', 'nina@kornferry.com')],
    [p(undefined, 'recruiting@northwind.example')],
    [p(undefined, 'jobs@northwind.example')],
    [p(undefined, 'hr.emea@northwind.example')],
    [p('Nina Katz', 'nina@gmail.com', { title: 'Executive Search Consultant' })],
    [p('Nina Katz', 'nina@northwind.example', { title: 'Personalreferentin' })],
  ])('%j', (party) => expect(roleOf(party)).toBe('recruiter'))

  it.each([
    [p('Ana Hunter', 'ana.hunter@northwind.example')],
    [p('Steve Jobs', 'steve.jobs@northwind.example')],
    [p('Vera Holm', 'vera@northwind-research.example')],
    [p('Vera Holm', 'vera@elasticsearch.example')],
    [p('Vera Holm', 'vera@northwind.example', { title: 'Head of Search Engineering' })],
    [p('Vera Holm', 'vera@northwind.example', { title: 'Software Engineer, Recruiting Products' })],
    [p('Vera Holm', 'vera@northwind.example', { title: 'Staff Engineer' })],
    [p('Christian Personal', 'c@northwind.example')],
  ])('but not %j', (party) => expect(roleOf(party)).toBe('interviewer'))
})

describe('a coordinator', () => {
  it.each([
    [p('Sam Lund', 'sam@northwind.example', { title: 'Recruiting Coordinator' })],
    [p('Sam Lund', 'sam@northwind.example', { title: 'Executive Assistant to the CEO' })],
    [p('Sam Lund', 'sam@northwind.example', { title: 'Assistenz der Geschäftsführung' })],
    [p(undefined, 'scheduling@northwind.example')],
    [p(undefined, 'info@northwind.example')],
    [p('Interview Scheduling', 'x@northwind.example')],
  ])('%j', (party) => expect(roleOf(party)).toBe('coordinator'))

  it('is also who takes no part in what was arranged', () => {
    const party = p('Sam Lund', 'sam@northwind.example', { role: 'NON-PARTICIPANT' })
    expect(roleOf(party)).toBe('coordinator')
    expect(roleOf({ ...party, role: 'CHAIR' })).toBe('interviewer')
  })

  it.each([
    [p('Vera Holm', 'vera@uni.example', { title: 'Assistant Professor' })],
    [p('Vera Holm', 'info@tiny.example')],
  ])('but not %j', (party) => expect(roleOf(party)).toBe('interviewer'))
})

describe('the firm that invites', () => {
  const vera = p('Vera Holm', 'vera@northwind.example')
  const tom = p('Tom Berg', 'tom@eu.northwind.example')
  const northwind = { domain: 'northwind.example', name: 'Northwind' }

  it('is that of the interviewers, not of the headhunter, the user, the room or a mail provider', () => {
    const nina = p('Nina Katz', 'nina@harborsearch.example')
    const me = p('Alex Reed', 'alex@cobalt.example')
    const others = [nina, me, p('Kim', 'kim@gmail.com'), p('Room', 'r@rooms.example', { cutype: 'ROOM' })]
    expect(organizationFromParties([...others, vera, tom], ['Alex@cobalt.example'])).toEqual(northwind)
  })

  it('is that of an own recruiter, when interviewers are there and no other firm', () => {
    const own = p('Nina Katz', 'nina@northwind.example', { title: 'Talent Partner' })
    expect(organizationFromParties([own, vera])).toEqual(northwind)
    expect(organizationFromParties([own])).toBeUndefined()
    const consultant = p('Ole Falk', 'ole@northwind.example')
    expect(organizationFromParties([own, consultant, p('Ida', 'ida@globex.example')])?.name).toBe('Globex')
  })

  it('is not guessed from mail providers, or where two firms are as likely', () => {
    expect(organizationFromParties([p('Kim', 'kim@gmx.de')])).toBeUndefined()
    expect(organizationFromParties([vera, p('Ida', 'ida@globex.example')])).toBeUndefined()
    expect(organizationFromParties([])).toBeUndefined()
  })

  it('is named after what was registered', () => {
    expect(registrable('mail.eu.northwind.co.uk')).toBe('northwind.co.uk')
    expect(nameOfDomain('hr.cobalt-health.co.uk')).toBe('Cobalt Health')
    expect(nameOfDomain('example.org')).toBe('Example')
    expect(nameOfDomain('bmw.example')).toBe('BMW')
  })
})
