import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../store/ids.ts'
import { careerAdd } from './career.ts'
import { meSet } from './me.ts'
import { ownWord } from './origin.ts'
import { personAdd } from './people.ts'
import type { PersonId } from './person.ts'
import { type TestHouse, testHouse } from './testing.ts'
import { tieConfirm, tieLikely, tieShow, tieUnsay, tieVeto } from './tie.ts'

let house: TestHouse
let me: PersonId
let count = 0

beforeAll(async () => {
  house = await testHouse()
  me = (await house.ask(meSet, { name: 'Mara Lind', email: 'mara@example.com' })).me as PersonId
})
afterAll(() => house.close())
beforeEach(() => house.at('2026-06-15T09:00:00Z'))

const somebody = async (name = `Person ${++count}`) =>
  (await house.ask(personAdd, { name })).person as PersonId

const shown = (person: PersonId, other?: PersonId) =>
  house.ask(tieShow, { person, ...(other ? { other } : {}) })

const strengthOf = async (person: PersonId, other?: PersonId) =>
  (await shown(person, other)).tie?.strength ?? null

/** Within the rounding of a cost: half a step of 1/32 octave. */
const near = (value: number) => ({
  from: value * 2 ** (-0.5 / 32) - 1e-9,
  to: value * 2 ** (0.5 / 32) + 1e-9,
})
function expectNear(strength: number | null, value: number) {
  expect(strength).toBeGreaterThanOrEqual(near(value).from)
  expect(strength).toBeLessThanOrEqual(near(value).to)
}

const connect = (person: PersonId, since: string | null) =>
  house.inside(async (context) => {
    const [a, b] = me < person ? [me, person] : [person, me]
    const origin_id = await ownWord(context)
    await context.tx
      .insertInto('connection')
      .values({ workspace_id: house.workspace, a, b, since, origin_id })
      .execute()
  })

type Channel = 'message' | 'calendar' | 'connection-request'
const contact = (person: PersonId, channel: Channel, days: string[], way: 'to' | 'from' = 'to') =>
  house.inside(async (context) => {
    const origin_id = await ownWord(context)
    const [from_person, to_person] = way === 'to' ? [me, person] : [person, me]
    const rows = days.map((day) => ({
      ...{ workspace_id: house.workspace, id: newId<'contact'>(), channel, origin_id },
      ...{ from_person, to_person, at: new Date(`${day}T12:00:00Z`) },
    }))
    await context.tx.insertInto('contact').values(rows).execute()
  })

const sized = (name: string, headCount: number) =>
  house.inside(({ tx }) =>
    tx.updateTable('organization').set({ head_count: headCount }).where('name', '=', name).execute(),
  )

const recommend = (person: PersonId, on: string | null) =>
  house.inside(async (context) => {
    const row = { id: newId<'recommendation'>(), from_person: person, to_person: me, given_on: on }
    const origin_id = await ownWord(context)
    await context.tx
      .insertInto('recommendation')
      .values({ workspace_id: house.workspace, ...row, origin_id })
      .execute()
  })

