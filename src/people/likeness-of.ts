import { spellFrom, spellTo } from '../network/clock.ts'
import type { Likeness, Work } from './likeness.ts'
import { isSharedBox, organizationMatch, personMatch } from './names.ts'
import { ANYBODYS, groupMatch } from './organization-agree.ts'

// A record as the database has it, as it is compared.

export type Known<Id extends string> = {
  id: Id
  name: string
  location: string | null
  work: {
    organization: string
    title: string | null
    from: string | null
    to: string | null
    ended: boolean
  }[]
  keys: { kind: string; value: string }[]
  /** Exports, lists and address books that it stands in. */
  files: string[]
}

/** Companies of one group count as one employer. */
export function likenessOf<Id extends string>({
  id,
  name,
  location,
  work,
  keys,
  files,
}: Known<Id>): Likeness<Id> {
  const of = (wanted: string) => keys.filter(({ kind }) => kind === wanted).map(({ value }) => value)
  const emails = of('email').filter((email) => !isSharedBox(email))
  const profiles = of('profile-url')
  return {
    ...{ id, name, emails, profiles, files },
    phones: of('phone'),
    hosts: [...new Set(of('email').flatMap(employerOf))],
    handles: [...new Set([...emails.map(beforeAt), ...profiles.map(afterSlash)])],
    work: work.map(workOf),
    place: placeOf(location),
  }
}

function workOf({ organization, title, from, to, ended }: Known<string>['work'][number]): Work {
  const said = title === null ? '' : personMatch(title)
  return {
    organization: groupMatch(organization),
    label: labelOf(organization),
    title: said === '' ? null : said,
    from: from === null ? null : spellFrom(from),
    to: to === null ? null : spellTo(to),
    ended,
  }
}

/** An organization's name without spaces, as hosts have it. */
export const labelOf = (organization: string): string =>
  groupMatch(organizationMatch(organization).replaceAll(' ', ''))

const beforeAt = (email: string): string => email.split('@')[0]!
const afterSlash = (url: string): string => url.split('/').at(-1)!

/** What an address at work says of the employer: a name without spaces, as its host has it. */
function employerOf(email: string): string[] {
  const host = email.split('@')[1] ?? ''
  const label = host.split('.').at(-2) ?? ''
  return ANYBODYS.test(host) || label.length < 3 ? [] : [groupMatch(label)]
}

/** "Berlin", "Berlin, Germany" and "Greater Berlin Area" are one place. */
export function placeOf(location: string | null): string | null {
  const [city = ''] = (location ?? '').split(',')
  const place = personMatch(city.replace(/^\s*greater\s+|\s+(metropolitan\s+)?(area|region)\s*$/gi, ''))
  return place === '' ? null : place
}
