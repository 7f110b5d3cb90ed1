import type { z } from 'zod'
import type { Context } from '../action.ts'
import { level } from '../fit/index.ts'
import { said } from '../language.ts'
import { toStrength } from '../network/cost.ts'
import { personShapes, positionInWords } from '../people/describe.ts'
import type { Pair, PositionFacts } from '../people/facts.ts'
import { graphOf, ownTies } from '../people/graph.ts'
import { type PairBook, pairBook } from '../people/pair-book.ts'
import type { PersonId } from '../people/person.ts'
import type { RoomRole } from '../store/tables.ts'
import type { Summons } from './summons.ts'
import type { roomShape } from './worth-shape.ts'

// The room as it is shown: who they are, how senior, what you share, and what nobody has said yet.

export type GuestShape = z.infer<typeof roomShape>

export type RoomBook = {
  guests: GuestShape[]
  /** Those who would be met and count: interviewers, most senior first. */
  interviewers: PersonId[]
  book: PairBook
  /** What the seeker's tie to somebody costs today; null when there is none. */
  costTo: (person: PersonId) => number | null
}

const ROLE_ORDER: Record<RoomRole, number> = { interviewer: 0, recruiter: 1, coordinator: 2, robot: 3 }

/** Everybody of the room with what is known of them, interviewers first, the most senior before the others. */
export async function roomOf(context: Context, summons: Summons): Promise<RoomBook> {
  const rows = await context.tx
    .selectFrom('room')
    .select(['person_id as person', 'role'])
    .where('invitation_id', '=', summons.id)
    .execute()
  const ids = rows.map(({ person }) => person)
  const book = await pairBook(
    context,
    ids.map((person): Pair => [summons.seeker, person]),
  )
  const costTo = await ownTies(context, await graphOf(context), summons.seeker)
  const people = await personShapes(context, ids)
  const names = await organizationNames(context, [...ids, summons.seeker], book)
  const titles = await titlesOf(context, ids, summons)
  const seats = rows.map(({ person, role }) => {
    const shape = people.get(person)!
    const title = titles.get(person) ?? shape.headline ?? null
    const rank = level(title ?? '')
    return {
      shape: {
        ...{ person: shape, role, title, level: rank?.name ?? null, ...knownAs(costTo(person)) },
        ...backgroundOf(context, person, summons, book, names),
      },
      rank: rank?.rank ?? 99,
    }
  })
  seats.sort(
    (one, other) =>
      ROLE_ORDER[one.shape.role] - ROLE_ORDER[other.shape.role] ||
      one.rank - other.rank ||
      one.shape.person.name.localeCompare(other.shape.person.name),
  )
  const guests = seats.map(({ shape }) => shape)
  const interviewers = guests
    .filter(({ role }) => role === 'interviewer')
    .map(({ person }) => person.id as PersonId)
  return { guests, interviewers, book, costTo }
}

const knownAs = (cost: number | null) => ({
  known: cost !== null,
  strength: cost === null ? null : toStrength(cost),
})

/** Where they were before, and what the seeker shares with them. */
function backgroundOf(
  context: Context,
  person: PersonId,
  { seeker, organization }: Summons,
  book: PairBook,
  names: ReadonlyMap<string, string>,
): Pick<GuestShape, 'shared' | 'career'> {
  const before = book.career(person).filter((position) => position.organization !== organization?.id)
  const career = before.map((position) =>
    positionInWords(position, names.get(position.organization)!, context.now),
  )
  return { shared: sharedInWords(book.career(seeker), book.career(person), names), career }
}

/** Organizations where both were, whether at the same time or not. */
function sharedInWords(
  mine: PositionFacts[],
  theirs: PositionFacts[],
  names: ReadonlyMap<string, string>,
): string[] {
  const ofMine = new Set(mine.map(({ organization }) => organization))
  const both = new Set(theirs.map(({ organization }) => organization).filter((id) => ofMine.has(id)))
  return [...both].map((id) =>
    said({ en: `you were both at ${names.get(id)}`, de: `Sie waren beide bei ${names.get(id)}` }),
  )
}

async function organizationNames(
  { tx }: Context,
  people: readonly PersonId[],
  book: PairBook,
): Promise<Map<string, string>> {
  const ids = [
    ...new Set(people.flatMap((person) => book.career(person).map(({ organization }) => organization))),
  ]
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('organization')
    .select(['id', 'name'])
    .where('id', 'in', ids as never[])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Titles at the inviting organization; where none is known, the title of a position that lasts. */
async function titlesOf(
  { tx }: Context,
  people: PersonId[],
  { organization }: Summons,
): Promise<Map<PersonId, string>> {
  if (people.length === 0) return new Map()
  const rows = await tx
    .selectFrom('position')
    .select(['person_id', 'title', 'organization_id'])
    .where('person_id', 'in', people)
    .where('title', 'is not', null)
    .where('ended', '=', false)
    .orderBy('id')
    .execute()
  const here = (row: { organization_id: string }) => row.organization_id === organization?.id
  const sorted = [...rows.filter((row) => !here(row)), ...rows.filter(here)]
  return new Map(sorted.map(({ person_id, title }) => [person_id, title!]))
}
