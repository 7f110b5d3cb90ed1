import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { careerAdd } from '../people/career.ts'
import { ownWord } from '../people/origin.ts'
import { tieConfirm, tieVeto } from '../people/tie.ts'
import { organizationSay, valueSet } from '../people/value.ts'
import { invitationAmend } from './amend.ts'
import { meetingDebrief } from './debrief.ts'
import { pathFind } from './paths.ts'
import { testWalk, type Walk } from './testing.ts'
import type { Worth } from './worth-shape.ts'

let walk: Walk
beforeAll(async () => {
  walk = await testWalk()
})
afterAll(() => walk.close())
beforeEach(() => walk.begin())

/** Half a step of the engine's whole costs, one for each factor that was rounded. */
const near = (value: number, factors = 2) => ({
  low: value * 2 ** ((-0.5 * factors) / 32),
  high: value * 2 ** ((0.5 * factors) / 32),
})
function expectNear(found: number | undefined, value: number) {
  expect(found).toBeGreaterThanOrEqual(near(value).low)
  expect(found).toBeLessThanOrEqual(near(value).high)
}

const reachOf = ({ organizations }: Worth, name: string) =>
  organizations.find(({ organization }) => organization.name === name)?.after
const doorOf = ({ doors }: Worth, title: string) => doors.find(({ opening }) => opening.title === title)

const connect = (name: string, since: string) =>
  walk.inside(async (context) => {
    const { id } = await context.tx
      .selectFrom('person')
      .select('id')
      .where('name', '=', name)
      .executeTakeFirstOrThrow()
    const [a, b] = context.me! < id ? [context.me!, id] : [id, context.me!]
    const origin_id = await ownWord(context)
    const row = { workspace_id: walk.workspace, a, b, since, origin_id }
    await context.tx.insertInto('connection').values(row).execute()
  })