describe('evidence, through real rows', () => {
  it('nothing on record is no tie', async () => {
    expect(await shown(await somebody())).toMatchObject({ tie: null, veto: null })
  })

  it('a LinkedIn click is worth .06, and fades; a day that nobody noted counts as long ago', async () => {
    const [fresh, old, undated] = [await somebody(), await somebody(), await somebody()]
    await connect(fresh, '2026-06-01')
    await connect(old, '2016-06-01')
    await connect(undated, null)
    expectNear(await strengthOf(fresh), 0.06)
    expectNear(await strengthOf(old), 0.06 * (0.4 + 0.6 * 2 ** (-120 / 24)))
    expectNear(await strengthOf(undated), 0.06 * (0.4 + 0.6 * 2 ** -10))
  })

  it('messages count in both directions only, and a request to connect is none', async () => {
    const [both, oneWay, request] = [await somebody(), await somebody(), await somebody()]
    await contact(both, 'message', ['2026-05-02', '2026-05-20'])
    await contact(both, 'message', ['2026-06-01'], 'from')
    await contact(oneWay, 'message', ['2026-05-02', '2026-05-20'])
    await contact(request, 'connection-request', ['2026-05-02'])
    await contact(request, 'connection-request', ['2026-05-03'], 'from')
    expectNear(await strengthOf(both), 0.2 + 0.15 * 2)
    expect(await strengthOf(oneWay)).toBeNull()
    expect(await strengthOf(request)).toBeNull()
  })

  it('meetings in the calendar count by their number, at most .85', async () => {
    const [once, often] = [await somebody(), await somebody()]
    await contact(once, 'calendar', ['2026-06-01'])
    await contact(often, 'calendar', Array(40).fill('2026-06-01'))
    expectNear(await strengthOf(once), 0.25 + 0.15)
    expectNear(await strengthOf(often), 0.85)
  })

  it('a recommendation is worth .6', async () => {
    const person = await somebody()
    await recommend(person, '2026-06-01')
    expectNear(await strengthOf(person), 0.6)
  })

  it('words: a call .6, knowing well .9, both of them together; a later no ends both', async () => {
    const person = await somebody()
    await house.ask(tieConfirm, { person })
    expectNear(await strengthOf(person), 0.6)
    expect(await shown(person)).toMatchObject({ tie: { certainty: 'verified' } })
    await house.ask(tieConfirm, { person, says: 'know-well' })
    expectNear(await strengthOf(person), 0.96)
    await house.ask(tieConfirm, { person, says: 'would-not-take-call' })
    expect(await strengthOf(person)).toBeNull()
    await house.ask(tieConfirm, { person, says: 'know-well' })
    expectNear(await strengthOf(person), 0.9)
  })

  it('of several kinds combines, and what each contributes adds up to what is shown', async () => {
    const person = await somebody()
    await connect(person, '2026-06-01')
    await contact(person, 'calendar', ['2026-06-01'])
    await house.ask(tieConfirm, { person })
    const { tie } = await shown(person)
    expectNear(tie!.strength, 1 - 0.94 * 0.6 * 0.4)
    expect(tie!.evidence.map(({ kind }) => kind)).toEqual(['would-take-call', 'calendar', 'connection'])
    const sum = tie!.evidence.reduce((total, { contributes }) => total + contributes, 0)
    expect(sum).toBeCloseTo(tie!.strength, 12)
    for (const { origin, says } of tie!.evidence) expect([origin, says]).not.toContain('')
  })

  it('is the same tie from both ends, and not a tie with oneself', async () => {
    const person = await somebody()
    await house.ask(tieConfirm, { person })
    expect(await strengthOf(me, person)).toBe(await strengthOf(person))
    await expect(house.ask(tieShow, { person: me })).rejects.toThrow(/this is one/)
  })
})

