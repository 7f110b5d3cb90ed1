import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workspaceShow } from '../src/access/workspace.ts'
import type { Action } from '../src/action.ts'
import { capabilities } from '../src/capabilities.ts'
import { meetingDebrief } from '../src/meeting/debrief.ts'
import { invitationDecide } from '../src/meeting/decision.ts'
import { introductionAdvance } from '../src/meeting/introduction-state.ts'
import { introductionAsk } from '../src/meeting/introductions.ts'
import { invitationAdd } from '../src/meeting/invitation.ts'
import { invitationList, invitationShow } from '../src/meeting/invitations.ts'
import { invitationEnd, offerAdd, offerAnswer } from '../src/meeting/offers.ts'
import { refusalList } from '../src/meeting/refusals.ts'
import { meSet } from '../src/people/me.ts'
import { openingAdd } from '../src/people/opening.ts'
import { personAdd, personShow } from '../src/people/people.ts'
import { tieConfirm } from '../src/people/tie.ts'
import { organizationSay } from '../src/people/value.ts'
import { Refusal } from '../src/refusal.ts'
import { textFields, withText } from './support/fields.ts'
import { type Tenant, type TestHouse, testHouse } from './support/house.ts'
import { HALF_A_CHARACTER, isBlank, NASTIEST, NAUGHTY, NUL } from './support/naughty.ts'

// Every text field takes any text and gives it back unchanged, or says by name what it cannot keep.

const LONG = { timeout: 300_000 }

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())

const said = NAUGHTY.filter((text) => !isBlank(text))

/** A workspace for each text, so that those which fold to one name do not meet. */
async function eachText(
  work: (tenant: Tenant, text: string) => Promise<unknown>,
  texts: readonly string[] = said,
): Promise<unknown[]> {
  const wrong: unknown[] = []
  for (const text of texts) {
    const tenant = await house.tenant()
    await tenant.run(meSet, { name: 'Ada Quill' })
    const found = await work(tenant, text).catch((error: Error) => `${error.name}: ${error.message}`)
    if (found !== true) wrong.push([text, found])
  }
  return wrong
}

/** True when every value is the text; else those that are not. */
const same = (text: string, values: Record<string, unknown>) => {
  const other = Object.entries(values).filter(([, value]) => value !== text)
  return other.length === 0 || Object.fromEntries(other)
}

/** What some columns of a table hold. */
async function columns(tenant: Tenant, table: string, names: string[]): Promise<Record<string, string[]>> {
  const rows = await house.query<Record<string, string>>(
    `select ${names.join(', ')} from ${table} where workspace_id = $1`,
    [tenant.workspace],
  )
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name]!)]))
}

describe('the Big List of Naughty Strings comes back unchanged', LONG, () => {
  it('from a person: name, headline, notes, where they work as what', async () => {
    const wrong = await eachText(async (tenant, text) => {
      const fields = { name: text, headline: text, notes: text, organization: text, title: text }
      const { person } = await tenant.run(personAdd, fields)
      const { name, headline, notes, positions } = await tenant.run(personShow, { person })
      const [position] = positions
      const where = { organization: position?.organization.name, title: position?.title }
      return same(text, { name, headline, notes, ...where })
    })
    expect(wrong).toEqual([])
  })

  it('from openings and invitations: what they are called, where they are, why one was refused', async () => {
    const tenant = await house.tenant()
    await tenant.run(meSet, { name: 'Ada Quill' })
    for (const text of said) {
      const about = { title: text, description: text, location: text }
      await tenant.run(openingAdd, { organization: 'Globex', ...about })
      await tenant.run(invitationAdd, { organization: 'Globex', role: text, place: text })
    }
    const { invitations } = await tenant.run(invitationList, {})
    for (const { id, role } of invitations) {
      await tenant.run(invitationDecide, { invitation: id, verdict: 'refuse', note: role! })
    }
    const { refusals } = await tenant.run(refusalList, {})
    const found = {
      role: invitations.map(({ role }) => role),
      place: invitations.map(({ meetings }) => meetings[0]?.place),
      note: refusals.map(({ note }) => note),
      ...(await columns(tenant, 'opening', ['title', 'description', 'location'])),
    }
    for (const [field, texts] of Object.entries(found)) {
      expect([field, said.filter((text) => !texts.includes(text))]).toEqual([field, []])
    }
  })

  it('from who one is and whom one would meet', async () => {
    const wrong = await eachText(
      async (tenant, text) => {
        await tenant.run(meSet, { name: `${text} ` })
        const { me } = await tenant.run(workspaceShow, {})
        const { invitation } = await tenant.run(invitationAdd, { organization: text, with: [text] })
        const { organization, room } = await tenant.run(invitationShow, { invitation })
        return (
          me?.name === `${text} ` && same(text, { organization: organization?.name, person: room[0]?.name })
        )
      },
      said.filter((_, at) => at % 4 === 0),
    )
    expect(wrong).toEqual([])
  })

  it('from a debrief, an offer, its answer, an end, an introduction and a word about an organization', async () => {
    const tenant = await house.tenant()
    await tenant.run(meSet, { name: 'Ada Quill' })
    const { person } = await tenant.run(personAdd, { name: 'Vera Holm', organization: 'Northwind' })
    const { invitation } = await tenant.run(invitationAdd, { organization: 'Globex', with: ['Vera Holm'] })
    await tenant.run(tieConfirm, { person })
    const { introduction } = await tenant.run(introductionAsk, { target: 'Northwind' })
    const { offer } = await tenant.run(offerAdd, { invitation })
    const followUps = said.map((says) => ({ says }))
    const openings = said.map((title, at) => ({ title, organization: `Place ${at}` }))
    await tenant.run(meetingDebrief, { invitation, enthusiasm: 4, followUps, openings })
    for (const [at, note] of said.entries()) {
      await tenant.run(introductionAdvance, { introduction, to: at % 2 ? 'asked' : 'no-answer', note })
      await tenant.run(offerAdd, { invitation, says: note })
      await tenant.run(offerAnswer, { offer, answer: 'decline', note })
      await tenant.run(invitationEnd, { invitation, how: 'withdrawal', note })
      await tenant.run(organizationSay, { organization: 'Globex', says: 'does', text: note })
      if (at % 10 === 0) await tenant.run(meetingDebrief, { invitation, enthusiasm: 4, note })
    }
    const found = {
      ...(await columns(tenant, 'follow_up', ['says'])),
      ...(await columns(tenant, 'opening', ['title'])),
      ...(await columns(tenant, 'introduction_state', ['note'])),
    }
    for (const [field, texts] of Object.entries(found)) {
      expect([field, said.filter((text) => !texts.includes(text))]).toEqual([field, []])
    }
    for (const [table, column] of [
      ['offer', 'says'],
      ['outcome', 'note'],
      ['organization_word', 'text'],
    ] as const) {
      const { [column]: texts = [] } = await columns(tenant, table, [column])
      expect([table, said.filter((text) => !texts.includes(text))]).toEqual([table, []])
    }
    const { note = [] } = await columns(tenant, 'debrief', ['note'])
    expect(said.filter((text, at) => at % 10 === 0 && !note.includes(text))).toEqual([])
  })
})

