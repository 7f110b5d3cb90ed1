import { wordOf } from './name/spelling.ts'
import { domainMatch, organizationMatch } from './names.ts'

// Whether two names are one company, two companies of one group, or two. Never by a part of a name.

/** `same`: one company. `group`: two companies, or a company and its group. `different`: nothing says so. */
export type Kin = 'same' | 'group' | 'different'
type Named = { name: string; domain?: string | null }

/** Short forms of words, as lists and registers write them. */
const SHORT: Readonly<Record<string, string>> = Object.fromEntries(
  `intl:international int:international natl:national nat:national mfg:manufacturing mfrs:manufacturers bros:brothers
   univ:university inst:institute assoc:associates assocs:associates svcs:services svc:services serv:services
   tech:technology technologies:technology technol:technology sys:systems grp:group hldg:holding holdings:holding
   mgmt:management dev:development eng:engineering engrg:engineering labs:laboratories lab:laboratories ind:industries
   inds:industries pharma:pharmaceuticals hosp:hospital ctr:center centre:center dept:department govt:government
   comm:communications comms:communications telecom:telecommunications fin:financial ins:insurance prod:products
   prods:products soln:solutions solns:solutions ges:gesellschaft gebr:gebruder dt:deutsche st:saint mt:mount`
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
)

/** Where a company of a group is, or that it is the group: at the end of a name. */
const BRANCH = new Set(
  `group holding deutschland germany austria osterreich schweiz switzerland suisse france uk usa us america
   americas europe emea apac asia international global worldwide nordic nordics espana spain italia italy benelux nederland
   netherlands india japan china canada australia brasil brazil mexico polska poland sverige sweden norge norway danmark
   denmark ireland services`.split(/\s+/),
)

/** Old names and the new ones, as compared: widely reported renames. */
const RENAMED: Readonly<Record<string, string>> = {
  facebook: 'meta',
  'meta platforms': 'meta',
  twitter: 'x',
  'square financial': 'block',
  'andersen consulting': 'accenture',
  'price waterhouse coopers': 'pwc',
  pricewaterhousecoopers: 'pwc',
  'daimler benz': 'mercedes benz',
  daimler: 'mercedes benz',
  'research in motion': 'blackberry',
  'british petroleum': 'bp',
  'international business machines': 'ibm',
  'hewlett packard': 'hp',
}

const LEGAL =
  /\b(inc|incorporated|corp|corporation|co|company|ltd|limited|llc|llp|plc|gmbh|ag|se|kg|kgaa|ohg|ug|sa|sas|sarl|spa|srl|bv|nv|oy|oyj|ab|as|aps|kk|pty|pte|pvt|sro|zoo|ltda)\b/g
/** One form in several spellings. */
const FORMS: Readonly<Record<string, string>> = {
  incorporated: 'inc',
  corporation: 'corp',
  company: 'co',
  limited: 'ltd',
  oyj: 'oy',
}

/** Boxes at these say nothing of an employer. */
export const ANYBODYS =
  /^(gmail|googlemail|outlook|hotmail|live|yahoo|icloud|gmx|web|proton|protonmail|aol|mail)\.[a-z.]+$/

/** The words of a name without legal form, in one spelling. */
function core(name: string): string[] {
  const words = organizationMatch(name).replace(/^the /, '').split(' ')
  return words.map((word) => wordOf(word).spellings[0] ?? '').map((word, at) => shortOf(words[at]!, word))
}

const shortOf = (word: string, spelled: string): string => {
  const long = SHORT[word]
  if (long) return wordOf(long).spellings[0]!
  return spelled === '' ? word : spelled
}

const renamed = (words: readonly string[]): string => {
  const name = words.join(' ')
  return RENAMES.get(name) ?? name
}
const RENAMES = new Map(
  Object.entries(RENAMED).map(([old, now]) => [core(old).join(' '), core(now).join(' ')] as const),
)

const BRANCHES = new Set([...BRANCH].map((word) => core(word)[0]!))

/** What the companies of one group have in common: the name without legal form, country and "Group". */
export function groupMatch(name: string): string {
  const words = core(name)
  const end = words.findLastIndex((word) => !BRANCHES.has(word))
  return renamed(end < 0 ? words : words.slice(0, end + 1))
}

/** How two names of organizations are related, as far as names and web hosts tell. */
export function organizationKin(one: Named, other: Named): Kin {
  const [host, otherHost] = [hostOf(one), hostOf(other)]
  if (host !== null && host === otherHost) return 'same'
  if (renamed(core(one.name)) === renamed(core(other.name)))
    return sameForm(one.name, other.name) ? 'same' : 'group'
  if (isShortFor(one.name, other.name) || isShortFor(other.name, one.name)) return 'same'
  return groupMatch(one.name) === groupMatch(other.name) ? 'group' : 'different'
}

const hostOf = ({ domain }: Named): string | null => {
  const host = domain ? domainMatch(domain) : null
  return host === null || ANYBODYS.test(host) ? null : host
}

/** "Acme Inc" and "Acme GmbH" are two companies; "Acme" may be either. */
function sameForm(one: string, other: string): boolean {
  const [a, b] = [formsOf(one), formsOf(other)]
  return a === '' || b === '' || a === b
}

const formsOf = (name: string): string => {
  const flat = name.toLowerCase().replace(/\b((?:\p{L}\.){2,})/gu, (dotted) => dotted.replaceAll('.', ''))
  const found = flat.replace(/[^\p{L}\p{N}]+/gu, ' ').match(LEGAL) ?? []
  return found
    .map((form) => FORMS[form] ?? form)
    .sort()
    .join(' ')
}

const SHORTEST_INITIALS = 3
/** Capitals alone that are the first letters of three words or more. */
function isShortFor(short: string, long: string): boolean {
  const letters = short.trim().replaceAll('.', '')
  if (letters.length < SHORTEST_INITIALS || !/^\p{Lu}+$/u.test(letters)) return false
  const words = organizationMatch(long)
    .split(' ')
    .filter((word) => !/^(of|for|the|and|de|fur|der|und)$/.test(word))
  return (
    words.length >= SHORTEST_INITIALS &&
    words.map((word) => word.charAt(0)).join('') === letters.toLowerCase()
  )
}