describe('shared work', () => {
  const at = async (person: PersonId, ...spells: string[]) => house.ask(careerAdd, { person, at: spells })
  const both = async (organization: string, mine: string, theirs: string, headCount: number) => {
    const [one, other] = [await somebody(), await somebody()]
    await at(one, `${organization}:${mine}`)
    await at(other, `${organization}:${theirs}`)
    await sized(organization, headCount)
    return strengthOf(other, one)
  }

  it('is a tie by inference, said to be one, and weaker in a larger firm', async () => {
    const small = await both('Small Works', '2024-07..2026-05', '2024-07..2026-05', 50)
    const large = await both('Large Works', '2024-07..2026-05', '2024-07..2026-05', 500)
    const huge = await both('Huge Works', '2024-07..2026-05', '2024-07..2026-05', 5000)
    expectNear(small, 0.8 * (1 - Math.exp((-150 * (1 - Math.exp(-23 / 18))) / 49)))
    expect(large).toBeLessThan(small!)
    expect(huge).toBeNull()
  })

  it('needs the same months, and dates that are known', async () => {
    expect(await both('Apart Works', '2018-01..2019-12', '2020-01..2021-12', 20)).toBeNull()
    const [one, other] = [await somebody(), await somebody()]
    await at(one, 'Undated Works')
    await at(other, 'Undated Works:..2026-05')
    expect(await strengthOf(one, other)).toBeNull()
  })

  it('known by years counts six months for each', async () => {
    const years = await both('Year Works', '2022..2025', '2022..2025', 100)
    const months = await both('Month Works', '2022-01..2025-12', '2022-01..2025-12', 100)
    expect(years).toBeLessThan(months!)
    const { tie } = await shown(await named('Year Works', 1), await named('Year Works', 0))
    expect(tie).toMatchObject({ certainty: 'inferred' })
    expect(tie!.evidence[0]!.says).toContain('24 months')
  })

  it('of a place of unknown size says what it was taken as', async () => {
    const [one, other] = [await somebody(), await somebody()]
    for (const person of [one, other]) await at(person, 'Unsized Works:2022-01..2026-05')
    expect((await shown(one, other)).tie!.evidence[0]!.says).toContain('size unknown, taken as 500 people')
  })

  it('of a place where more than 500 are seen counts at least those', async () => {
    const [one, other] = [await somebody(), await somebody()]
    for (const person of [one, other]) await at(person, 'Crowded Works:2016-01..2026-05')
    const alone = await strengthOf(one, other)
    await crowd('Crowded Works', 700)
    const { tie } = await shown(one, other)
    expect(tie!.strength).toBeLessThan(alone!)
    expect(tie!.evidence[0]!.says).toContain('taken as the 702 people seen there')
  })

  const named = (organization: string, index: number) =>
    house.inside(async ({ tx }) => {
      const rows = await tx
        .selectFrom('position')
        .innerJoin('organization', 'organization.id', 'position.organization_id')
        .select('person_id')
        .where('organization.name', '=', organization)
        .orderBy('person_id')
        .execute()
      return rows[index]!.person_id
    })

  /** Others who were there long ago, so that nobody met them. */
  const crowd = (organization: string, size: number) =>
    house.inside(async (context) => {
      const { tx, workspace } = context
      const origin_id = await ownWord(context)
      const place = await tx
        .selectFrom('organization')
        .select('id')
        .where('name', '=', organization)
        .executeTakeFirstOrThrow()
      const ids = Array.from({ length: size }, () => newId<'person'>())
      const blank = { given_name: null, family_name: null, headline: null, summary: null, location: null }
      const more = {
        notes: null,
        skills: [],
        tags: [],
        extra: '{}',
        merged_into: null,
        created_at: context.now,
      }
      const common = { workspace_id: workspace, origin_id }
      await tx
        .insertInto('person')
        .values(ids.map((id) => ({ ...common, id, name: 'One of many', ...blank, ...more })))
        .execute()
      const spell = { from_date: '1990-01', to_date: '1990-02', ended: true, seen_on: '1990-02-01' }
      const what = { title: null, unit: null, site: null, organization_id: place.id }
      await tx
        .insertInto('position')
        .values(ids.map((person_id) => ({ ...common, id: newId(), person_id, ...what, ...spell })))
        .execute()
    })
})

describe('time', () => {
  it('fades a tie by its half-life, and what is new restores it', async () => {
    const person = await somebody()
    await contact(person, 'calendar', ['2026-06-01'])
    expectNear(await strengthOf(person), 0.4)
    house.at('2027-06-15T09:00:00Z')
    expectNear(await strengthOf(person), 0.4 * (0.2 + 0.8 / 2))
    await contact(person, 'calendar', ['2027-06-01'])
    expectNear(await strengthOf(person), 0.25 + 0.15 * Math.log2(3))
  })

  it('does not move within a month', async () => {
    const person = await somebody()
    await contact(person, 'calendar', ['2026-06-01'])
    const first = await strengthOf(person)
    house.at('2026-06-30T23:59:59Z')
    expect(await strengthOf(person)).toBe(first)
    house.at('2026-07-01T00:00:00Z')
    expect(await strengthOf(person)).toBeLessThan(first!)
  })

  it('says "reconnect" of a tie silent for more than eight of its usual gaps, and not of a younger silence', async () => {
    const [dormant, usual] = [await somebody(), await somebody()]
    await contact(dormant, 'message', ['2026-01-01', '2026-01-11', '2026-01-21'])
    await contact(dormant, 'message', ['2026-01-31'], 'from')
    await contact(usual, 'message', ['2026-01-01', '2026-02-15', '2026-04-01'])
    await contact(usual, 'message', ['2026-05-15'], 'from')
    expect(await shown(dormant)).toMatchObject({ reconnect: true, tie: expect.anything() })
    expect((await shown(usual)).reconnect).toBe(false)
  })
})

