import { type Format, IntakeError, type Item, type PersonFact, type PositionFact } from '../records.ts'
import { isoDate } from '../text/iso-date.ts'
import { compact } from '../text/json.ts'
import { httpUrl, profileUrl } from '../text/profile-url.ts'
import { decode } from '../text/text.ts'
import { CardReader, components, plain, types } from './card.ts'
import { type CardProperty, readCards, splitValue } from './lines.ts'

/** Kinds of cards (RFC 6350 KIND and Apple's older way) that are about no single person. */
const NOT_A_PERSON: Record<string, string> = {
  group: 'a group, not a person',
  org: 'an organization, not a person',
  company: 'an organization, not a person',
  location: 'a place, not a person',
  application: 'a program, not a person',
  device: 'a device, not a person',
}

const email = (property: CardProperty): string | undefined => {
  const text = plain(property.value).replace(/^mailto:/i, '')
  if (text === '') return ''
  return /^[^\s@<>]+@[^\s@<>]+$/.test(text) ? text : undefined
}

const phone = (property: CardProperty): string | undefined => {
  if (types(property).some((t) => t.includes('fax') || t === 'pager')) return undefined
  return plain(property.value).replace(/^tel:/i, '').replace(/;ext=/i, ' ext. ')
}

const unique = (values: string[]): string[] => {
  const seen = new Set<string>()
  return values.filter((v) => !seen.has(v.toLowerCase()) && seen.add(v.toLowerCase()))
}

const PROFILES = 'URL SOCIALPROFILE X-SOCIALPROFILE X-LINKEDIN'

const profile = ({ name, value }: CardProperty): string | undefined =>
  name === 'X-ACQUAINT-PROFILE' ? httpUrl(plain(value))?.href : profileUrl(plain(value))

type Name = { name?: string; givenName?: string; familyName?: string }

const nameOf = (card: CardReader): Name => {
  const parts = card.take('N', (p) => components(p.value))[0] ?? []
  const [familyName, givenName] = [parts[0] || undefined, parts[1] || undefined]
  const full = card.take('FN', (p) => plain(p.value))[0]
  const composed = [givenName, parts[2], familyName].filter(Boolean).join(' ') || undefined
  const isAddress = full?.includes('@') && composed
  return { name: (isAddress ? composed : full) ?? composed, givenName, familyName }
}

type Employer = { name: string; unit?: string }

const employer = (property: CardProperty): Employer | undefined => {
  const [name, ...units] = components(property.value)
  return name ? { name, unit: units.filter(Boolean).join(', ') || undefined } : undefined
}

/** A position as our own cards tell it, with dates; where there is one, all are told this way. */
const ownPosition = (property: CardProperty): PositionFact | undefined => {
  const [name, ...rest] = components(property.value)
  const [unit, title, site, from, to, ended] = rest.map((part) => part || undefined)
  if (!name) return undefined
  const current = to ? undefined : ended === undefined
  return compact({ organization: { name }, title, unit, site, from: isoDate(from), to: isoDate(to), current })
}

/** Positions, one per ORG; the titles go to them in order, what is left to the last. */
const positionsOf = (card: CardReader): { positions: PositionFact[]; headline?: string } => {
  const own = card.take('X-ACQUAINT-POSITION', ownPosition)
  const ownHeadline = card.take('X-ACQUAINT-HEADLINE', (p) => plain(p.value))[0]
  const employers = card.take('ORG', employer)
  const said = card.take('TITLE', (p) => plain(p.value))
  const titles = said.length > 0 ? said : card.take('ROLE', (p) => plain(p.value))
  const isLast = (i: number): boolean => i === employers.length - 1
  const titleAt = (i: number) => (isLast(i) ? titles.slice(i).join(', ') : titles[i]) || undefined
  const positions = employers.map(({ name, unit }, i) =>
    compact({ organization: { name }, title: titleAt(i), unit, current: true }),
  )
  const headline = ownHeadline ?? (employers.length === 0 ? titles[0] : undefined)
  return { positions: own.length > 0 ? own : positions, headline }
}