describe('(a) careers of the room known', () => {
  it('reaches, through a manager met, what they left two, six and twelve years ago', async () => {
    await walk.person('Vera Holm', ['Cobalt:2015..2024-06', 'Basalt:2010..2020-06', 'Amber:2005..2014-06'])
    const invitation = await walk.invite({
      organization: 'Northwind',
      role: 'Data Engineer',
      with: ['Vera Holm'],
    })
    const worth = await walk.worth(invitation)
    expectNear(reachOf(worth, 'Cobalt'), 0.35 * 0.6 * 2 ** (-23 / 12 / 3))
    expectNear(reachOf(worth, 'Basalt'), 0.35 * 0.6 * 2 ** (-71 / 12 / 3))
    expect(reachOf(worth, 'Amber')).toBeUndefined()
    expect(reachOf(worth, 'Northwind')).toBeUndefined()
    expect(worth.totals).toMatchObject({ people: 1, organizations: 2 })
    expect(worth.blind).toEqual([])
    expect(worth.advice).toMatchObject({ verdict: 'take', clause: 'default' })
    expect(worth.advice.because).toContain('You would meet Vera Holm')
    expect(worth.advice.because).toContain('2 organizations within reach')
  })

  it('is the very reach that the paths have once the room was met', async () => {
    await walk.person('Vera Holm', ['Cobalt:2015..2024-06'])
    await walk.opening('Data Engineer', 'Cobalt')
    const invitation = await walk.invite({
      ...{ organization: 'Northwind', role: 'Data Engineer', with: ['Vera Holm'], at: '2026-06-14T08:00Z' },
    })
    const foreseen = doorOf(await walk.worth(invitation), 'Data Engineer')!
    await walk.ask(meetingDebrief, { invitation, enthusiasm: 4, met: ['Vera Holm'] })
    const { paths } = await walk.ask(pathFind, { target: 'Cobalt' })
    expect(foreseen).toMatchObject({ kind: 'opened', before: null, after: paths[0]!.strength })
    expect(foreseen.path.steps[0]!.tie).toMatchObject({ certainty: 'foreseen' })
    expect(paths[0]!.steps[0]!.tie).toMatchObject({ certainty: 'observed' })
  })

  it('opens what was out of reach, strengthens what gains at least 5, and leaves out what gains less', async () => {
    await walk.person('Vera Holm', ['Cobalt:2015'])
    for (const name of ['Weak Way', 'Strong Way']) await walk.person(name)
    // Formerly, nobody knows when: so nobody met anybody there.
    await walk.ask(careerAdd, { person: 'Weak Way', at: ['Basalt'] })
    await walk.ask(careerAdd, { person: 'Strong Way', at: ['Amber'] })
    await connect('Weak Way', '2026-06-01')
    await walk.ask(tieConfirm, { person: 'Strong Way', says: 'know-well' })
    await walk.ask(careerAdd, { person: 'Vera Holm', at: ['Basalt:2010', 'Amber:2010'] })
    for (const place of ['Cobalt', 'Basalt', 'Amber']) await walk.opening(`Data Engineer, ${place}`, place)
    const invitation = await walk.invite({
      organization: 'Northwind',
      role: 'Data Engineer',
      with: ['Vera Holm'],
    })
    const worth = await walk.worth(invitation)
    expect(worth.doors.map(({ opening, kind }) => [opening.title, kind])).toEqual([
      ['Data Engineer, Cobalt', 'opened'],
      ['Data Engineer, Basalt', 'strengthened'],
    ])
    expect(worth.totals).toMatchObject({ opened: 1, strengthened: 1, organizations: 1 })
    expectNear(doorOf(worth, 'Data Engineer, Basalt')!.before!, 0.06 * 0.6)
  })

  it('puts the best fit first, leaves out what does not fit, and keeps what cannot be told behind', async () => {
    await walk.person('Vera Holm', ['Cobalt:2015'])
    for (const title of ['Xyzzy', 'Pastry Chef', 'Data Engineer', 'Software Engineer'])
      await walk.opening(title, 'Cobalt')
    const invitation = await walk.invite({
      organization: 'Northwind',
      role: 'Data Engineer',
      with: ['Vera Holm'],
    })
    const { doors } = await walk.worth(invitation)
    expect(doors.map(({ opening }) => opening.title)).toEqual(['Data Engineer', 'Software Engineer', 'Xyzzy'])
    expect(doors.at(-1)).toMatchObject({ fit: null })
  })

  it("keeps the inviter's openings apart, and the invitation's own out", async () => {
    const own = await walk.opening('Data Engineer', 'Northwind')
    await walk.opening('Analytics Engineer', 'Northwind')
    const invitation = await walk.invite({ opening: own, with: ['Vera Holm'] })
    const worth = await walk.worth(invitation)
    expect(worth.doors).toEqual([])
    expect(worth.atTheInviter.map(({ opening }) => opening.title)).toEqual(['Analytics Engineer'])
    expectNear(worth.atTheInviter[0]!.path.strength, 0.35)
    expect(worth.totals).toEqual({ people: 1, organizations: 0, opened: 0, strengthened: 0 })
  })

  it('leaves a tie that is not to be used out, and says nothing of its doors', async () => {
    await walk.person('Vera Holm', ['Cobalt:2015'])
    await walk.ask(tieVeto, { person: 'Vera Holm', says: 'do-not-use' })
    const invitation = await walk.invite({
      organization: 'Northwind',
      role: 'Data Engineer',
      with: ['Vera Holm'],
    })
    expect((await walk.worth(invitation)).organizations).toEqual([])
    await walk.ask(tieVeto, { person: 'Vera Holm', says: 'veto-withdrawn' })
    expect((await walk.worth(invitation)).organizations).toHaveLength(1)
  })

  it('shows the most senior first, robots and assistants last, and who is known already', async () => {
    const invitation = await walk.invite({ organization: 'Northwind', role: 'Data Engineer' })
    for (const [name, title] of [
      ['Ana Engineer', 'Data Engineer'],
      ['Zoe Chief', 'Chief Technology Officer'],
    ])
      await walk.person(name!, ['Northwind:2020'], title)
    await walk.ask(invitationAmend, { invitation, with: ['Ana Engineer', 'Zoe Chief'] })
    await walk.ask(tieConfirm, { person: 'Ana Engineer' })
    const { room } = await walk.worth(invitation)
    expect(room.map(({ person, known }) => [person.name, known])).toEqual([
      ['Zoe Chief', false],
      ['Ana Engineer', true],
    ])
    expectNear(room[1]!.strength!, 0.6)
  })
})

