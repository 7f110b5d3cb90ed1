import { LANGUAGES, type Language, OFTEN } from './languages.ts'
import type { Random } from './random.ts'

// Names of invented people, how likely each is, and every way in which a second source may write it, with its chance.

export type Named = { language: Language; given: string; middle: string | null; family: string }
export type Noise = keyof typeof NOISE
export type Written = { noise: Noise; text: string; chance: number }

/** Of a hundred second records, so many are written so. */
const NOISE = { plain: 25, typo: 15, nickname: 15, order: 15, script: 15, title: 7, initial: 4, middle: 4 }
/** Of a hundred given names made of syllables, so many are common ones. */
const COMMON = 30
const ALL = OFTEN.reduce((sum, often) => sum + often, 0)
/** Languages with middle names, and one out of how many has one. */
const [WITH_MIDDLE, MIDDLE] = [3, 8]
const INITIALS = [...'ABDKLMRS']
const KEYS = [...'aeinrst']

const pick = <T>(random: Random, list: readonly T[]): T => list[random.below(list.length)]!
const abroad = (word: string) => word.split('|').at(-1)!
const home = (word: string) => word.split('|')[0]!

export function inventName(random: Random): Named {
  const index = drawLanguage(random)
  const language = LANGUAGES[index]!
  const [given, family] = [givenOf(random, language), familyOf(random, language)]
  const middle = index < WITH_MIDDLE && random.below(MIDDLE) === 0 ? pick(random, language.given) : null
  return { language, given, middle, family }
}

function drawLanguage(random: Random): number {
  let left = random.below(ALL)
  for (const [index, often] of OFTEN.entries()) {
    if (left < often) return index
    left -= often
  }
  return 0
}

const familyOf = (random: Random, { family, parts, common }: Language): string =>
  random.below(100) < common ? pick(random, family) : made(random, parts)
const givenOf = (random: Random, { given, parts, syllables }: Language): string =>
  syllables && random.below(100) >= COMMON ? made(random, parts) : pick(random, given)

/** A name of two parts, in both scripts. */
function made(random: Random, [first, second]: Language['parts']): string {
  const [one, other] = [pick(random, first), pick(random, second)]
  const name = `${abroad(one)}${abroad(other)}`
  return one.includes('|') ? `${home(one)}${home(other)}|${name}` : name
}

/** Both names are common ones: strangers share those. */
export const isCommon = ({ language, given, family }: Named): boolean =>
  language.given.includes(given) && language.family.includes(family)

/** How likely somebody is called so: what no matcher can know better. */
export function chanceOf({ language, given, middle, family }: Named): number {
  const { given: usual, parts, syllables } = language
  const common = language.common / 100
  const madeUp = 1 / (parts[0].length * parts[1].length)
  const often = OFTEN[LANGUAGES.indexOf(language)]! / ALL
  const first = syllables
    ? (usual.includes(given) ? COMMON / 100 / usual.length : 0) + ((100 - COMMON) / 100) * madeUp
    : 1 / usual.length
  const last =
    (language.family.includes(family) ? common / language.family.length : 0) + (1 - common) * madeUp
  const between = LANGUAGES.indexOf(language) < WITH_MIDDLE ? middleChance(middle, usual.length) : 1
  return often * first * last * between
}

const middleChance = (middle: string | null, names: number): number =>
  middle === null ? 1 - 1 / MIDDLE : 1 / MIDDLE / names

export const nameOf = ({ given, middle, family }: Named): string =>
  [given, middle, family]
    .map((word) => word && abroad(word))
    .filter(Boolean)
    .join(' ')

/** As addresses are written: without accents. */
export const addressName = ({ given, family }: Named): string =>
  `${abroad(given)}.${abroad(family)}`
    .replaceAll(/ø/gi, 'o')
    .normalize('NFKD')
    .replace(/ß/g, 'ss')
    .replace(/æ/gi, 'ae')
    .replace(/[^a-z.]/gi, '')
    .toLowerCase()

/** Every way in which a second source may write a name. */
export function writtenWays(named: Named): Written[] {
  return (Object.entries(NOISE) as [Noise, number][]).flatMap(([noise, share]) => {
    const texts = waysOf(named, noise)
    return texts.map((text) => ({ noise, text, chance: share / 100 / texts.length }))
  })
}

export function drawWritten(random: Random, named: Named): Written {
  const ways = writtenWays(named)
  let left = random.next()
  for (const way of ways) {
    left -= way.chance
    if (left < 0) return way
  }
  return ways[0]!
}

/** The texts of one way to write, each as likely as the others; one that is twice as likely stands twice. */
function waysOf(named: Named, noise: Noise): string[] {
  const [given, family] = [abroad(named.given), abroad(named.family)]
  const [whole, short] = [nameOf(named), named.language.short[named.given]]
  switch (noise) {
    case 'plain':
      return [whole]
    case 'typo':
      return slips(given, family)
    case 'nickname':
      return [short ? `${short} ${family}` : whole]
    case 'order':
      return [`${family}, ${given}`, `${family}, ${given}`, `${family} ${given}`]
    case 'script':
      return scripted(named.given, named.family)
    case 'title':
      return [`Dr. ${whole}`, `${whole}, MBA`]
    case 'initial':
      return [`${given.charAt(0)}. ${family}`]
    case 'middle':
      return named.middle
        ? [`${given} ${family}`]
        : INITIALS.map((initial) => `${given} ${initial}. ${family}`)
  }
}

/** At home in another script; in Latin letters, without accents or as German and Danish keyboards write them. */
function scripted(given: string, family: string): string[] {
  if (given.includes('|')) {
    const isEastAsian = /[\p{Script=Han}\p{Script=Hangul}]/u.test(given)
    return [isEastAsian ? `${home(family)}${home(given)}` : `${home(given)} ${home(family)}`]
  }
  const digraphs: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ø: 'oe', å: 'aa', æ: 'ae' }
  const name = `${given} ${family}`
  return [
    name.replace(/[äöüßøåæ]/gi, (letter) => digraphs[letter.toLowerCase()] ?? letter),
    name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ø', 'o').replaceAll('Ø', 'O'),
  ]
}

/** One letter of the longer word doubled, dropped, swapped or missed on the keyboard. */
function slips(given: string, family: string): string[] {
  const word = given.length > family.length ? given : family
  const places = Array.from({ length: Math.max(1, word.length - 2) }, (_, at) => at + 1)
  return places.flatMap((at) => {
    const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)]
    const wrong = [
      `${before}${letter}${letter}${after}`,
      `${before}${after}`,
      `${before}${after.charAt(0)}${letter}${after.slice(1)}`,
    ]
    // Each of the four slips is as likely: a wrong key is one of seven.
    const all = [
      ...wrong.flatMap((text) => KEYS.map(() => text)),
      ...KEYS.map((key) => `${before}${key}${after}`),
    ]
    return all.map((text) => (word === given ? `${text} ${family}` : `${given} ${text}`))
  })
}
