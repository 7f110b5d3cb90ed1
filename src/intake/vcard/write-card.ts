import type { PersonFact, PositionFact } from '../records.ts'
import { isRecord, list, record, words } from '../text/json.ts'
import { profileUrl } from '../text/profile-url.ts'
import type { KeptProperty } from './card.ts'
import { escaped, structured, type Version, type WrittenProperty, writeProperty } from './written.ts'

// A person as a card: all that `vcard` reads, and in properties of our own (X-ACQUAINT-...) what vCard has no word for.

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

const one = (name: string, text: string | undefined): WrittenProperty[] =>
  text ? [{ name, value: escaped(text) }] : []

const each = (name: string, texts: string[] | undefined): WrittenProperty[] =>
  (texts ?? []).flatMap((text) => one(name, text))

/** What is no UUID is said to be text in 4.0, where a UID is an address unless said otherwise. */
const uid = (key: string, version: Version): WrittenProperty => {
  if (UUID.test(key)) return { name: 'UID', value: `urn:uuid:${key}` }
  return { name: 'UID', value: escaped(key), ...(version === '4.0' ? { params: { VALUE: ['text'] } } : {}) }
}

const isPresent = ({ to, current }: PositionFact): boolean => to === undefined && current !== false

/** ORG and TITLE have no dates, no place and no end. */
const saysMore = (position: PositionFact): boolean =>
  Boolean(position.from || position.site) || !isPresent(position)

const ownPosition = ({
  organization,
  title,
  unit,
  site,
  from,
  to,
  current,
}: PositionFact): WrittenProperty => ({
  name: 'X-ACQUAINT-POSITION',
  value: structured([
    organization.name,
    unit,
    title,
    site,
    from,
    to,
    current === false ? 'ended' : undefined,
  ]),
})

/** Titles belong to organizations in order: those without one come last. */
const worked = ({ positions = [], headline }: Written): WrittenProperty[] => {
  const present = positions.filter(isPresent)
  const titled = [...present.filter(({ title }) => title), ...present.filter(({ title }) => !title)]
  return [
    ...titled.map(({ organization, unit }) => ({
      name: 'ORG',
      value: structured([organization.name, unit]),
    })),
    ...titled.flatMap(({ title }) => one('TITLE', title)),
    ...(positions.some(saysMore) ? positions.map(ownPosition) : []),
    ...one(present.length > 0 ? 'X-ACQUAINT-HEADLINE' : 'TITLE', headline),
  ]
}

/** Our own place, in the one field that every address book shows; the addresses that came with a card go out as they are. */
const place = (location: string | undefined, kept: Record<string, KeptProperty[]>): WrittenProperty[] => {
  if (!location || kept.ADR) return one('X-ACQUAINT-LOCATION', location)
  return [{ name: 'ADR', params: { 'X-ACQUAINT': ['place'] }, value: `;;;${escaped(location)};;;` }]
}

const profiles = (urls: string[] | undefined): WrittenProperty[] =>
  (urls ?? []).map((value) => ({ name: profileUrl(value) ? 'URL' : 'X-ACQUAINT-PROFILE', value }))

const isKept = (value: unknown): value is KeptProperty => isRecord(value) && words(value.value) !== undefined

/** What a card said that nobody understood; anything else in `extra` came from elsewhere. */
const keptOf = (extra: Record<string, unknown> | undefined): Record<string, KeptProperty[]> =>
  Object.fromEntries(
    Object.entries(record(extra)).flatMap(([name, values]) => {
      const kept = Array.isArray(values) ? list(values).filter(isKept) : []
      return /^[A-Z\d/-]+$/.test(name) && kept.length > 0 ? [[name, kept]] : []
    }),
  )

/** A group has one label, however many properties it holds. */
const labels = (kept: KeptProperty[]): WrittenProperty[] => {
  const byGroup = new Map(kept.flatMap(({ group, label }) => (group && label ? [[group, label]] : [])))
  return [...byGroup].map(([group, label]) => ({ name: 'X-ABLabel', group, value: escaped(label) }))
}

const again = (kept: Record<string, KeptProperty[]>): WrittenProperty[] => [
  ...Object.entries(kept).flatMap(([name, values]) =>
    values.map(({ value, params, group }) => ({
      name,
      value: value.replace(/\r\n|\r|\n/g, '\\n'),
      ...(params ? { params } : {}),
      ...(group ? { group } : {}),
    })),
  ),
  ...labels(Object.values(kept).flat()),
]

/** A person to write: what a card would be read into. */
export type Written = Omit<PersonFact, 'kind'>

/** The person as one vCard, with CRLF line ends. `key` becomes the UID. */
export const writeCard = (person: Written, version: Version): string => {
  const kept = keptOf(person.extra)
  const { tags = [], familyName, givenName } = person
  const categories = tags.map(escaped).join(',')
  const properties: WrittenProperty[] = [
    { name: 'BEGIN', value: 'VCARD' },
    { name: 'VERSION', value: version },
    uid(person.key, version),
    ...one('FN', person.name),
    { name: 'N', value: `${escaped(familyName ?? '')};${escaped(givenName ?? '')};;;` },
    ...each('EMAIL', person.emails),
    ...each('TEL', person.phones),
    ...profiles(person.profileUrls),
    ...worked(person),
    ...place(person.location, kept),
    ...each('EXPERTISE', person.skills),
    ...one('X-ACQUAINT-SUMMARY', person.summary),
    ...one('NOTE', person.notes),
    ...(categories ? [{ name: 'CATEGORIES', value: categories }] : []),
    ...again(kept),
    { name: 'END', value: 'VCARD' },
  ]
  return properties.map(writeProperty).join('')
}
