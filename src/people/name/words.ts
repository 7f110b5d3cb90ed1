import { type Word, wordOf } from './spelling.ts'

// The words of a person's name, without what is said around it: titles, degrees, particles.

/** Degrees, titles and generations: said of a person, and no part of their name. */
const TITLES = new Set(
  `dr prof professor phd ph.d dphil md mba msc bsc ma ba bsc llm llb jd mphil meng beng ing dipl diplom mag mr mrs ms miss
   mx sir dame lord lady herr frau sr sra srta don doña señor señora jr jun junior sen senior ii iii iv esq cpa cfa pmp cissp
   csm phr shrm rn dds dvm cma acca fcca aca cipd pe med edd mpa mph msw habil rer nat pol oec jur h.c hc univ lic techn
   geb née nee he him his she her hers they them theirs`.split(/\s+/),
)

/** Titles that are names, too. */
const NAMES_TOO = new Set('ma he jun ba sen don ing'.split(' '))

const PARTICLES = new Set(
  `van der den de la las los le du des del della degli dei di da do dos das von vom zu zum zur bin ibn bint al el ul ben abu
   ter ten te op af av y e und and`.split(/\s+/),
)
/** A beginning of the next word, always. */
const JOINED = new Set(['mc', 'mac', 'o', 'abd', 'abdul', 'abdel', 'st', 'saint'])

const COMPOUND =
  /^(欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|夏侯|皇甫|尉迟|公孙|令狐|慕容|南宫|司徒|남궁|황보|제갈|선우|독고)/u
const HAN_OR_HANGUL = /^[\p{Script=Han}\p{Script=Hangul}]{2,5}$/u

export type Name = { words: readonly Word[]; written: readonly string[] }

const known = new Map<string, readonly Name[]>()
const MANY = 100_000

/**
 * A name's words, given names first where that can be told; and other ways to cut it into words: with a particle at its
 * word (vandenberg), with two words as one (Min Su, Minsu).
 */
export function waysToRead(name: string): readonly Name[] {
  const before = known.get(name)
  if (before) return before
  if (known.size > MANY) known.clear()
  const ways = cuts(splitName(name)).map((written) => ({ written, words: written.map(wordOf) }))
  known.set(name, ways)
  return ways
}

const MOST_WORDS = 6

function splitName(name: string): string[] {
  const bare = name
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]|["“”„«»][^"“”„«»]*["“”„«»]/gu, ' ')
    .replace(/\p{L}\.(?=\p{L}\.)|(?<=\b\p{L}\.\p{L})\./gu, (part) => part.replace('.', ''))
    .toLowerCase()
    // Behind a hyphen it is half of a name: Dong-jun.
    .replace(/(?<=\p{L}{2})-(?=(jun|he|ma|sen|don)(?!\p{L}))/gu, '')
  const [first = [], ...behind] = bare.split(',').map(wordsIn)
  const rest = behind.filter((part) => part.length > 0)
  // "Berg, Tom": the family name first. "Tom Berg, PhD": what is behind is no name at all, and has gone.
  const words = rest.length === 1 && first.length <= 3 ? [...rest[0]!, ...first] : first
  const all = words.length > 0 ? words : rest.flat()
  return untitled(all).flatMap(cutScript).slice(0, MOST_WORDS)
}

const wordsIn = (part: string): string[] =>
  part
    .replace(/(?<=\p{L})['’`ʼ‘](?=\p{L})/gu, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '' && (!TITLES.has(word) || NAMES_TOO.has(word)))

/** Behind two whole words MA is a degree; in "Liqiang Ma" it is the family. */
function untitled(words: readonly string[]): readonly string[] {
  const without = words.filter((word) => !NAMES_TOO.has(word))
  return without.filter((word) => word.length > 1 || HAN_OR_HANGUL.test(word)).length > 1 ? without : words
}

/** Chinese and Korean names without spaces begin with the family name. */
function cutScript(word: string): string[] {
  if (!HAN_OR_HANGUL.test(word)) return [word]
  const family = COMPOUND.exec(word)?.[0] ?? word.slice(0, 1)
  const given = word.slice(family.length)
  return given === '' ? [word] : [given, family]
}

function cuts(words: readonly string[]): string[][] {
  // In front, O is an initial.
  const isBeginning = (word: string, at: number) => JOINED.has(word) && (word !== 'o' || at > 0)
  const glued = glue(words, (word, at) => isBeginning(word, at) && at < words.length - 1)
  // In front stands a given name: Ben Carter, Al Gore.
  const isParticle = (word: string, at: number) => at > 0 && at < glued.length - 1 && PARTICLES.has(word)
  const core = glued.filter((word, at) => !isParticle(word, at))
  const ways = [core, glue(glued, isParticle), ...joins(core)]
  return [...new Map(ways.filter((way) => way.length > 0).map((way) => [way.join(' '), way])).values()]
}

/** Words of which `isStart` says so become one with the word behind them. */
function glue(words: readonly string[], isStart: (word: string, at: number) => boolean): string[] {
  const whole: string[] = []
  let start = ''
  for (const [at, word] of words.entries()) {
    start += word
    if (isStart(word, at)) continue
    whole.push(start)
    start = ''
  }
  return start === '' ? whole : [...whole, start]
}

const joins = (words: readonly string[]): string[][] =>
  words.length < 3
    ? []
    : words.slice(1).map((word, at) => [...words.slice(0, at), words[at]! + word, ...words.slice(at + 2)])
