import { fit } from '../fit/index.ts'
import type { Likeness, Work } from './likeness.ts'
import { bearersOf, besideBits, employersOf, rarest, share, type World } from './likeness-world.ts'
import type { Agreement } from './name/agree.ts'
import { waysToRead } from './name/words.ts'

// What speaks for two records being one person, and what against it: how often each kind of evidence is there, or how
// many bits its rarity has. What a bit of it is worth is in the weights.

export type Evidence = { kind: EvidenceKind; times: number; shared?: string }
export type EvidenceKind = keyof typeof WEIGHTS

/** In bits: what each kind of evidence adds to log2 of the odds, once or for each bit of rarity. Fitted: docs/model.md. */
export const WEIGHTS = {
  start: 7.6,
  name: 0.31,
  rareWord: 0.34,
  rareName: 1.2,
  rareNameThere: 0.9,
  oneLanguage: -0.31,
  namesakes: -0.17,
  typo: -1.5,
  initial: 1.1,
  moreWords: -1.1,
  employerShared: -3.6,
  employer: 1.2,
  sameDates: 4.2,
  otherDates: -3.2,
  otherEmployer: -2.6,
  elsewhere: -3.4,
  title: 0.68,
  nearTitle: 0.67,
  otherTitle: -4,
  titleElsewhere: 0.55,
  nearTitleElsewhere: 2.1,
  otherTitleElsewhere: -2.6,
  place: 0.72,
  otherPlace: -2,
  address: 11.2,
  handle: 12.9,
  telephone: 1.4,
  otherProfile: -9.5,
  otherAddress: -2,
  otherTelephone: -2.5,
  sameFile: -0.49,
}

/** Everything that the two records say for or against it. */
export function evidenceOf(one: Likeness, other: Likeness, agreement: Agreement, world: World): Evidence[] {
  const [here, there] = [employersOf(one), employersOf(other)]
  const shared = rarest(both(here, there), world.organizations, world)
  const bits = wordBits(agreement, world)
  return [
    { kind: 'start', times: 1 },
    ...nameEvidence(agreement, bits, world),
    ...when('rareNameThere', shared !== null && isRare(bits)),
    ...(shared ? employerEvidence(one, other, shared) : noEmployerEvidence(one, other)),
    ...titleEvidence(titlesOf(one), titlesOf(other), shared !== null, world),
    ...placeEvidence(one.place, other.place, world),
    ...keyEvidence(one, other, world),
    ...when('sameFile', both(one.files, other.files).length > 0),
  ]
}

const when = (kind: EvidenceKind, holds: boolean): Evidence[] => (holds ? [{ kind, times: 1 }] : [])
const both = (one: readonly string[], other: readonly string[]) =>
  one.filter((value) => other.includes(value))

/** How rare each word of a name is; an initial says too little. */
const wordBits = ({ words }: Agreement, world: World): number[] =>
  words
    .filter(({ how }) => how !== 'initial')
    .map(({ one, other }) => -Math.log2(Math.max(share(one, other, world), share(other, one, world))))

/** From so many bits on a word is nobody else's, or nearly: strangers share common names. */
const RARE = 11
const isRare = (bits: readonly number[]): boolean => Math.max(...bits) >= RARE

function nameEvidence({ words, more }: Agreement, bits: readonly number[], world: World): Evidence[] {
  const all = bits.reduce((sum, one) => sum + one, 0)
  const most = namesakeBits(words, world)
  return [
    { kind: 'name', times: all },
    { kind: 'rareWord', times: Math.max(...bits) },
    ...when('rareName', isRare(bits)),
    { kind: 'oneLanguage', times: languageBits(words, world) },
    { kind: 'namesakes', times: Math.max(0, all - most) },
    { kind: 'typo', times: words.filter(({ how }) => how === 'typo').length },
    { kind: 'initial', times: words.filter(({ how }) => how === 'initial').length },
    { kind: 'moreWords', times: more },
  ]
}

/** What the words say twice: who is Kim is likelier called Min-su. */
function languageBits(words: Agreement['words'], world: World): number {
  const whole = words.filter(({ how }) => how !== 'initial').map(({ one }) => one)
  const beside = whole.flatMap((word, at) =>
    whole.filter((_, other) => other !== at).map((other) => besideBits(word, other, world)),
  )
  return Math.max(0, ...beside)
}

/** What a whole name says at most that several others here bear too. */
function namesakeBits(words: Agreement['words'], world: World): number {
  const names = [words.map(({ one }) => one), words.map(({ other }) => other)]
  const bearers = Math.max(...names.map((all) => bearersOf(all, world)))
  return bearers > 2 ? Math.log2(world.people / (bearers - 2)) : Number.POSITIVE_INFINITY
}

