import type { TestHouse } from './house.ts'

// The definition of a path and of reach as SQL that can be read: joins of one, two and three ties, no recursion.

export type Facts = {
  ties: { a: string; b: string; cost: number }[]
  affiliations: { person: string; organization: string; cost: number }[]
}

export type Question = { seeker: string; excluded: string[] }
export type OraclePath = { people: string[]; cost: number }

/** Paths of 1 to 3 ties from the seeker: nobody twice, the second hop adds 16, the third 33, none above 254. */
const PATHS = `
  with tie as (
    select a, b, cost from unnest($1::uuid[], $2::uuid[], $3::int[]) as told (a, b, cost)
    union all
    select b, a, cost from unnest($1::uuid[], $2::uuid[], $3::int[]) as told (a, b, cost)
  ),
  usable as (
    select a, b, cost from tie where b <> $4::uuid and b <> all ($5::uuid[])
  ),
  path as (
    select array[one.b] as people, one.b as last, one.cost
    from usable as one where one.a = $4
    union all
    select array[one.b, two.b], two.b, one.cost + two.cost + 16
    from usable as one join usable as two on two.a = one.b
    where one.a = $4 and two.b <> one.b
    union all
    select array[one.b, two.b, three.b], three.b, one.cost + two.cost + three.cost + 16 + 33
    from usable as one join usable as two on two.a = one.b join usable as three on three.a = two.b
    where one.a = $4 and two.b <> one.b and three.b <> one.b and three.b <> two.b
  )`

const AFFILIATIONS = `unnest($6::uuid[], $7::uuid[], $8::int[]) as belongs (person, organization, cost)`

const given = ({ ties, affiliations }: Facts, { seeker, excluded }: Question): unknown[] => [
  ...[ties.map(({ a }) => a), ties.map(({ b }) => b), ties.map(({ cost }) => cost), seeker, excluded],
  affiliations.map(({ person }) => person),
  affiliations.map(({ organization }) => organization),
  affiliations.map(({ cost }) => cost),
]

/** The best paths to anyone at an organization: by cost, then fewer ties, then the ids in sequence. */
export function pathsTo(
  { query }: TestHouse,
  facts: Facts,
  question: Question,
  organization: string,
): Promise<OraclePath[]> {
  return query<OraclePath>(
    `${PATHS}
     select people, path.cost + min(belongs.cost) as cost
     from path join ${AFFILIATIONS} on person = last
     where path.cost <= 254 and organization = $9
     group by people, path.cost having path.cost + min(belongs.cost) <= 254
     order by 2, cardinality(people), people limit 100`,
    [...given(facts, question), organization],
  )
}

/** The best paths to one person. */
export function pathsToPerson(
  { query }: TestHouse,
  facts: Facts,
  question: Question,
  person: string,
): Promise<OraclePath[]> {
  return query<OraclePath>(
    `${PATHS}, unused as (select * from ${AFFILIATIONS})
     select people, cost from path where last = $9 and cost <= 254
     order by cost, cardinality(people), people limit 100`,
    [...given(facts, question), person],
  )
}

/** Least cost to each organization that is reached at all. */
export async function reachOf(
  { query }: TestHouse,
  facts: Facts,
  question: Question,
): Promise<Map<string, number>> {
  const rows = await query<{ organization: string; cost: number }>(
    `${PATHS}
     select organization, min(path.cost + belongs.cost) as cost
     from path join ${AFFILIATIONS} on person = last
     where path.cost <= 254 and path.cost + belongs.cost <= 254
     group by organization`,
    given(facts, question),
  )
  return new Map(rows.map(({ organization, cost }) => [organization, cost]))
}
