import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '../action.ts'
import { newId } from '../store/ids.ts'
import { careerAdd } from './career.ts'
import { lookAlikeDecide, lookAlikeList } from './look-alike.ts'
import { meSet } from './me.ts'
import { ownWord } from './origin.ts'
import { personAdd, personShow } from './people.ts'
import { type PersonId, queueLookAlike } from './person.ts'
import { type TestHouse, testHouse } from './testing.ts'
import { tieConfirm, tieShow, tieUnsay, tieVeto } from './tie.ts'
import { personMerged, personUnmerge } from './unmerge.ts'

let house: TestHouse
let me: PersonId
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.fresh()
  me = (await house.ask(meSet, { name: 'Mara Lind', email: 'mara@example.com' })).me as PersonId
})

type More = { email?: string; headline?: string; notes?: string }
const add = async (name: string, more: More = {}) =>
  (await house.ask(personAdd, { name, ...more })).person as PersonId
const merge = (from: PersonId, into: PersonId) =>
  house.ask(lookAlikeDecide, { person: from, other: into, same: true })
const unmerge = (person: string) => house.ask(personUnmerge, { person })

/** Every row of the workspace but the log and the journal: what "as before" means. */
async function everything(): Promise<Record<string, string[]>> {
  return house.inside(async ({ tx }) => {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'workspace_id'
        and table_name not in ('audit', 'graph_change', 'person_merge', 'merge_journal', 'session', 'start_link', 'answer_link')
      order by 1`.execute(tx)
    const tables: Record<string, string[]> = {}
    for (const { name } of rows) {
      const found = await sql<{ row: string }>`
        select to_jsonb(t)::text as row from ${sql.table(name)} as t order by 1`.execute(tx)
      tables[name] = found.rows.map(({ row }) => row)
    }
    const { me: owner } = await tx.selectFrom('workspace').select('me').executeTakeFirstOrThrow()
    return { ...tables, me: [`${owner}`] }
  })
}

const pairOf = (one: PersonId, other: PersonId) => (one < other ? { a: one, b: other } : { a: other, b: one })

/** An invitation, its room and debrief, and what was promised. */
async function met(context: Context, people: readonly PersonId[]): Promise<void> {
  const { tx, now } = context
  const [common, origin_id] = [{ workspace_id: house.workspace }, await ownWord(context)]
  const [invitation_id, meeting_id, debrief_id] = [
    newId<'invitation'>(),
    newId<'meeting'>(),
    newId<'debrief'>(),
  ]
  const blank = { uid: null, organization_id: null, opening_id: null, role: null, came_from: null }
  const open = { outside_field: null, cancelled_at: null, received_at: now, origin_id }
  const asked = { ...common, id: invitation_id, seeker: context.me, ...blank, ...open }
  await tx.insertInto('invitation').values(asked).execute()
  const when = { starts_at: now, ends_at: null, on_day: null, time_zone: null, place: null, stamp: null }
  const round = { round: 1, title: null, recurrence_id: null, sequence: 0, cancelled_at: null }
  await tx
    .insertInto('meeting')
    .values({ ...common, id: meeting_id, invitation_id, ...when, ...round })
    .execute()
  const debrief = { ...common, id: debrief_id, meeting_id, side: 'candidate' as const, note: null, at: now }
  await tx.insertInto('debrief').values(debrief).execute()
  for (const [at, person_id] of people.entries()) {
    await tx
      .insertInto('room')
      .values({ ...common, invitation_id, person_id, role: 'interviewer' })
      .execute()
    await tx
      .insertInto('round_guest')
      .values({ ...common, meeting_id, person_id })
      .execute()
    const felt = { chemistry: at === 0 ? 4 : null, would_take_call: at === 0 ? null : true }
    await tx
      .insertInto('debrief_person')
      .values({ ...common, debrief_id, person_id, ...felt })
      .execute()
    const promise = {
      kind: 'promised-to-me' as const,
      says: 'A call',
      due_on: '2026-07-01',
      done_at: null,
      added_at: new Date('2026-06-01T09:00:00Z'),
    }
    const id = newId<'follow-up'>()
    await tx
      .insertInto('follow_up')
      .values({ ...common, id, debrief_id, person_id, ...promise })
      .execute()
  }
}

/** Ties of every kind between some people and a friend. */
async function knownTo(context: Context, people: readonly PersonId[], friend: PersonId): Promise<void> {
  const common = { workspace_id: house.workspace, origin_id: await ownWord(context) }
  for (const person of [...people, friend].slice(0, people.length)) {
    const between = { from_person: person, to_person: friend }
    await context.tx
      .insertInto('connection')
      .values({ ...common, ...pairOf(person, friend), since: '2024-01-01' })
      .execute()
    const mail = { id: newId<'contact'>(), channel: 'mail' as const, at: context.now }
    await context.tx
      .insertInto('contact')
      .values({ ...common, ...between, ...mail })
      .execute()
    const praise = { id: newId<'recommendation'>(), given_on: null }
    await context.tx
      .insertInto('recommendation')
      .values({ ...common, ...between, ...praise })
      .execute()
  }
  const resume = { id: newId<'document'>(), name: 'cv.pdf', kind: 'pdf' as const, confirmed_at: null }
  const bytes = { bytes: Buffer.from(people[0]!), digest: Buffer.from(people[0]!) }
  await context.tx
    .insertInto('document')
    .values({ ...common, ...resume, ...bytes, person_id: people[0]! })
    .execute()
}

/** Two records of one person with all that can hang on them, and a friend of both. */
async function full() {
  const into = await add('Thomas Berg', { email: 'thomas@example.com', notes: 'Sails.' })
  const from = await add('Tom Berg', { email: 'tom@example.com', headline: 'Sales', notes: 'Has a dog.' })
  const friend = await add('Ida Brandt')
  await house.ask(careerAdd, { person: into, at: ['Northwind:2019', 'Globex:2010..2018'] })
  await house.ask(careerAdd, { person: from, at: ['Northwind:2019-04', 'Cobalt Health:2001..2009'] })
  await house.ask(tieConfirm, { person: from, says: 'know-well' })
  await house.ask(tieVeto, { person: friend, other: from })
  await house.inside(async (context) => {
    await queueLookAlike(context, from, into, 'the same name')
    await queueLookAlike(context, from, friend, 'the same telephone')
    await met(context, [into, from])
    await met(context, [from])
    await knownTo(context, [from, into], friend)
    const between = { ...pairOf(from, into), since: null, origin_id: await ownWord(context) }
    await context.tx
      .insertInto('connection')
      .values({ workspace_id: house.workspace, ...between })
      .execute()
  })
  return { into, from, friend }
}

describe('a merge taken back', () => {
  it('leaves every row of every table as it was', async () => {
    const { from, into } = await full()
    const before = await everything()
    await merge(from, into)
    expect(await everything()).not.toEqual(before)
    house.at('2027-03-01T09:00:00Z')
    expect(await unmerge(from)).toEqual({ person: from, other: into })
    expect(await everything()).toEqual(before)
  })

  it('may be done again and taken back again, the other way round too', async () => {
    const { from, into } = await full()
    const before = await everything()
    for (const [one, other] of [
      [from, into],
      [into, from],
    ] as const) {
      await merge(one, other)
      await unmerge(one)
      expect(await everything()).toEqual(before)
    }
  })

  it('with oneself gives back who one is, and the room', async () => {
    const { from } = await full()
    const before = await everything()
    await merge(me, from)
    await unmerge(me)
    expect(await everything()).toEqual(before)
    await merge(from, me)
    await unmerge(from)
    expect(await everything()).toEqual(before)
  })

  it('what was said of the survivor since stays with the survivor', async () => {
    const { from, into, friend } = await full()
    await merge(from, into)
    await house.ask(careerAdd, { person: into, at: ['Initech:2020'] })
    await house.ask(tieConfirm, { person: into, other: friend, says: 'know-well' })
    await house.inside(async ({ tx }) => {
      await tx
        .updateTable('person')
        .set({ headline: 'Head of Sales', notes: sql`notes || E'\nMoved to Kiel.'` })
        .where('id', '=', into)
        .execute()
    })
    await unmerge(from)
    const [stayed, back] = [
      await house.ask(personShow, { person: into }),
      await house.ask(personShow, { person: from }),
    ]
    expect(stayed.positions.map(({ organization }) => organization.name).sort()).toEqual([
      'Globex',
      'Initech',
      'Northwind',
    ])
    expect([stayed.headline, stayed.notes]).toEqual(['Head of Sales', 'Sails.\nMoved to Kiel.'])
    expect([back.headline, back.notes]).toEqual(['Sales', 'Has a dog.'])
    expect(back.positions.map(({ organization }) => organization.name).sort()).toEqual([
      'Cobalt Health',
      'Northwind',
    ])
    expect((await house.ask(tieShow, { person: into, other: friend })).tie?.certainty).toBe('verified')
  })

  it('a row that was changed since goes back with its change', async () => {
    const { from, into } = await full()
    await merge(from, into)
    await house.inside(({ tx }) =>
      tx.updateTable('follow_up').set({ says: 'A letter' }).where('person_id', '=', into).execute(),
    )
    await unmerge(from)
    const rows = await house.inside(({ tx }) =>
      tx.selectFrom('follow_up').select(['person_id', 'says']).execute(),
    )
    expect(rows.map(({ says }) => says)).toEqual(['A letter', 'A letter', 'A letter'])
    expect(rows.filter(({ person_id }) => person_id === from)).toHaveLength(2)
  })

  it('the question waits again', async () => {
    const { from, into } = await full()
    await merge(from, into)
    await unmerge(from)
    const { pairs } = await house.ask(lookAlikeList)
    expect(pairs).toHaveLength(2)
  })
})

describe('what cannot be taken back', () => {
  it('a merge that was taken back already, in one sentence', async () => {
    const { from, into } = await full()
    await merge(from, into)
    await unmerge(from)
    await expect(unmerge(from)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('no merge to take back'),
    })
  })

  it('a record that never went, and a name that several records bear', async () => {
    await expect(unmerge(me)).rejects.toMatchObject({ code: 'conflict' })
    const [into, one, other] = [await add('Thomas Berg'), await add('Tom Berg'), await add('Tom Berg')]
    await merge(one, into)
    await merge(other, into)
    await expect(unmerge('Tom Berg')).rejects.toMatchObject({ code: 'ambiguous' })
  })
})

describe('three records of one person', () => {
  type Three = Awaited<ReturnType<typeof full>> & { third: PersonId }
  async function three(): Promise<Three> {
    const all = await full()
    const third = await add('T. Berg', { email: 'tom@example.com' })
    await house.ask(careerAdd, { person: third, at: ['Northwind:2019-04-01', 'Hooli:2000'] })
    await house.inside((context) => knownTo(context, [third], all.friend))
    return { ...all, third }
  }

  const MERGES: Record<string, (people: Three) => [PersonId, PersonId][]> = {
    'one after the other': ({ from, into, third }) => [
      [from, into],
      [into, third],
    ],
    'both into one': ({ from, into, third }) => [
      [from, into],
      [third, into],
    ],
    'and a friend of theirs': ({ from, into, third, friend }) => [
      [from, into],
      [friend, third],
    ],
  }
  it.each(Object.keys(MERGES))('%s come back in any order', async (how) => {
    const people = await three()
    const before = await everything()
    const merges = MERGES[how]!(people)
    for (const order of [merges, merges.toReversed()]) {
      for (const [from, into] of merges) await merge(from, into)
      for (const [from] of order) await unmerge(from)
      expect(await everything()).toEqual(before)
    }
  })

  it('taking back the first leaves the second as if it were alone', async () => {
    const { from, into, third } = await three()
    await merge(into, third)
    const alone = await everything()
    await unmerge(into)
    await merge(from, into)
    await merge(into, third)
    await unmerge(from)
    const words = ({ tie_word, ...rest }: Record<string, string[]>) => ({
      ...rest,
      tie_word: tie_word?.length,
    })
    expect(words(await everything())).toEqual(words(alone))
    expect((await house.ask(personMerged)).merges).toEqual([
      expect.objectContaining({ person: { id: into, name: 'Thomas Berg' } }),
    ])
  })
})

describe('a word that a merge repeated and that is taken back', () => {
  const certainty = async (person: PersonId) => (await house.ask(tieShow, { person })).tie?.certainty ?? null

  it('is taken back of the record of which it was said, and of each that it was handed on by', async () => {
    const [first, second, third] = [await add('Ada Quill'), await add('A. Quill'), await add('Ada B. Quill')]
    await house.ask(tieConfirm, { person: first, says: 'know-well' })
    await merge(first, second)
    await merge(second, third)
    house.at('2026-06-15T10:00:00Z')
    await house.ask(tieUnsay, { person: third })
    await unmerge(first)
    expect(await certainty(first)).toBeNull()
    expect(await certainty(third)).toBeNull()
    await unmerge(second)
    expect(await certainty(second)).toBeNull()
  })

  it('stays where the word that is taken back was said of the survivor itself', async () => {
    const [first, second] = [await add('Ada Quill'), await add('A. Quill')]
    await house.ask(tieConfirm, { person: first, says: 'know-well' })
    await merge(first, second)
    house.at('2026-06-15T10:00:00Z')
    await house.ask(tieConfirm, { person: second, says: 'know-well' })
    await house.ask(tieUnsay, { person: second })
    expect(await certainty(second)).toBe('verified')
    await unmerge(first)
    expect(await certainty(first)).toBe('verified')
    expect(await certainty(second)).toBeNull()
  })
})