describe('people now at the present employer', () => {
  const through = async () => {
    await walk.person('Ida Brandt', ['Globex:2018'])
    await walk.person('Vera Holm')
    await walk.ask(tieConfirm, { person: 'Vera Holm', other: 'Ida Brandt', says: 'know-well' })
    await walk.person('Tom Berg', ['Cobalt:2015'])
    await walk.ask(tieConfirm, { person: 'Tom Berg', other: 'Ida Brandt', says: 'know-well' })
    return walk.invite({ organization: 'Northwind', role: 'Data Engineer', with: ['Vera Holm'] })
  }

  it('are on no path, as connectors or ends, unless the user says so', async () => {
    const invitation = await through()
    expect(reachOf(await walk.worth(invitation), 'Cobalt')).toBeUndefined()
    expect((await walk.ask(pathFind, { target: 'Cobalt' })).paths).toEqual([])
    const open = await walk.ask(pathFind, { target: 'Cobalt', withColleagues: true })
    expect(open.paths[0]!.steps.map(({ to }) => to.name)).toEqual(['Ida Brandt', 'Tom Berg'])
    const { paths } = await walk.ask(pathFind, { target: 'Ida Brandt' })
    expect(paths).toEqual([])
  })

  it('and those close to them are flagged before one accepts, by the evidence', async () => {
    const worth = await walk.worth(await through())
    expect(worth.discretion).toHaveLength(1)
    const [flag] = worth.discretion
    expect(flag).toMatchObject({ person: { name: 'Vera Holm' }, organization: { name: 'Globex' } })
    expect(flag!.because).toContain('Ida Brandt')
    expect(flag!.because).toContain('know each other well')
    expect(flag!.path!.steps.map(({ to }) => to.name)).toEqual(['Ida Brandt'])
  })

  it('whoever was there is flagged without a path; nobody is when nobody is near', async () => {
    await walk.person('Vera Holm', ['Globex:2012..2016-05'])
    const flagged = await walk.worth(
      await walk.invite({ organization: 'Northwind', role: 'Data Engineer', with: ['Vera Holm'] }),
    )
    expect(flagged.discretion).toMatchObject([{ path: null, person: { name: 'Vera Holm' } }])
    expect(flagged.discretion[0]!.because).toContain('left 10 years ago')
    const calm = await walk.invite({ organization: 'Amber', role: 'Data Engineer', with: ['Noa Stern'] })
    expect((await walk.worth(calm)).discretion).toEqual([])
  })

  it('are found through ties that are not to be used, never through the seeker', async () => {
    await walk.person('Ida Brandt', ['Globex:2018'])
    for (const name of ['Vera Holm', 'Noa Stern']) await walk.person(name)
    await walk.ask(tieConfirm, { person: 'Vera Holm', other: 'Ida Brandt', says: 'know-well' })
    await walk.ask(tieVeto, { person: 'Vera Holm', other: 'Ida Brandt', says: 'do-not-use' })
    for (const name of ['Noa Stern', 'Ida Brandt'])
      await walk.ask(tieConfirm, { person: name, says: 'know-well' })
    const invitation = await walk.invite({
      organization: 'Northwind',
      role: 'x',
      with: ['Vera Holm', 'Noa Stern'],
    })
    const { discretion } = await walk.worth(invitation)
    expect(discretion.map(({ person }) => person.name)).toEqual(['Vera Holm'])
  })

  it('a discreet search leaves out who is close, and asks again until nobody is', async () => {
    await walk.person('Ida Brandt', ['Globex:2018'])
    for (const name of ['Tom Berg', 'Una Roth']) await walk.person(name, ['Cobalt'])
    for (const name of ['First Close', 'Second Close', 'Third Far']) {
      await walk.person(name)
      await walk.ask(tieConfirm, { person: name })
      const isFar = name === 'Third Far'
      await walk.ask(tieConfirm, { person: isFar ? 'Una Roth' : 'Tom Berg', other: name })
      if (!isFar) await walk.ask(tieConfirm, { person: 'Ida Brandt', other: name })
    }
    const names = (found: { paths: Worth['doors'][number]['path'][] }) =>
      found.paths.map(({ steps }) => steps[0]!.to.name)
    const open = await walk.ask(pathFind, { target: 'Cobalt', top: 1, maxTies: 2 })
    expect(open.discretion.length).toBeGreaterThan(0)
    const discreet = await walk.ask(pathFind, { target: 'Cobalt', top: 1, maxTies: 2, discreet: true })
    expect(names(open)).toEqual(['First Close'])
    expect(names(discreet)).toEqual(['Third Far'])
    expect(discreet.discretion.map(({ person }) => person.name)).not.toContain('Third Far')
  })
})

