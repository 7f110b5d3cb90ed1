import { type Cut, cut } from './cut.ts'
import { HANDS } from './families-hands.ts'
import { LEARNED } from './families-learned.ts'
import { OFFICE } from './families-office.ts'
import type { Family } from './family.ts'
import { closeness } from './relations.ts'
import { plain, stem, wordsOf } from './words.ts'

export const FAMILIES: readonly Family[] = [...OFFICE, ...LEARNED, ...HANDS]

/**
 * What a title says: families with shares that add up to 1 (largest first), its telling words as stems (`norm` is 0
 * when there are none), and the title without words of level (null when it names no leader or nothing else).
 */
export type Title = {
  families: { family: Family; share: number }[]
  stems: Map<string, number>
  norm: number
  field: string | null
  /** How sure the families are: 1 when a term names the work by itself. */
  sure: number
}

type Kind = 'title' | 'field' | 'weak'
type Term = { words: string[]; kind: Kind; families: Family[] }
type Hit = { term: Term; part: number; joined: boolean }

const WEIGHT: Record<Kind, number> = { title: 3, field: 1.2, weak: 0.7 }
const SURE: Record<Kind, number> = { title: 1, field: 0.8, weak: 0.3 }
/** What two fields nobody knows have in common. */
const UNSURE = 0.3
const LATER_PART = 0.3
const EARLIER_IN_PART = 0.4

const TERMS = index()

function index(): Map<string, Term[]> {
  const all = new Map<string, Term>()
  for (const family of FAMILIES) {
    for (const kind of ['title', 'field', 'weak'] as const) {
      for (const text of family[`${kind === 'weak' ? kind : (`${kind}s` as const)}`])
        add(all, text, kind, family)
    }
  }
  return byFirstWord([...all.values()])
}

function add(all: Map<string, Term>, text: string, kind: Kind, family: Family) {
  const words = wordsOf(plain(text))
  const key = words.join(' ')
  const known = all.get(key)
  if (!known) all.set(key, { words, kind, families: [family] })
  else if (known.kind === kind && !known.families.includes(family)) known.families.push(family)
  else if (WEIGHT[kind] > WEIGHT[known.kind]) all.set(key, { words, kind, families: [family] })
}

function byFirstWord(terms: Term[]): Map<string, Term[]> {
  const out = new Map<string, Term[]>()
  for (const term of terms) {
    const first = term.words[0]
    if (first) out.set(first, [...(out.get(first) ?? []), term])
  }
  for (const list of out.values()) list.sort((a, b) => b.words.length - a.words.length)
  return out
}

/** Words that say the level or the terms of work, never the field. */
const NOISE = new Set(
  `| senior junior lead leader principal staff head chief vice president director manager executive officer associate assistant
  deputy global regional national international group team member specialist coordinator supervisor trainee intern internship
  apprentice student graduate entry level interim acting former ex full part time remote hybrid freelance contract temporary
  i ii iii iv v the and und a an of for to in with von fuer der die das im am zur zum mit et de du des la le leiter leitung
  stellvertretend leitend lead certified licensed registered professional general new other all worker m w d f x`
    .split(/\s+/)
    .filter(Boolean),
)
/** Those of them that name a leader. */
const LEADERS = new Set(
  'head chief vice president director manager executive officer lead leader principal supervisor leiter leitung'.split(
    ' ',
  ),
)
/** Names of roles that many fields share: a common one says little. */
const ROLES = new Set(
  `engineer developer analyst consultant administrator technician operator designer architect scientist representative clerk
  agent advisor planner inspector instructor mechanic helper installer officer maker repairer driver tester service business
  system technology information operation management development support product project program digital technical`
    .split(/\s+/)
    .filter(Boolean),
)

const cache = new Map<string, Title>()
const CACHE_SIZE = 50_000

/** The families a cut title belongs to, largest share first. */
export const familiesOf = (pieces: Cut) => shares(hits(pieces))

