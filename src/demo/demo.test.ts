import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { type Action, type Caller, type House, perform } from '../action.ts'
import { invitationList } from '../meeting/invitations.ts'
import { lineageShow } from '../meeting/lineage.ts'
import { refusalList } from '../meeting/refusals.ts'
import { invitationWorth } from '../meeting/worth.ts'
import { createEngine } from '../network/client.ts'
import { lookAlikeList } from '../people/look-alike.ts'
import { createBackground } from '../store/background.ts'
import { openStore } from '../store/db.ts'
import type { Id } from '../store/ids.ts'
import { migrate } from '../store/migrate.ts'
import { type TestDatabase, testDatabase } from '../store/testing.ts'
import { makeDemo } from './index.ts'

const now = new Date('2026-11-23T09:00:00Z')
const size = { people: 300, seed: 3 }

let database: TestDatabase
let house: House
let workspace: Id<'workspace'>

beforeAll(async () => {
  database = await testDatabase((url) => migrate({ connectionString: url }))
  house = {
    store: openStore(database.connection),
    engine: createEngine(),
    background: createBackground(),
    now: () => now,
  }
  workspace = (await makeDemo(house, size)).workspace
}, 120_000)

afterAll(async () => {
  await house?.engine.close()
  await house?.store.close()
  await database?.drop()
})

function ask<I extends z.ZodObject, O extends z.ZodType>(action: Action<I, O>, input: z.input<I>) {
  const caller: Caller = { workspace, role: 'owner', name: 'test', door: 'cli' }
  return perform(house, action, input, caller)
}

async function rows<Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> {
  return house.store.inWorkspace(workspace, async (tx) => (await query.execute(tx)).rows)
}

const invitationFrom = async (name: string) => {
  const { invitations } = await ask(invitationList, {})
  return invitations.find(({ organization }) => organization?.name === name)!
}

