import type { Embedder } from './embedder.ts'
import { cosine } from './embedder.ts'
import { type Language, say } from './german.ts'
import { inWords } from './reasons.ts'
import { shippedModel } from './shipped.ts'
import { sharedSkills } from './skills.ts'
import { readTitle, sharedFamilies, sharedWords, type Title } from './title.ts'

export type { Embedder } from './embedder.ts'
export type { Language } from './german.ts'
export { type Conflict, conflict, type Finding, type Stance, sectorsOf, touches } from './industry.ts'
export { type Industry, industryOf } from './industry-of.ts'
export { LEVELS, type Level, level } from './level.ts'
export { SECTORS } from './sectors.ts'
export { ATTRIBUTION, shippedModel } from './shipped.ts'
export { skillsIn } from './skills.ts'
export { type TitleModel, titleModel } from './title-model.ts'

/** A person's work: titles (latest first), skills and a summary as far as known. */
export type Work = { titles: string[]; skills?: string[]; summary?: string }
export type Opening = { title: string; description?: string }
/** `fit` from 0 to 1, or null when nothing can be said; `because` says why in words. */
export type Fit = { fit: number | null; because: string }

/** Older positions say a little less about the work. */
const OLDER = 0.03
const OLDEST = 0.85
/** Skills only raise: a profile that leaves them out is not proof that they are lacking. */
const SKILL_RAISE = 0.3
/** When only skills speak. */
const SKILLS_ALONE = 0.25
const UNKNOWN_TITLE = 0.85

/**
 * How related a person's work is to an opening. Level and seniority play no part, and what is missing on either side
 * counts as unknown, not as zero. Never throws; the same input gives the same answer. `language`: of `because`.
 */
export function fit(work: Work, opening: Opening, language: Language = 'en'): Fit {
  shipped ??= fitWith(shippedModel())
  return shipped(work, opening, language)
}

let shipped: typeof fit | undefined

/** The same judgement with another reader of titles. */
export function fitWith(embedder: Embedder): typeof fit {
  const read = reader(embedder)
  return (work, opening, language = 'en') => judge(read, work, opening, language)
}

function judge(read: Read, work: Work, opening: Opening, language: Language): Fit {
  const titles = work.titles.filter((title) => title.trim())
  if (!opening.title.trim()) return { fit: null, because: noTitle(language) }
  if (titles.length === 0) return { fit: null, because: noWork(language) }
  const best = bestOf(read, titles, opening.title, language)
  const skills = sharedSkills(work, opening)
  if (best.value === null && skills.shared.length < 3) return { fit: null, because: best.because }
  const share = skills.named.length < 3 ? 0 : skills.shared.length / skills.named.length
  const value = best.value ?? SKILLS_ALONE
  return {
    fit: round(value + (1 - value) * SKILL_RAISE * share),
    because: [best.value === null ? '' : best.because, skillWords(skills, language)]
      .filter(Boolean)
      .join('; '),
  }
}

const noTitle = (language: Language) =>
  say(language, { en: 'the opening has no title', de: 'die Stelle hat keinen Titel' })
const noWork = (language: Language) =>
  say(language, { en: 'no title of your work is known', de: 'kein Titel Ihrer Arbeit ist bekannt' })

type Judged = { value: number | null; because: string }

function bestOf(read: Read, titles: string[], wanted: string, language: Language): Judged {
  let best: Judged | undefined
  for (const [i, title] of titles.entries()) {
    const age = Math.max(OLDEST, 1 - OLDER * i)
    const judged = compare(read, title, wanted, language)
    const value = judged.value === null ? null : judged.value * age
    if (!best || (value ?? -1) > (best.value ?? -1)) best = { ...judged, value }
  }
  return best ?? { value: null, because: '' }
}

/** A title as it reads, and of a leader's the field; a vector is empty when the model knows nothing of it. */
type Reading = { title: Title; whole: Float32Array; field: Float32Array }
type Read = {
  of(title: string): Reading
  relate(a: Float32Array, b: Float32Array, families: number | null): number
}

const NOTHING = new Float32Array()
const CACHE_SIZE = 20_000

/** Reads each title once: the same titles come again and again. */
function reader(embedder: Embedder): Read {
  const cache = new Map<string, Reading>()
  const of = (text: string) => {
    const known = cache.get(text)
    if (known) return known
    if (cache.size >= CACHE_SIZE) cache.clear()
    const title = readTitle(text)
    const isTelling = title.norm > 0 || title.families.length > 0
    const reading = {
      title,
      whole: isTelling ? embedder.embed(text) : NOTHING,
      field: title.field === null ? NOTHING : embedder.embed(title.field),
    }
    cache.set(text, reading)
    return reading
  }
  return { of, relate: (a, b, families) => embedder.relate?.(a, b, families) ?? cosine(a, b) }
}

function compare(read: Read, mine: string, wanted: string, language: Language): Judged {
  const a = read.of(mine)
  const b = read.of(wanted)
  const words = sharedWords(a.title, b.title)
  const families = sharedFamilies(a.title, b.title)
  const unknown = [a, b].find(({ whole }) => whole.length === 0)
  if (unknown && families === null) return byWords(words, unknown === a ? mine : wanted, language)
  const value = words > 0.999 ? 1 : related(read, a, b, families)
  return { value, because: inWords(a.title, b.title, value, language) }
}

/** From this nearness of their families on, two leaders lead the same work. */
const ONE_FIELD = 0.5

/** Leaders of different fields are nearer than their fields by half at most: level is no kind of work. */
function related({ relate }: Read, a: Reading, b: Reading, families: number | null): number {
  const whole = relate(a.whole, b.whole, families)
  const isOneField = families === null || families >= ONE_FIELD
  if (isOneField || a.field.length === 0 || b.field.length === 0) return whole
  return Math.min(whole, (whole + relate(a.field, b.field, families)) / 2)
}

function byWords(words: number, unknown: string, language: Language): Judged {
  const title = unknown.trim()
  if (words === 0) {
    const says = {
      en: `"${title}" says too little about the field`,
      de: `„${title}“ sagt zu wenig über das Gebiet`,
    }
    return { value: null, because: say(language, says) }
  }
  const says = {
    en: 'the titles share words, the field is not known',
    de: 'die Titel teilen Wörter, das Gebiet ist nicht bekannt',
  }
  return { value: UNKNOWN_TITLE * words, because: say(language, says) }
}

function skillWords({ named, shared }: { named: string[]; shared: string[] }, language: Language): string {
  if (named.length < 2 || shared.length === 0) return ''
  return say(language, {
    en: `you have ${shared.length} of the ${named.length} skills named`,
    de: `Sie haben ${shared.length} der ${named.length} genannten Fähigkeiten`,
  })
}

function round(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000
}