/** The place in one line, where one of our own cards tells it. */
const ownPlace = (property: CardProperty): string | undefined => {
  if (property.name === 'ADR') return property.params['X-ACQUAINT'] && components(property.value)[3]
  return plain(property.value)
}

/** Town, region and country of the address at work, else of the first. The address itself is kept as it is. */
const locationOf = (card: CardReader): string | undefined => {
  const own = card.take('ADR X-ACQUAINT-LOCATION', ownPlace)[0]
  if (own) return own
  const addresses = card.peek('ADR')
  const address = addresses.find((p) => types(p).includes('work')) ?? addresses[0]
  const [, , , town, region, , country] = address ? components(address.value) : []
  return [town, region, country].filter(Boolean).join(', ') || undefined
}

const notAPerson = (card: CardReader): string | undefined => {
  const kind = card.peek('KIND')[0] ?? card.peek('X-ADDRESSBOOKSERVER-KIND')[0] ?? card.peek('X-ABSHOWAS')[0]
  return kind && NOT_A_PERSON[kind.value.trim().toLowerCase()]
}

const tagsOf = (card: CardReader): string[] =>
  unique(card.take('CATEGORIES', (p) => splitValue(p.value, ',').map(plain)).flat()).filter(Boolean)

const personOf = (card: CardReader): PersonFact | undefined => {
  const { name, givenName, familyName } = nameOf(card)
  const emails = unique(card.take('EMAIL', email))
  const { positions, headline } = positionsOf(card)
  const uid = card.take('UID', (p) => plain(p.value).replace(/^urn:uuid:/i, ''))[0]
  const called = name ?? emails[0]
  if (!called) return undefined
  const phones = unique(card.take('TEL', phone))
  const identity = [emails[0] ?? phones[0] ?? positions[0]?.organization.name, called]
  const fact: PersonFact = {
    kind: 'person',
    key: uid ?? identity.filter(Boolean).join(' ').toLowerCase(),
    name: called,
    givenName,
    familyName,
    emails,
    profileUrls: unique(card.take(`${PROFILES} X-ACQUAINT-PROFILE`, profile)),
    phones,
    headline,
    location: locationOf(card),
    summary: card.take('X-ACQUAINT-SUMMARY', (p) => plain(p.value))[0],
    skills: unique(card.take('EXPERTISE', (p) => plain(p.value))),
    positions,
    notes: card.take('NOTE', (p) => plain(p.value)).join('\n\n') || undefined,
    tags: tagsOf(card),
  }
  const extra = card.rest()
  return compact({ ...fact, extra: Object.keys(extra).length > 0 ? extra : undefined })
}

const itemOf = (card: CardReader): Item => {
  const { at } = card
  const other = notAPerson(card)
  if (other) return { at, skipped: other }
  const hasOrganization = card.peek('ORG').some(employer)
  const fact = personOf(card)
  if (fact) return { at, fact }
  return {
    at,
    skipped: hasOrganization ? 'an organization, not a person' : 'neither a name nor an e-mail address',
  }
}

/** vCard 2.1, 3.0 and 4.0: a person per card. Unknown properties are kept in `extra`, by name, as `KeptProperty[]`. */
export const vcard: Format = {
  kind: 'vcard',
  says: 'address book cards (vCard 2.1, 3.0, 4.0)',
  recognizes: ({ text }) => /^\uFEFF?\s*BEGIN:\s*VCARD\b/i.test(text),
  *read(bytes, { name }) {
    if (!/^\s*BEGIN:\s*VCARD\s*$/im.test(decode(bytes).text))
      throw new IntakeError(`${name} is no vCard file: it has no BEGIN:VCARD.`)
    for (const card of readCards(bytes)) {
      if ('broken' in card) yield { at: card.at, rejected: card.broken }
      else yield itemOf(new CardReader(card.at, card.properties))
    }
  },
}