describe('the demo, when it is opened', () => {
  test('traces the offer back to the meeting that was nearly refused', async () => {
    const [offer] = await rows(sql<{ id: string }>`select id from offer order by at desc limit 1`)
    const { chain } = await ask(lineageShow, { of: offer!.id })
    expect(chain.map(({ kind, nearlyRefused = false }) => [kind, nearlyRefused])).toEqual([
      ['offer', false],
      ['invitation', false],
      ['introduction', false],
      ['meeting', false],
      ['invitation', true],
    ])
    expect(chain[2]?.says).toBe('Vera Holm introduced you to Amara Nwosu at Cobalt Health')
  })

  test('shows an open invitation that is worth several doors, and who might talk', async () => {
    const worth = await ask(invitationWorth, { invitation: (await invitationFrom('Sablewood Grid')).id })
    expect(worth.totals.opened).toBeGreaterThanOrEqual(3)
    expect(worth.totals.strengthened).toBeGreaterThanOrEqual(2)
    expect(worth.blind).toEqual([])
    expect(worth.discretion.map(({ because }) => because).join()).toContain(
      'Ruth Okafor at Larkfield Systems',
    )
  })

  test('shows an invitation of which little is known, and never argues for refusing it', async () => {
    const worth = await ask(invitationWorth, { invitation: (await invitationFrom('Fathom Bio')).id })
    expect(worth.totals.people).toBe(2)
    expect(worth.blind).toHaveLength(2)
    expect(worth.advice.verdict).toBe('take')
    expect(worth.questions.map((one) => one.ask).join()).toContain(
      'Is Tom Becker the Tom Becker of your connections',
    )
    expect((await ask(lookAlikeList, {})).pairs).toHaveLength(1)
  })

  test('has something to decide, to prepare, to debrief and to answer', async () => {
    const { invitations } = await ask(invitationList, {})
    const states = (state: string) => invitations.filter((one) => one.state === state)
    expect(states('open')).toHaveLength(2)
    expect(states('offer')).toHaveLength(1)
    const ahead = states('taken').map(({ meetings }) => meetings[0]!.startsAt! > now.toISOString())
    expect(ahead.sort()).toEqual([false, true])
  })

  test('remembers refusals with their reasons, and a door that closed since', async () => {
    const { refusals } = await ask(refusalList, {})
    expect(refusals.map(({ reason, takenLater }) => [reason, takenLater])).toEqual([
      ['timing', false],
      ['values', false],
      ['other', true],
    ])
    expect(refusals[0]?.doorsSinceClosed).toHaveLength(1)
    expect(refusals[1]?.doorsSinceClosed).toHaveLength(0)
  })

  test('has at least eight meetings felt before and after, that turned both ways', async () => {
    const felt = await rows(sql<{ before: number; after: number }>`
      select one.value as before, other.value as after from enthusiasm one
      join enthusiasm other on other.meeting_id = one.meeting_id and other.moment = 'after'
      where one.moment = 'before'`)
    expect(felt.length).toBeGreaterThanOrEqual(8)
    expect(felt.filter(({ before, after }) => before <= 3 && after >= 4).length).toBeGreaterThanOrEqual(2)
    expect(felt.filter(({ before, after }) => before >= 4 && after <= 2).length).toBeGreaterThanOrEqual(2)
  })

  test('invites and meets on weekdays, and nothing that happened lies ahead', async () => {
    const [late] = await rows(sql<{ n: number }>`
      select (select count(*) from decision where at > ${now}) + (select count(*) from debrief where at > ${now})
        + (select count(*) from invitation where received_at > ${now})
        + (select count(*) from contact where at > ${now}) as n`)
    expect(late?.n).toBe(0)
    const weekends = await rows(sql`select from meeting where extract(isodow from starts_at) > 5`)
    expect(weekends).toHaveLength(0)
  })

  test('has people, positions and connections as facts, and no e-mail address outside reserved domains', async () => {
    const [facts] = await rows(sql<{ people: number; backwards: number; outside: number }>`
      select (select count(*) from person) as people,
             (select count(*) from position where from_date is not null and to_date is not null
                and substr(from_date, 1, 4) > substr(to_date, 1, 4)) as backwards,
             (select count(*) from person_key where kind = 'email' and value not like '%@%example.com') as outside`)
    expect(facts).toEqual({ people: size.people + 1, backwards: 0, outside: 0 })
  })
})

describe('making it again', () => {
  test('answers the one that is here, for the same size and seed', async () => {
    expect(await makeDemo(house, size)).toEqual({ workspace })
  })

  test('replaces it for another size, and leaves nothing of the old one', async () => {
    const other = await makeDemo(house, { ...size, people: 200 })
    expect(other.workspace).not.toBe(workspace)
    expect(await rows(sql`select id from person`)).toHaveLength(0)
    workspace = other.workspace
  }, 60_000)

  test('tells it anew when what was to come has passed', async () => {
    const later = { ...house, now: () => new Date('2026-12-01T09:00:00Z') }
    const other = await makeDemo(later, { ...size, people: 200 })
    expect(other.workspace).not.toBe(workspace)
    workspace = other.workspace
  }, 60_000)

  test.each(['2026-11-27T00:01:00Z', '2026-11-28T03:40:00Z', '2026-12-01T12:45:00Z', '2026-12-03T23:59:00Z'])(
    'can be told at any time of day, on any day of the week: %s',
    async (time) => {
      const then = { ...house, now: () => new Date(time) }
      workspace = (await makeDemo(then, { seed: 3, people: 200 })).workspace
      const debriefed = await rows(sql`select from debrief`)
      const early = await rows(
        sql`select from debrief join meeting on meeting.id = meeting_id where at < starts_at`,
      )
      expect(debriefed.length).toBeGreaterThan(5)
      expect(early).toHaveLength(0)
    },
    60_000,
  )

  test('of a size that is none is refused, and what is here stays', async () => {
    await expect(makeDemo(house, { people: 100 })).rejects.toThrow(
      'A demo has 200 to 1,000,000 people, not 100.',
    )
    expect((await rows(sql`select id from person`)).length).toBeGreaterThan(0)
  })
})