/** Goes out to the web. */
const NOT_HERE = new Set(['board.fetch'])
const all = (capabilities as readonly Action[]).filter(({ name }) => !NOT_HERE.has(name))

describe('every text field of every capability', LONG, () => {
  const given = new Map<string, Record<string, unknown>>()
  let tenant: Tenant
  beforeAll(async () => {
    tenant = await house.tenant()
    for (const [name, input] of Object.entries(await inputs(tenant))) given.set(name, input)
  })

  it.each(all.map((one) => [one.name, one] as const))(
    '%s says which text it cannot keep',
    async (name, one) => {
      for (const { path } of textFields(one)) {
        for (const text of [`a${NUL}b`, `a${HALF_A_CHARACTER}b`]) {
          const refusal = await tenant
            .runAny(name, withText(given.get(name) ?? {}, path, text))
            .catch(refusalOf)
          expect([path, refusal]).toEqual([
            path,
            expect.stringMatching(/^invalid-input.*(NUL|half a) character/),
          ])
        }
      }
    },
  )

  it.each(all.map((one) => [one.name, one] as const))(
    '%s answers or refuses, whatever the text',
    async (name, one) => {
      for (const { path } of textFields(one)) {
        for (const text of NASTIEST) {
          const input = withText(given.get(name) ?? {}, path, text)
          const answer = await tenant.runAny(name, input).then(() => 'answered', refusalOf)
          expect([path, text, answer]).toEqual([path, text, expect.stringMatching(/^answered$|^[a-z-]+: ./)])
        }
      }
    },
  )
})

/** The code and the sentence of a refusal; anything else is a fault. */
function refusalOf(error: unknown): string {
  if (error instanceof Refusal) return `${error.code}: ${error.message}`
  return `FAULT ${String(error)}`
}

