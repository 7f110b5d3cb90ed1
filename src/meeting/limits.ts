import { z } from 'zod'
import type { Context } from '../action.ts'
import { type Limit, limitsOf } from '../people/limit.ts'
import { because, sayLimit } from '../people/limit-words.ts'
import type { OrganizationId } from '../people/organization.ts'
import type { PersonId } from '../people/person.ts'
import type { LimitKind, LimitRule } from '../store/tables.ts'
import { presentEmployers } from './exclusions.ts'
import type { Summons } from './summons.ts'

// What breaks one's own hard limits. What is not known breaks none.

export const limitsShape = z
  .array(z.object({ limit: z.string(), because: z.string() }))
  .describe('your own hard limits that this breaks; they are no clause of the advice')

/** What a limit is held against, as far as known. */
export type Terms = {
  organization: { id: OrganizationId; name: string } | null
  location: string | null
  remote: boolean | null
  employmentType: string | null
  salary: { min?: number; max?: number; currency?: string; per?: string } | null
  startsAt: Date | null
  timeZone: string | null
}

type Judge = (rule: LimitRule, terms: Terms, employers: ReadonlySet<string>) => string | null

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
const asWords = (text: string): string => ` ${folded(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `

/** A posting says that it is remote in a field of its own, or in its place. */
const isRemote = ({ remote, location }: Terms): boolean =>
  remote === true || /\bremote\b/i.test(location ?? '')

const JUDGES: Record<LimitKind, Judge> = {
  place({ places = [], remote = false }, terms) {
    const { location } = terms
    if (isRemote(terms)) return remote || isIn(places, location) ? null : because.notThere()
    if (location === null || isIn(places, location)) return null
    return because.place(location, remote)
  },
  time({ employment = [] }, { employmentType }) {
    const said = employmentType?.split(',').map((one) => one.trim()) ?? []
    return said.length === 0 || said.some((one) => employment.includes(one))
      ? null
      : because.time(employmentType!)
  },
  days({ days = [] }, { startsAt, timeZone }) {
    const day = startsAt === null ? null : weekday(startsAt, timeZone)
    return day !== null && days.includes(day) ? because.days(day) : null
  },
  'present-employer': (_, { organization }, employers) =>
    organization !== null && employers.has(organization.id) ? because.employer(organization.name) : null,
  pay({ least = 0, currency, per }, { salary }) {
    const most = salary?.max ?? salary?.min
    const isComparable = salary?.currency === currency && salary?.per === per
    return most !== undefined && isComparable && most < least ? because.pay(most, currency!, per!) : null
  },
}

const isIn = (places: readonly string[], location: string | null): boolean =>
  location !== null && places.some((place) => asWords(location).includes(asWords(place)))

/** 1 Monday to 7 Sunday, on the meeting's own clock. */
function weekday(at: Date, timeZone: string | null): number {
  const name = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: timeZone ?? 'UTC' }).format(at)
  return ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(name) + 1
}

export type Broken = z.infer<typeof limitsShape>

/** Which of the limits these terms break. Pure. */
export const broken = (limits: readonly Limit[], terms: Terms, employers: ReadonlySet<string>): Broken =>
  limits.flatMap(({ kind, rule }) => {
    const why = JUDGES[kind](rule, terms, employers)
    return why === null ? [] : [{ limit: sayLimit({ kind, rule }), because: why }]
  })

/** A person's limits, ready to be held against many openings. */
export async function limitsHeld(
  context: Context,
  person: PersonId | null,
): Promise<(terms: Terms) => Broken> {
  const limits = await limitsOf(context, person)
  if (person === null || limits.length === 0) return () => []
  const employers = new Set<string>(await presentEmployers(context, person))
  return (terms) => broken(limits, terms, employers)
}

/** What an invitation breaks: by the opening it is for, the organization, and the day of the meeting. */
export async function limitsBroken(context: Context, summons: Summons): Promise<Broken> {
  const held = await limitsHeld(context, summons.seeker)
  const opening =
    summons.opening === null
      ? undefined
      : await context.tx
          .selectFrom('opening')
          .select(['location', 'remote', 'employment_type', 'salary'])
          .where('id', '=', summons.opening)
          .executeTakeFirst()
  const meeting = await context.tx
    .selectFrom('meeting')
    .select(['starts_at', 'time_zone'])
    .where('invitation_id', '=', summons.id)
    .where('cancelled_at', 'is', null)
    .orderBy('round', 'desc')
    .executeTakeFirst()
  return held({
    organization: summons.organization,
    location: opening?.location ?? null,
    remote: opening?.remote ?? null,
    employmentType: opening?.employment_type ?? null,
    salary: opening?.salary ?? null,
    startsAt: meeting?.starts_at ?? null,
    timeZone: meeting?.time_zone ?? null,
  })
}