function employerEvidence(
  one: Likeness,
  other: Likeness,
  shared: { value: string; bits: number },
): Evidence[] {
  return [
    { kind: 'employerShared', times: 1 },
    { kind: 'employer', times: shared.bits, shared: shared.value },
    ...dateEvidence(one.work, other.work),
  ]
}

function noEmployerEvidence(one: Likeness, other: Likeness): Evidence[] {
  if (employersOf(one).length === 0 || employersOf(other).length === 0) return []
  const isApart = one.work.some((here) => other.work.some((there) => isElsewhere(here, there)))
  return when(isApart ? 'elsewhere' : 'otherEmployer', true)
}

/** When they were there, where both say so. */
function dateEvidence(work: readonly Work[], otherWork: readonly Work[]): Evidence[] {
  const apart = work.flatMap((one) =>
    otherWork.flatMap((other) =>
      one.organization === other.organization && one.from !== null && other.from !== null
        ? Math.abs(one.from - other.from)
        : [],
    ),
  )
  if (apart.length === 0) return []
  const least = Math.min(...apart)
  return [...when('sameDates', least <= TOLERANCE), ...when('otherDates', least > YEARS_APART)]
}

/** Months by which two sources may differ on when somebody began, and from which on they speak of two beginnings. */
const [TOLERANCE, YEARS_APART] = [3, 24]

/** Half a year in two places at once. Only what has ended has two dates that hold. */
const LONGEST_HANDOVER = 6
function isElsewhere(one: Work, other: Work): boolean {
  if (one.from === null || one.to === null || other.from === null || other.to === null) return false
  return Math.min(one.to, other.to) - Math.max(one.from, other.from) >= LONGEST_HANDOVER
}

/** Nearness of two titles (src/fit) from which on they are one line of work, and below which they are two. */
const [NEAR, FAR] = [0.75, 0.35]
/** Titles of one employer are held against each other before any others; older ones stand behind. */
const MOST_TITLES = 4

function titleEvidence(
  here: readonly string[],
  there: readonly string[],
  isOneEmployer: boolean,
  world: World,
): Evidence[] {
  if (here.length === 0 || there.length === 0) return []
  const shared = rarest(both(here, there), world.titles, world)
  if (shared) return [{ kind: isOneEmployer ? 'title' : 'titleElsewhere', times: shared.bits }]
  const near = Math.max(...here.flatMap((title) => there.map((wanted) => nearness(title, wanted))))
  return [
    ...when(isOneEmployer ? 'nearTitle' : 'nearTitleElsewhere', near >= NEAR),
    ...when(isOneEmployer ? 'otherTitle' : 'otherTitleElsewhere', near < FAR),
  ]
}

const titlesOf = ({ work }: Likeness): string[] =>
  [...new Set(work.flatMap(({ title }) => title ?? []))].slice(0, MOST_TITLES)

/** Half where nothing can be said. */
const nearness = (one: string, other: string): number => fit({ titles: [one] }, { title: other }).fit ?? 0.5

function placeEvidence(one: string | null, other: string | null, world: World): Evidence[] {
  if (one === null || other === null) return []
  if (one !== other) return [{ kind: 'otherPlace', times: 1 }]
  return [{ kind: 'place', times: rarest([one], world.places, world)!.bits, shared: one }]
}

function keyEvidence(one: Likeness, other: Likeness, world: World): Evidence[] {
  const telephone = rarest(both(one.phones, other.phones), world.phones, world)
  const isAddress = both(one.emails, other.emails).length > 0 || both(one.profiles, other.profiles).length > 0
  const isHandle = both(one.handles, other.handles).some((handle) => !isOfName(handle, one.name))
  const differ = (list: 'profiles' | 'emails' | 'phones') =>
    one[list].length > 0 && other[list].length > 0 && both(one[list], other[list]).length === 0
  return [
    ...when('address', isAddress),
    ...when('handle', isHandle && !isAddress),
    ...(telephone ? [{ kind: 'telephone' as const, times: telephone.bits }] : []),
    ...when('otherProfile', differ('profiles')),
    ...when('otherAddress', differ('emails')),
    ...when('otherTelephone', differ('phones')),
  ]
}

const SHORTEST_HANDLE = 5
/** A handle made of the name says nothing that the name does not say: each Tom Berg is tom.berg somewhere. */
function isOfName(handle: string, name: string): boolean {
  if (handle.length < SHORTEST_HANDLE) return true
  const plain = waysToRead(name).flatMap(({ words }) => words.flatMap((word) => word.plain))
  const rest = plain.reduce((left, word) => left.replaceAll(word, ''), handle)
  return rest.replace(/[^a-z0-9]/g, '').length < 2
}