/** What a capability needs besides the text, in a workspace where that exists. */
async function inputs(tenant: Tenant): Promise<Record<string, Record<string, unknown>>> {
  await tenant.run(meSet, { name: 'Ada Quill' })
  const { person } = await tenant.run(personAdd, { name: 'Vera Holm', organization: 'Northwind' })
  const { person: other } = await tenant.run(personAdd, { name: 'Tom Ferris' })
  await tenant.run(tieConfirm, { person })
  const { invitation } = await tenant.run(invitationAdd, { organization: 'Globex', with: [person] })
  const { introduction } = await tenant.run(introductionAsk, { target: person })
  const { offer } = await tenant.run(offerAdd, { invitation })
  const { opening } = await tenant.run(openingAdd, { title: 'Controller', organization: 'Northwind' })
  const organization = 'Globex'
  return {
    'career.paste': { person, text: 'Cobalt Health until 2021' },
    'invitation.amend': { invitation },
    'invitation.show': { invitation },
    'invitation.worth': { invitation },
    'invitation.compare': { invitations: [invitation] },
    'invitation.decide': { invitation, verdict: 'refuse' },
    'meeting.prepare': { invitation },
    'enthusiasm.say': { invitation, value: 3 },
    'meeting.add': { invitation },
    'meeting.move': { meeting: invitation },
    'follow-up.sent': { followUp: introduction },
    'introduction.write': { introduction },
    'meeting.debrief': { invitation, enthusiasm: 3, ...DEBRIEFED },
    'debrief.take-back': { debrief: invitation },
    'follow-up.snooze': { followUp: introduction, until: '2026-06-01' },
    'follow-up.add': { says: 'Call', dueOn: '2026-06-01' },
    'note.add': { person, says: 'A note' },
    'person.edit': { person },
    'basis.set': { person, basis: 'consent', purpose: 'a search' },
    'basis.inform': { person, says: 'You are on record.' },
    'retention.ask': { person, says: 'May we keep you?' },
    'retention.keep': { person, because: 'they said so' },
    'erasure.refuse': { request: NOTHING, says: 'not yet' },
    'person.erasure-plan': { person: other },
    'person.erase': { person: NOTHING },
    'path.find': { target: person },
    'introduction.ask': { target: person },
    'introduction.advance': { introduction, to: 'asked' },
    'introduction.take-back': { introduction },
    'outcome.take-back': { invitation },
    'offer.add': { invitation },
    'offer.answer': { offer, answer: 'decline' },
    'invitation.end': { invitation, how: 'rejection' },
    'person.add': { name: 'Ines Ortega', organization: 'Northwind' },
    'person.at': { organization, when: '2020' },
    'career.add': { person, at: ['Cobalt Health:2018..2021'] },
    'look-alike.decide': { person, other, same: false },
    'look-alike.take-back': { person, other },
    'person.unmerge': { person },
    'tie.show': { person },
    'tie.confirm': { person },
    'tie.veto': { person: other },
    'tie.unsay': { person },
    'organization.say': { organization, says: 'does' },
    'opening.add': { title: 'Controller', organization },
    'opening.close': { opening },
    'resume.confirm': {
      document: NOTHING,
      positions: [{ organization }],
      education: [{ institution: 'Globex School' }],
    },
    'list-template.save': { name: 'Contacts', mapping: { Whom: 'name' } },
    'limit.set': { kind: 'place', places: ['Hamburg'] },
    'member.add': { email: 'carl@example.org', role: 'consultant' },
    'member.change': { member: NOTHING, role: 'consultant' },
    'mandate.open': { title: 'CFO', client: organization },
    'mandate.edit': { mandate: NOTHING },
    'mandate.say': { mandate: NOTHING, state: 'open' },
    'mandate.join': { mandate: NOTHING, member: NOTHING },
    'mandate.leave': { mandate: NOTHING, member: NOTHING },
    'mandate.contact': { mandate: NOTHING, person },
    'candidacy.add': { mandate: NOTHING, person },
    'candidacy.move': { candidacy: NOTHING, to: 'approached', moves: 0 },
    'candidacy.invite': { candidacy: NOTHING },
    'invitation.send': { invitation: NOTHING, pitch: 'Come' },
    'hirer.say': { invitation: NOTHING, moment: 'before', enthusiasm: 3 },
    'portal.answer': { invitation: NOTHING, verdict: 'take' },
    'portal.debrief': {
      ...{ invitation: NOTHING, enthusiasm: 3, met: [] },
      openings: [{ title: 'CFO', organization: 'Globex' }],
    },
    'candidacy.share': { candidacy: NOTHING, fields: ['name'] },
    'candidacy.answer': { candidacy: NOTHING, says: 'Yes' },
    'candidacy.offer': { candidacy: NOTHING, moves: 0 },
    'candidacy.decline': { candidacy: NOTHING, moves: 0, reason: 'pay' },
    'placement.make': { candidacy: NOTHING, moves: 0, startsOn: '2026-09-01' },
    'scorecard.set': { mandate: NOTHING, criteria: [{ name: 'Leads', weight: 1 }] },
    'scorecard.criteria': { mandate: NOTHING },
    'scorecard.fill': { candidacy: NOTHING, marks: [] },
    'market.add': { mandate: NOTHING, organization },
    'report.make': { mandate: NOTHING },
    'report.list': { mandate: NOTHING },
    'client.say': { candidacy: NOTHING },
    'off-limits.set': { person, because: 'agreed' },
    'organization.belong': { organization },
    'view.save': { name: 'Mine', query: {} },
    'objection.answer': { objection: NOTHING, says: 'Right' },
    'portal.contest': { about: 'a reason', says: 'not so' },
    'portal.withdraw': { candidacy: NOTHING },
  }
}

/** An id that is none: the text is looked at before it. */
const NOTHING = '01890000-0000-7000-8000-000000000000'

const DEBRIEFED = {
  followUps: [{ says: 'Send the paper' }],
  openings: [{ title: 'Controller', organization: 'Hooli' }],
}
