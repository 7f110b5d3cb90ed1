import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personAdd } from '../people/people.ts'
import { candidacyAdd } from './candidacies.ts'
import { mandateOpen } from './mandates.ts'
import { overallOf, scorecardCriteria, scorecardFill, scorecardSet, scorecardShow } from './scorecards.ts'
import { type TestFirm, testFirm } from './testing.ts'

let firm: TestFirm
let count = 0
const carl = () => firm.as('consultant')
const cleo = () => firm.as('other-consultant')
beforeAll(async () => {
  firm = await testFirm('2026-06-15T09:00:00Z')
})
afterAll(() => firm.close())

const CRITERIA = [
  { name: 'Leads people', weight: 3 },
  { name: 'Knows the market', weight: 1 },
]
async function searched(more: object = {}) {
  const given = { title: `CFO ${++count}`, client: 'Globex', ...more }
  const { mandate } = await carl().ask(mandateOpen, given)
  const { criteria } = await carl().ask(scorecardSet, { mandate, criteria: CRITERIA })
  const { person } = await carl().ask(personAdd, { name: `Nadia Number ${count}` })
  const { candidacy } = await carl().ask(candidacyAdd, { mandate, person })
  return { mandate, candidacy, criteria }
}
type Searched = Awaited<ReturnType<typeof searched>>
const fill = (who: ReturnType<typeof carl>, { candidacy, criteria }: Searched, marks: number[]) =>
  who.ask(scorecardFill, {
    candidacy,
    marks: criteria.map(({ criterion }, at) => ({ criterion, mark: marks[at]! })),
    note: `${who.name} SAYS`,
  })

describe('the criteria of a mandate', () => {
  it('may change until the first scorecard is in, and not after', async () => {
    const made = await searched()
    const { mandate } = made
    const set = (name: string) => carl().ask(scorecardSet, { mandate, criteria: [{ name, weight: 2 }] })
    const { criteria } = await set('Speaks French')
    expect(await carl().ask(scorecardCriteria, { mandate })).toMatchObject({
      ...{ fixed: false, criteria: [{ name: 'Speaks French', weight: 2 }] },
    })
    await fill(carl(), { ...made, criteria }, [4])
    await expect(set('Plays golf')).rejects.toMatchObject({ code: 'conflict', at: 'criteria' })
    // Nor for whoever may not see that scorecard.
    const asked = cleo().ask(scorecardSet, { mandate, criteria: CRITERIA })
    await expect(asked).rejects.toMatchObject({ code: 'conflict', at: 'criteria' })
    expect(await cleo().ask(scorecardCriteria, { mandate })).toMatchObject({ fixed: true })
  })

  it('do not change by plain SQL either', async () => {
    const made = await searched()
    await fill(carl(), made, [4, 4])
    const run = (statement: ReturnType<typeof sql>) =>
      firm.house.store.inWorkspace(firm.workspace, (tx) => statement.execute(tx), cleo())
    const removed = await run(sql`delete from criterion where mandate_id = ${made.mandate}`)
    expect(removed.numAffectedRows).toBe(0n)
    const added = run(sql`insert into criterion values
      (${firm.workspace}, gen_random_uuid(), ${made.mandate}, 9, 'Plays golf', 5)`)
    await expect(added).rejects.toThrow(/row-level security/)
    await expect(run(sql`update criterion set weight = 5`)).rejects.toThrow(/permission denied/)
  })
})