describe('a veto', () => {
  it('"I do not know them" ends the tie at once; withdrawn, it is as before', async () => {
    const person = await somebody()
    await house.ask(tieConfirm, { person, says: 'know-well' })
    const before = await strengthOf(person)
    await house.ask(tieVeto, { person })
    expect(await shown(person)).toMatchObject({ tie: null, veto: 'do-not-know' })
    await house.ask(tieVeto, { person, says: 'veto-withdrawn' })
    expect(await shown(person)).toMatchObject({ tie: { strength: before }, veto: null })
  })

  it('"I do not know them" ends with a later word; "do not use" does not', async () => {
    const [met, private_] = [await somebody(), await somebody()]
    await house.ask(tieVeto, { person: met })
    await house.ask(tieVeto, { person: private_, says: 'do-not-use' })
    for (const person of [met, private_]) await house.ask(tieConfirm, { person })
    expect(await shown(met)).toMatchObject({ veto: null, tie: { strength: expect.anything() } })
    expect(await shown(private_)).toMatchObject({ veto: 'do-not-use' })
  })
})

describe('whom to ask about next', () => {
  it('the nearest of whom nothing was said, nobody twice and nobody vetoed', async () => {
    await house.fresh()
    await house.ask(meSet, { name: 'Mara Lind', email: 'mara@example.com' })
    expect(await house.ask(tieLikely)).toEqual({ people: [] })
    const spoken = (await house.ask(personAdd, { name: 'Spoken Of' })).person
    await house.ask(tieConfirm, { person: spoken })
    expect(await house.ask(tieLikely)).toEqual({ people: [] })
    await house.ask(careerAdd, { person: 'Mara Lind', at: ['Cobalt Health:2020-01..2024-12'] })
    for (const name of ['Near One', 'Far One', 'Vetoed One']) await house.ask(personAdd, { name })
    await house.ask(careerAdd, { person: 'Near One', at: ['Cobalt Health:2020-01..2024-12'] })
    await house.ask(careerAdd, { person: 'Vetoed One', at: ['Cobalt Health:2020-01..2024-12'] })
    await house.ask(careerAdd, { person: 'Far One', at: ['Cobalt Health:2020-01..2020-12'] })
    await house.ask(tieVeto, { person: 'Vetoed One', says: 'do-not-use' })
    const { people } = await house.ask(tieLikely, { top: 2 })
    expect(people.map(({ person }) => person.name)).toEqual(['Near One', 'Far One'])
    expect(people[0]).toMatchObject({
      certainty: 'inferred',
      says: expect.stringContaining('Cobalt Health'),
    })
  })
})

describe('a word that is taken back', () => {
  it('leaves the tie as it was before, word by word, and nothing to take back at last', async () => {
    const person = await somebody()
    await house.ask(tieConfirm, { person, says: 'would-take-call' })
    const before = await strengthOf(person)
    house.at('2026-06-15T10:00:00Z')
    await house.ask(tieConfirm, { person, says: 'know-well' })
    expect(await strengthOf(person)).toBeGreaterThan(before!)
    expect(await house.ask(tieUnsay, { person })).toMatchObject({ says: 'know-well' })
    expect(await strengthOf(person)).toBe(before)
    expect(await house.ask(tieUnsay, { person })).toMatchObject({ says: 'would-take-call' })
    expect(await strengthOf(person)).toBeNull()
    await expect(house.ask(tieUnsay, { person })).rejects.toThrow('You have said nothing about this tie')
  })

  it('that was a veto lets the tie count again, and said anew it counts anew', async () => {
    const person = await somebody()
    await house.ask(tieConfirm, { person })
    house.at('2026-06-15T10:00:00Z')
    await house.ask(tieVeto, { person, says: 'do-not-use' })
    expect((await shown(person)).veto).toBe('do-not-use')
    await house.ask(tieUnsay, { person })
    expect((await shown(person)).veto).toBeNull()
    expect(await strengthOf(person)).not.toBeNull()
    house.at('2026-06-15T11:00:00Z')
    await house.ask(tieVeto, { person, says: 'do-not-use' })
    expect((await shown(person)).veto).toBe('do-not-use')
  })
})
