import { alikeAmong, LEAST_BITS, type Likeness } from '../src/people/likeness.ts'
import { organizationKin } from '../src/people/organization-agree.ts'
import { sameName } from '../src/people/person.ts'
import { type Doubles, doublesOf, type Kind, pairName } from './lib/doubles.ts'
import { organizationPairs } from './lib/organization-pairs.ts'
import { step } from './lib/progress.ts'
import type { Report } from './lib/report.ts'

// Who is who: of second records with known truth, how many are merged or put before the user, and how many pairs that
// are put before the user are two people.

/** Looked at once, when everything was settled on seeds 1 to 4. */
const HELD_OUT = [101, 102, 103, 104]

type Found = { merged: Set<string>; queued: Set<string>; milliseconds: number }
type Count = { truth: number; right: number; wrong: number; merged: number; wronglyMerged: number }

export async function bench(): Promise<Report> {
  return reportOf(HELD_OUT)
}

export function reportOf(seeds: readonly number[]): Report {
  const worlds = seeds.map((seed) => {
    step(`identity: seed ${seed}`)
    const world = doublesOf(seed)
    return { seed, world, found: findAll(world) }
  })
  const counts = worlds.map(({ world, found }) => countOf(world, found))
  const all = counts.reduce((sum, one) => added(sum, one))
  return {
    tables: [
      {
        title: 'second records among 4,000 people',
        head: ['seed', 'second records', 'merged', 'found', 'two people queued', 'precision', 'recall', 'ms'],
        rows: worlds.map(({ seed, found }, at) => row(String(seed), counts[at]!, found.milliseconds)),
      },
      byKind(worlds, 'name', 'found, by how the name was written'),
      byKind(worlds, 'else', 'found, by what else was the same'),
      organizations(seeds[0]!),
    ],
    targets: [
      { says: 'merged or queued: are one person (precision)', value: precision(all), unit: '', least: 0.995 },
      { says: 'second records merged or queued (recall)', value: recall(all), unit: '', least: 0.95 },
      { says: 'two people merged by themselves', value: all.wronglyMerged, unit: 'pairs', most: 0 },
    ],
    notes: [
      'generated; 300 people share their full name with a stranger, 24 of them at the same large employer',
      `a pair is put before the user from ${LEAST_BITS} bits on`,
    ],
  }
}

function findAll({ people }: Doubles): Found {
  const start = performance.now()
  const [merged, queued] = [new Set<string>(), new Set<string>()]
  for (const [one, other] of sharingKeys(people))
    (sameName(one.name, other.name) ? merged : queued).add(pairName(one.id, other.id))
  for (const { one, other } of alikeAmong(people)) queued.add(pairName(one, other))
  return { merged, queued, milliseconds: performance.now() - start }
}

/** Pairs with the same e-mail address: the same name is merged at once, another one waits for a look. */
function sharingKeys(people: readonly Likeness[]): [Likeness, Likeness][] {
  const bearers = new Map<string, Likeness[]>()
  for (const person of people)
    for (const key of person.keys.filter((key) => key.startsWith('email')))
      bearers.set(key, [...(bearers.get(key) ?? []), person])
  return [...bearers.values()].flatMap((same) =>
    same.flatMap((one, at) => same.slice(at + 1).map((other): [Likeness, Likeness] => [one, other])),
  )
}

function countOf({ truth }: Doubles, { merged, queued }: Found): Count {
  const found = new Set([...merged, ...queued])
  const right = [...found].filter((pair) => truth.has(pair)).length
  const wronglyMerged = [...merged].filter((pair) => !truth.has(pair)).length
  return { truth: truth.size, right, wrong: found.size - right, merged: merged.size, wronglyMerged }
}

const added = (one: Count, other: Count): Count => ({
  truth: one.truth + other.truth,
  right: one.right + other.right,
  wrong: one.wrong + other.wrong,
  merged: one.merged + other.merged,
  wronglyMerged: one.wronglyMerged + other.wronglyMerged,
})
const precision = ({ right, wrong }: Count) => right / (right + wrong)
const recall = ({ right, truth }: Count) => right / truth

const row = (name: string, count: Count, milliseconds: number) => [
  ...[name, count.truth, count.merged, count.right, count.wrong],
  ...[precision(count).toFixed(4), recall(count).toFixed(4), milliseconds],
]

function byKind(worlds: { world: Doubles; found: Found }[], by: keyof Kind, title: string) {
  const tally = new Map<string, { all: number; found: number }>()
  for (const { world, found } of worlds)
    for (const [pair, kind] of world.truth) {
      const count = tally.get(kind[by]) ?? { all: 0, found: 0 }
      count.all++
      if (found.merged.has(pair) || found.queued.has(pair)) count.found++
      tally.set(kind[by], count)
    }
  const rows = [...tally].map(([name, { all, found }]) => [name, all, found, (found / all).toFixed(3)])
  return { title, head: [by, 'second records', 'found', 'share'], rows }
}

/** Pairs of organizations told right, by the rule that made them. */
function organizations(seed: number) {
  const tally = new Map<string, { all: number; right: number }>()
  for (const { says, pair } of organizationPairs(seed)) {
    const [one, other, kin] = pair
    const count = tally.get(says) ?? { all: 0, right: 0 }
    count.all++
    if (organizationKin({ name: one }, { name: other }) === kin) count.right++
    tally.set(says, count)
  }
  const rows = [...tally].map(([says, { all, right }]) => [says, all, right, (right / all).toFixed(3)])
  return { title: 'organizations: one, one group or two', head: ['rule', 'pairs', 'right', 'share'], rows }
}