describe('a scorecard', () => {
  it('is hidden from whoever has not filled in their own, by the gate and in plain SQL; then side by side', async () => {
    const made = await searched()
    const { candidacy } = made
    await fill(carl(), made, [5, 2])
    const rows = (who: ReturnType<typeof carl>) =>
      firm.house.store.inWorkspace(
        firm.workspace,
        async (tx) => ({
          cards: (
            await tx
              .selectFrom('scorecard')
              .selectAll()
              .where('candidacy_id', '=', candidacy as never)
              .execute()
          ).length,
          marks: (
            await tx
              .selectFrom('scorecard_mark')
              .selectAll()
              .where('criterion_id', 'in', made.criteria.map(({ criterion }) => criterion) as never[])
              .execute()
          ).length,
        }),
        who,
      )
    for (const who of [cleo(), firm.as('owner'), firm.as('researcher')]) {
      expect(await rows(who)).toEqual({ cards: 0, marks: 0 })
      const seen = await who.ask(scorecardShow, { candidacy })
      expect(seen).toMatchObject({ yours: false, in: 1, cards: [], overall: null })
      expect(seen.criteria.map(({ marks }) => marks)).toEqual([[], []])
    }
    await fill(cleo(), made, [3, 4])
    expect(await rows(cleo())).toEqual({ cards: 2, marks: 4 })
    expect(await cleo().ask(scorecardShow, { candidacy })).toMatchObject({
      ...{ yours: true, in: 2, overall: (3 * 4 + 1 * 3) / 4 },
      criteria: [
        { name: 'Leads people', weight: 3, marks: [5, 3] },
        { name: 'Knows the market', weight: 1, marks: [2, 4] },
      ],
      cards: [
        { by: 'Carl Consul', note: 'Carl Consul SAYS' },
        { by: 'Cleo Counsel', note: 'Cleo Counsel SAYS' },
      ],
    })
    // One's own on one candidate opens nothing of another.
    const other = await searched()
    await fill(carl(), other, [1, 1])
    expect((await cleo().ask(scorecardShow, { candidacy: other.candidacy })).cards).toEqual([])
  })

  it('stays as it was, marks each criterion once, and needs criteria', async () => {
    const made = await searched()
    await expect(fill(carl(), { ...made, criteria: made.criteria.slice(1) }, [3])).rejects.toMatchObject({
      at: 'marks',
    })
    const twice = { ...made, criteria: [made.criteria[0]!, made.criteria[0]!] }
    await expect(fill(carl(), twice, [3, 3])).rejects.toMatchObject({ at: 'marks' })
    await fill(carl(), made, [3, 3])
    await expect(fill(carl(), made, [5, 5])).rejects.toMatchObject({ code: 'conflict' })
    const { mandate } = await carl().ask(mandateOpen, { title: 'Nothing set', client: 'Globex' })
    const { person } = await carl().ask(personAdd, { name: 'Ole Other' })
    const { candidacy } = await carl().ask(candidacyAdd, { mandate, person })
    await expect(carl().ask(scorecardFill, { candidacy, marks: [] })).rejects.toMatchObject({
      ...{ code: 'conflict', at: 'mandate' },
    })
  })

  it('is not filled in for somebody else, in plain SQL either', async () => {
    const { candidacy } = await searched()
    const written = firm.house.store.inWorkspace(
      firm.workspace,
      (tx) =>
        sql`insert into scorecard values
          (${firm.workspace}, gen_random_uuid(), ${candidacy}, ${carl().member}, null, now())`.execute(tx),
      cleo(),
    )
    await expect(written).rejects.toThrow(/row-level security/)
  })

  it('of a confidential mandate is not there for others, not even as a count', async () => {
    const made = await searched({ confidential: true })
    await fill(carl(), made, [3, 3])
    const asked = cleo().ask(scorecardShow, { candidacy: made.candidacy })
    await expect(asked).rejects.toMatchObject({ code: 'not-found' })
    const { rows } = await firm.house.store.inWorkspace(
      firm.workspace,
      (tx) =>
        sql<{ n: number; marked: boolean }>`select app_scorecards_in(${made.candidacy}::uuid) as n,
          app_is_marked(${made.mandate}::uuid) as marked`.execute(tx),
      cleo(),
    )
    expect(rows).toEqual([{ n: 0, marked: false }])
  })
})

describe('the overall', () => {
  it('is by the visible weights alone, and none while anything is unseen', () => {
    expect(
      overallOf([
        { weight: 3, marks: [5, 3] },
        { weight: 1, marks: [2, 4] },
      ]),
    ).toBe(3.75)
    expect(
      overallOf([
        { weight: 5, marks: [2] },
        { weight: 5, marks: [4] },
      ]),
    ).toBe(3)
    expect(overallOf([{ weight: 3, marks: [] }])).toBeNull()
    expect(overallOf([])).toBeNull()
  })
})
