import { sharedSkills } from './skills.ts'
import { readTitle, sharedFamilies, sharedWords, type Title } from './title.ts'

export { type Conflict, conflict, type Finding, type Stance, sectorsOf } from './industry.ts'
export { LEVELS, type Level, level } from './level.ts'
export { SECTORS } from './sectors.ts'
export { skillsIn } from './skills.ts'

/** A person's work: titles (latest first), skills and a summary as far as known. */
export type Work = { titles: string[]; skills?: string[]; summary?: string }
export type Opening = { title: string; description?: string }
/** `fit` from 0 to 1, or null when nothing can be said; `because` says why in words. */
export type Fit = { fit: number | null; because: string }

/** Two titles of one family, before shared words are added. */
const SAME_FAMILY = 0.72
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
 * counts as unknown, not as zero. Never throws; the same input gives the same answer.
 */
export function fit(work: Work, opening: Opening): Fit {
  const titles = work.titles.filter((title) => title.trim())
  if (!opening.title.trim()) return { fit: null, because: 'the opening has no title' }
  if (titles.length === 0) return { fit: null, because: 'no title of your work is known' }
  const best = bestOf(titles, opening.title)
  const skills = sharedSkills(work, opening)
  if (best.value === null && skills.shared.length < 3) return { fit: null, because: best.because }
  const share = skills.named.length < 3 ? 0 : skills.shared.length / skills.named.length
  const value = best.value ?? SKILLS_ALONE
  return {
    fit: round(value + (1 - value) * SKILL_RAISE * share),
    because: [best.value === null ? '' : best.because, skillWords(skills)].filter(Boolean).join('; '),
  }
}

type Judged = { value: number | null; because: string }

function bestOf(titles: string[], wanted: string): Judged {
  let best: Judged | undefined
  for (const [i, title] of titles.entries()) {
    const age = Math.max(OLDEST, 1 - OLDER * i)
    const judged = compare(title, wanted)
    const value = judged.value === null ? null : judged.value * age
    if (!best || (value ?? -1) > (best.value ?? -1)) best = { ...judged, value }
  }
  return best ?? { value: null, because: '' }
}

function compare(mine: string, wanted: string): Judged {
  const a = readTitle(mine)
  const b = readTitle(wanted)
  const words = sharedWords(a, b)
  const families = sharedFamilies(a, b)
  if (families === null) return byWords(words, a.families.length === 0 ? mine : wanted)
  const base = SAME_FAMILY * families
  // a shared word weighs little between fields that have nothing to do with each other ("marine biologist", "marine engineer")
  const trust = Math.min(1, 0.15 + families)
  return { value: base + (1 - base) * words * trust, because: inWords(a, b, families) }
}

function byWords(words: number, unknown: string): Judged {
  if (words === 0) return { value: null, because: `"${unknown.trim()}" says too little about the field` }
  return { value: UNKNOWN_TITLE * words, because: 'the titles share words, the field is not known' }
}

function inWords(a: Title, b: Title, families: number): string {
  const mine = a.families[0]?.family
  const theirs = b.families[0]?.family
  if (mine && mine === theirs) return `both are ${mine.name}`
  const names = `${mine?.name} and ${theirs?.name}`
  if (families >= 0.7) return `${names} overlap here`
  if (families >= 0.4) return `${names} are neighbouring fields`
  return families >= 0.2
    ? `${names} are different fields with some common ground`
    : `${names} are different fields`
}

function skillWords({ named, shared }: { named: string[]; shared: string[] }): string {
  return named.length < 2 || shared.length === 0
    ? ''
    : `you have ${shared.length} of the ${named.length} skills named`
}

function round(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000
}
