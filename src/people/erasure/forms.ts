import { ACCENTED } from '../names.ts'

// How somebody is called in what others wrote. Pure: patterns for PostgreSQL's regular expressions, whatever the case.

/** What is known of how a person is called: of their record and of those that went into it. */
export type Called = {
  names: readonly string[]
  emails: readonly string[]
  profileUrls: readonly string[]
  phones: readonly string[]
}

/** What may stand between the parts of a name, in a text, a file's name or an address. */
const BETWEEN = '[\\s\u00a0._+,\\-]+'
/** So long that the parts of a name written as one word are nobody else's word. */
const LONG = 8
/** A shorter word alone says nothing. */
const SHORTEST = 3

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')

const UMLAUTS: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ø: 'oe',
  å: 'aa',
  æ: 'ae',
}

/** What is looked for: a regular expression, and texts of which one stands wherever it matches, for ILIKE: cheaper to see. */
export type Sought = { pattern: string; stems: string[] }

/** A word as it is spelt with accents and without: "Müller", "Muller", "Mueller". */
function spellingsOf(word: string): string[] {
  const lower = word.toLowerCase().normalize('NFC')
  const spellings = [
    ...[word.normalize('NFC'), word.normalize('NFD'), word.normalize('NFKD').replace(ACCENTED, '')],
    [...lower].map((letter) => UMLAUTS[letter] ?? letter).join(''),
  ]
  return [...new Set(spellings)]
}

const spelt = (word: string): string => `(?:${spellingsOf(word).map(escaped).join('|')})`

const holding = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** The words of a name: "Holm, Vera" as "Vera Holm" is. */
function wordsOf(name: string): string[] {
  const [behind = '', before] = name.split(',').map((part) => part.trim())
  const whole = before ? `${before} ${behind}` : name
  return whole
    .split(/[\s\u00a0]+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$/gu, ''))
    .filter(Boolean)
}

function formsOfName(name: string): string[] {
  const words = wordsOf(name)
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined || words.length === 1) return []
  const [given, family, middle] = [spelt(first), spelt(last), `(?:[[:alpha:]]\\.?${BETWEEN})?`]
  const joined = (first + last).length >= LONG ? [given + family, family + given] : []
  return [
    words.map(spelt).join(BETWEEN),
    `${given}${BETWEEN}${middle}${family}`,
    `${family}${BETWEEN}${given}`,
    `${escaped(first[0]!)}\\.${BETWEEN.replace('+', '*')}${family}`,
    ...joined,
  ]
}

/** A profile's address, and the part of it that is theirs alone. */
const ownPart = (url: string): string => url.split('/').at(-1) ?? ''

function formsOfProfile(url: string): string[] {
  const own = ownPart(url)
  return [escaped(url), ...(own.length >= LONG ? [escaped(own)] : [])]
}

const formOfPhone = (phone: string): string[] => {
  const digits = phone.replace(/\D/g, '')
  return digits.length < 7 ? [] : [[...digits].join('[\\s./()\\-]*')]
}

/** Between letters and digits it is another word. */
const alone = (forms: readonly string[]): string => `(?<![[:alnum:]])(?:${forms.join('|')})(?![[:alnum:]])`

/** Everything by which the person is certainly meant, and the words given; null when there is nothing. */
export function soughtOf(called: Called, words: readonly string[]): Sought | null {
  const { emails, profileUrls, phones, names } = called
  const forms = [
    // The longest first: an address before the name in it.
    ...[...emails.map(escaped), ...profileUrls.flatMap(formsOfProfile)],
    ...[...phones.flatMap(formOfPhone), ...names.flatMap(formsOfName), ...words.map(spelt)],
  ]
  if (forms.length === 0) return null
  // Every form of a name has its last word; of a profile, its own part; of a telephone, its digits in their order.
  const texts = [
    ...emails,
    ...profileUrls.map(ownPart),
    ...[...lastWords(called), ...words].flatMap(spellingsOf),
  ]
  const stems = [
    ...texts.map(holding),
    ...phones.map((phone) => `%${[...phone.replace(/\D/g, '')].join('%')}%`),
  ]
  return { pattern: alone([...new Set(forms)]), stems: [...new Set(stems)] }
}

export const soughtWord = (word: string): Sought => ({
  pattern: alone([spelt(word)]),
  stems: spellingsOf(word).map(holding),
})

/** The first and last words of their names, which may mean somebody or something else: the last one first. */
export function loneWords({ names }: Called): string[] {
  const words = names.flatMap((name) => {
    const all = wordsOf(name)
    return all.length === 1 ? all : [all.at(-1), all[0]]
  })
  return [...new Set(words.filter((word) => word !== undefined && word.length >= SHORTEST))] as string[]
}

const lastWords = ({ names }: Called): string[] => [
  ...new Set(names.flatMap((name) => wordsOf(name).slice(-1))),
]

/** The words that are taken to mean this person: their family name. */
export const familyNames = (called: Called): string[] =>
  lastWords(called).filter((word) => word.length >= SHORTEST)
