/** Who stands in a cell of names beside a cell of profile URLs. */

import type { Party } from '../records.ts'

/** What LinkedIn writes for somebody who left, and for whoever sends advertisements. */
const NOBODY = /^linkedin member$/i

/** What follows a comma and is no name of its own: degrees, certificates, generations. */
const SUFFIX = /^(?:[A-Z][A-Za-z.]*[A-Z.®™\d][A-Za-z.®™\d-]*|[jJ]r\.?|[sS]r\.?|Esq\.?|[IV]+|[A-Z]{2,}.*)$/

/** One party, or null if neither name nor profile says who it is. */
export function party(name: string, profileUrl: string): Party | null {
  const named = name !== '' && !NOBODY.test(name)
  const linked = /^https?:/i.test(profileUrl)
  if (!named && !linked) return null
  return { ...(named && { name }), ...(linked && { profileUrl }) }
}

/** The recipients: names and URLs are paired where they can be, for a name may contain a comma. */
export function parties(names: string, profileUrls: string): Party[] {
  const urls = profileUrls.split(/[,;\s]+/).filter((url) => url !== '')
  if (urls.length === 1) return present([party(names, urls[0]!)])
  const each = splitNames(names)
  if (urls.length === 0) return present(each.map((name) => party(name, '')))
  return present(urls.map((url, i) => party(each.length === urls.length ? each[i]! : '', url)))
}

/** "Ada Example, PhD,Bo Test" are two people. */
function splitNames(names: string): string[] {
  const people: string[] = []
  for (const part of names.split(',').map((name) => name.trim())) {
    if (people.length > 0 && SUFFIX.test(part)) people.push(`${people.pop()}, ${part}`)
    else if (part !== '') people.push(part)
  }
  return people
}

const present = (some: (Party | null)[]): Party[] => some.filter((one) => one !== null)