/** Reads a title; remembered, since the same titles come again and again. */
export function readTitle(text: string): Title {
  const known = cache.get(text)
  if (known) return known
  if (cache.size >= CACHE_SIZE) cache.clear()
  const title = parse(text)
  cache.set(text, title)
  return title
}

function parse(text: string): Title {
  const pieces = cut(text)
  const found = hits(pieces)
  const sure = Math.max(0, ...found.map((hit) => SURE[hit.term.kind]))
  return { families: shares(found), ...telling(pieces.terms), field: fieldOf(pieces), sure }
}

function fieldOf({ terms }: Cut): string | null {
  const field = terms.filter((word) => !NOISE.has(word) || word === '|')
  return terms.some((word) => LEADERS.has(word)) && field.some((word) => word !== '|')
    ? field.join(' ')
    : null
}

function hits({ terms: words, parts }: Cut): Hit[] {
  const out: Hit[] = []
  let part = 0
  for (let i = 0; i < words.length; ) {
    while (part + 1 < parts.length && (parts[part + 1]?.at ?? 0) <= i) part++
    const term = longest(words, i)
    if (term) out.push({ term, part, joined: parts[part]?.joined ?? false })
    i += term ? term.words.length : 1
  }
  return out
}

function longest(words: string[], at: number): Term | undefined {
  return TERMS.get(words[at] ?? '')?.find((term) => term.words.every((word, k) => words[at + k] === word))
}

function shares(found: Hit[]): { family: Family; share: number }[] {
  const sums = new Map<Family, number>()
  const main = found.find((hit) => hit.term.kind !== 'weak')?.part ?? found[0]?.part ?? 0
  for (const [i, hit] of found.entries()) {
    const worth = weightOf(hit, i, found, main) / hit.term.families.length
    for (const family of hit.term.families) sums.set(family, (sums.get(family) ?? 0) + worth)
  }
  const total = [...sums.values()].reduce((a, b) => a + b, 0)
  return [...sums].map(([family, sum]) => ({ family, share: sum / total })).sort((a, b) => b.share - a.share)
}

/** The last term of a part is its head ("nurse recruiter" recruits); the first telling part is the main one. */
function weightOf(hit: Hit, at: number, found: Hit[], main: number): number {
  const { term } = hit
  const headLater = found.slice(at + 1).some((other) => {
    return other.part === hit.part && (other.term.kind === 'title' || other.term.kind === term.kind)
  })
  const later = hit.part !== main && !hit.joined ? LATER_PART : 1
  return WEIGHT[term.kind] * Math.sqrt(term.words.length) * later * (headLater ? EARLIER_IN_PART : 1)
}

function telling(words: string[]): { stems: Map<string, number>; norm: number } {
  const stems = new Map<string, number>()
  for (const word of words) if (!NOISE.has(word)) stems.set(stem(word), ROLES.has(word) ? 0.4 : 1)
  const norm = Math.sqrt([...stems.values()].reduce((sum, w) => sum + w * w, 0))
  return { stems, norm }
}

/** Telling words two titles share, 0 to 1 (cosine). */
export function sharedWords(a: Title, b: Title): number {
  if (a.norm === 0 || b.norm === 0) return 0
  let sum = 0
  for (const [word, weight] of a.stems) if (b.stems.has(word)) sum += weight * weight
  return sum / (a.norm * b.norm)
}

/** How near the families of two titles are, 0 to 1 (cosine under `closeness`); null when either has none. */
export function sharedFamilies(a: Title, b: Title): number | null {
  if (a.families.length === 0 || b.families.length === 0) return null
  const value = product(a, b) / Math.sqrt(product(a, a) * product(b, b))
  // a role alone ("operator", "analyst") leaves the field open: then nothing is called unrelated
  const sure = a.sure * b.sure
  return Math.max(value, sure * value + (1 - sure) * UNSURE)
}

function product(a: Title, b: Title): number {
  let sum = 0
  for (const x of a.families)
    for (const y of b.families) sum += x.share * y.share * closeness(x.family, y.family)
  return sum
}
