import anyAscii from 'any-ascii'

// One word of a name, as it is written in other scripts, languages and habits.

/** A word of a name. `plain`: in Latin letters; `spellings`: what it may be written as, in one alphabet. */
export type Word = {
  plain: readonly string[]
  spellings: readonly string[]
  /** Consonants alone, of scripts that do not write vowels. */
  skeleton: string | null
}

const UMLAUTS: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ø: 'oe',
  å: 'aa',
  ő: 'oe',
  ű: 'ue',
}

/** Family names of Korea that are written in several ways; the first is how they are compared. */
const KOREAN = `kim gim|park bak bag pak|lee i yi rhee ri rhi|choi choe|jung jeong chung|cho jo|kang gang|lim im|yoon yun
  |chang jang|shin sin|kwon gwon|ahn an|suh seo|yoo yu ryu ryoo|oh o|bae pae|paik baek paek|hur heo huh|noh no roh
  |koo gu ku goo|moon mun|woo u`
const KOREAN_NAMES = new Map(
  KOREAN.split('|').flatMap((line) => {
    const [first, ...others] = line.trim().split(/\s+/)
    return others.map((other) => [other, first!] as const)
  }),
)

/** Without vowels: Arabic and Hebrew write few of them. */
const ABJAD = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

const HANGUL = /\p{Script=Hangul}/u
/** A letter alone is a family name in Hangul, and an initial in Latin letters. */
const koreanName = (written: string, plain: string): string =>
  HANGUL.test(written) ? (KOREAN_NAMES.get(plain) ?? plain) : plain

/** Syllables that are written in Latin letters in another way than they are transcribed. */
const SYLLABLES: Readonly<Record<string, string>> = { 우: 'woo', 희: 'hee' }
const asGiven = (written: string): string =>
  [...written].map((syllable) => SYLLABLES[syllable] ?? letters(syllable)).join('')

/** Of one consonant, which would be many a name's. */
const ABJAD_SHORT: Readonly<Record<string, string>> = { علي: 'ali', علاء: 'alaa', آية: 'aya', اية: 'aya' }

const letters = (text: string) =>
  anyAscii(text)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

const known = new Map<string, Word>()
const MANY = 200_000

/** A word of a name in all its forms. Kept: an import asks for the same given names thousands of times. */
export function wordOf(written: string): Word {
  const before = known.get(written)
  if (before) return before
  if (known.size > MANY) known.clear()
  const word = readWord(written)
  known.set(written, word)
  return word
}

function readWord(written: string): Word {
  // The ending of women's names is mute.
  const lower = written
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('ου', 'ou')
    .replace(/(?<=.)ة$/u, '')
  const plain = ABJAD_SHORT[written] ?? koreanName(written, letters(lower))
  const other = HANGUL.test(written)
    ? koreanName(written, asGiven(written))
    : letters(lower.replace(/[äöüøåőű]/g, (letter) => UMLAUTS[letter]!))
  const both = ABJAD_SHORT[written] ? [plain] : [...new Set([plain, other])]
  const isAbjad = ABJAD.test(written) && !ABJAD_SHORT[written]
  return {
    plain: both,
    spellings: [...new Set(both.flatMap(spellings))],
    skeleton: isAbjad ? consonants(plain.replace(/(?<=.)[wy]/g, '')) : null,
  }
}

/** The consonants by which a word in Latin letters is found in a script without vowels. */
export const skeletonOf = ({ skeleton, plain: [first = ''] }: Word): string => skeleton ?? consonants(first)

const consonants = (word: string) => single(sounds(word).replace(/[aeiou]/g, '')).replaceAll('kh', 'h')
const single = (word: string) => word.replace(/(.)\1+/g, '$1')

/** Spellings of one sound become one letter: Щ is sc, whether shch or schtsch; y, j and i are i. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch|cz/g, 'c'],
  [/sch|sh|sz/g, 's'],
  [/ch/g, 'c'],
  [/kh/g, 'h'],
  [/zh/g, 'z'],
  [/dzh|dj/g, 'j'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/tz/g, 'ts'],
  [/ck|q/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/ae/g, 'a'],
  [/oe/g, 'o'],
  [/ue/g, 'u'],
  [/[yj]/g, 'i'],
  [/^ie/, 'e'],
  [/ie/g, 'i'],
  [/c(io|o|e)v/g, 'cev'],
]
const SILENT = /(?<=[aeo])h(?=[^aeiou]|$)/g

const sounds = (word: string): string =>
  SOUNDS.reduce((said, [sound, letter]) => said.replace(sound, letter), word)
const alphabet = (word: string): string => single(sounds(word).replace(SILENT, ''))

/** Some letters are read in two ways: ou and oo are u here and a long o there, ch is also a Russian х. */
function spellings(word: string): string[] {
  const korean = word.length > 1 ? (KOREAN_NAMES.get(word) ?? word) : word
  const readings = [
    korean.replace(/ou|oo/g, 'u').replace(/eo(?=[nkmlb])/g, 'u'),
    korean.replace(/ou|oo/g, 'o'),
    ...(/(?<![st])ch/.test(word) ? [korean.replace(/ch/g, 'h')] : []),
  ]
  return readings.map(alphabet)
}
