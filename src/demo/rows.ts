import { organizationMatch, profileUrlMatch } from '../people/names.ts'
import { hostOf } from './firms.ts'
import { type DemoData, NO_UNIT, UNKNOWN } from './types.ts'

// Rows of the store from the columns of an invented world, a piece at a time.

const DAY = 86_400_000

/** `2019-04`; `2019` when only the year is known; null when nothing is. */
export function dateText(month: number, yearOnly: boolean): string | null {
  if (month === UNKNOWN) return null
  const year = String(Math.floor(month / 12)).padStart(4, '0')
  return yearOnly ? year : `${year}-${String((month % 12) + 1).padStart(2, '0')}`
}

export const dayBefore = (now: Date, days: number): string =>
  new Date(now.getTime() - days * DAY).toISOString().slice(0, 10)

export const personRow = ({ people }: DemoData, person: number) => ({
  name: `${people.given[person]} ${people.family[person]}`,
  given: people.given[person]!,
  family: people.family[person]!,
  headline: people.headline[person]!,
  location: people.location[person]!,
  skills: people.skills[person]!,
})

/** Everybody has a page; an e-mail address is known of few. */
export function keyRows({ people }: DemoData, person: number): [kind: string, value: string][] {
  const slug = `${plain(people.given[person]!)}-${plain(people.family[person]!)}`
  const page: [string, string] = [
    'profile-url',
    profileUrlMatch(`https://www.example.com/in/${slug}-${person.toString(36)}`),
  ]
  if (person % 5 !== 0) return [page]
  return [page, ['email', `${slug.replace('-', '.')}.${person.toString(36)}@mail.example.com`]]
}

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^A-Za-z]+/g, '')
    .toLowerCase()

export function organizationRow({ organizations }: DemoData, place: number) {
  const { name, industry, headCount } = organizations[place]!
  return { name, match: organizationMatch(name), domain: hostOf(name), industry, headCount }
}

export function positionRow({ positions, titles, unitNames, now }: DemoData, row: number) {
  const { person, organization, title, unit, from, to, yearsOnly, ended, seen } = positions
  const byYear = yearsOnly[row] === 1
  const today = now.toISOString().slice(0, 10)
  const seenIn = dateText(seen[row]!, false)!
  return {
    person: person[row]!,
    organization: organization[row]!,
    title: titles[title[row]!]!,
    unit: unit[row] === NO_UNIT ? null : unitNames[unit[row]!]!,
    from: dateText(from[row]!, byYear),
    to: dateText(to[row]!, byYear),
    ended: ended[row] === 1,
    seen: today.startsWith(seenIn) ? today : `${seenIn}-15`,
  }
}