describe('(b) nothing known but two names and a firm', () => {
  it('leads with whom one would meet and what one line would add, and never argues for refusing', async () => {
    const invitation = await walk.invite({
      ...{ organization: 'Northwind', role: 'Data Engineer', with: ['Vera Holm', 'Tom Berg'] },
    })
    const worth = await walk.worth(invitation)
    expect(worth.totals).toEqual({ people: 2, organizations: 0, opened: 0, strengthened: 0 })
    expect(worth.advice).toMatchObject({ verdict: 'take', clause: 'default' })
    expect(worth.advice.because).toMatch(/^You would meet .+ and 1 other\./)
    expect(worth.advice.because).not.toMatch(/nothing|worthless|no value|refus|declin/i)
    expect(worth.blind.map(({ person }) => person.name).sort()).toEqual(['Tom Berg', 'Vera Holm'])
    expect(worth.blind[0]!.ask).toContain('One line is enough')
  })

  it('one line typed updates it at once', async () => {
    const invitation = await walk.invite({
      organization: 'Northwind',
      role: 'Data Engineer',
      with: ['Vera Holm'],
    })
    await walk.ask(careerAdd, { person: 'Vera Holm', at: ['Cobalt Health:..2021'] })
    const worth = await walk.worth(invitation)
    expect(worth.blind).toEqual([])
    expectNear(reachOf(worth, 'Cobalt Health'), 0.35 * 0.6 * 2 ** (-53 / 12 / 3))
  })

  it('with nobody named still takes, and asks for the names; without a role it asks that', async () => {
    const worth = await walk.worth(await walk.invite({ organization: 'Northwind' }))
    expect(worth.advice).toMatchObject({ verdict: 'take', ask: 'What is the role called?' })
    expect(worth.advice.because).toContain('Add their names')
    expect(worth.room).toEqual([])
  })

  it('asks whether somebody is the one of the connections who bears the same name', async () => {
    for (let twin = 0; twin < 2; twin++) await walk.person('Vera Holm')
    const invitation = await walk.invite({ organization: 'Northwind', role: 'x', with: ['Vera Holm'] })
    const { questions } = await walk.worth(invitation)
    expect(questions).toHaveLength(2)
    expect(questions[0]!.ask).toContain('Is Vera Holm the Vera Holm of your connections')
  })
})

describe('the advice, by what is on record', () => {
  const adviceOn = async (organization: string, role = 'Data Engineer') =>
    (await walk.worth(await walk.invite({ organization, role }))).advice

  it("a field far from one's own is asked about, and counts by the user's yes alone", async () => {
    const invitation = await walk.invite({ organization: 'Northwind', role: 'Pastry Chef' })
    expect((await walk.worth(invitation)).advice).toMatchObject({
      verdict: 'take',
      ask: 'Is this outside your field?',
    })
    await walk.ask(invitationAmend, { invitation, outsideField: true })
    expect((await walk.worth(invitation)).advice).toMatchObject({ clause: 'unrelated-field' })
    await walk.ask(invitationAmend, { invitation, outsideField: false })
    const { advice } = await walk.worth(invitation)
    expect(advice).toMatchObject({ verdict: 'take' })
    expect(advice.ask).toBeUndefined()
  })

  it('who worked there knows it, unless they say they do not; and who says so knows it', async () => {
    expect(await adviceOn('Globex')).toMatchObject({ verdict: 'may-decline', clause: 'know-the-company' })
    await walk.ask(organizationSay, { organization: 'Globex', says: 'do-not-know' })
    expect(await adviceOn('Globex')).toMatchObject({ verdict: 'take' })
    expect(await adviceOn('Northwind')).toMatchObject({ verdict: 'take' })
    await walk.ask(organizationSay, { organization: 'Northwind', says: 'know-thoroughly' })
    expect(await adviceOn('Northwind')).toMatchObject({ clause: 'know-the-company' })
  })

  it('a value held "never" against what the organization makes; not against what it only may', async () => {
    await walk.ask(valueSet, { sector: 'tobacco', stance: 'never' })
    expect(await adviceOn('Ember')).toMatchObject({ verdict: 'take' })
    await walk.ask(organizationSay, { organization: 'Ember', says: 'does', text: 'makes cigarettes' })
    expect(await adviceOn('Ember')).toMatchObject({ verdict: 'may-decline', clause: 'values-conflict' })
    await walk.ask(valueSet, { sector: 'tobacco', stance: 'fine' })
    expect(await adviceOn('Ember')).toMatchObject({ verdict: 'take' })
  })
})

it('a path that does not exist is said, with who comes nearest and what would make one', async () => {
  await walk.person('Tom Berg', ['Cobalt:2015'])
  const lonely = await walk.ask(pathFind, { target: 'Cobalt' })
  expect(lonely).toMatchObject({ paths: [], independent: 0 })
  expect(lonely.none!.because).toContain('No path of up to three ties leads to Cobalt')
  expect(lonely.none!.nearest).toBeUndefined()
  await walk.person('Noa Stern', ['Cobalt:1999..2001'])
  await walk.ask(tieConfirm, { person: 'Noa Stern' })
  const { none } = await walk.ask(pathFind, { target: 'Tom Berg', maxTies: 1 })
  expect(none!.because).toContain('No path of one tie')
  expect(none!.nearest).toMatchObject({ name: 'Noa Stern' })
})
