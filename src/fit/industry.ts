import { type Language, SECTORS_IN_GERMAN, say } from './german.ts'
import { SECTORS, type Sector } from './sectors.ts'

/** What is known of an organization; `does` is the user's own word about it, `industry` a name as LinkedIn uses it. */
export type Organization = {
  name: string
  industry?: string | null
  naics?: string | null
  does?: string
  description?: string
}
export type Relation = 'makes' | 'serves' | 'unknown'
export type Certainty = 'code' | 'own word' | 'name of industry' | 'guess'
export type Finding = { sector: string; relation: Relation; certainty: Certainty; because: string }
export type Stance = { sector: string; stance: 'never' | 'only if' | 'fine' }
export type Conflict = {
  verdict: 'conflict' | 'ask' | 'none'
  sector?: string
  because: string
  ask?: string
}

/**
 * The sectors of the values screen that an organization touches, at most one finding a sector, from the surest
 * source that speaks: the user's own word, its industry code, the name of its industry, then words in its name and
 * description (a guess). Where the user's own word is silent on what a code or name says, the latter is a guess too.
 */
export function sectorsOf(organization: Organization, language: Language = 'en'): Finding[] {
  return SECTORS.map((sector) => findingOf(sector, organization, language)).filter((found) => found !== null)
}

/** How an organization touches one sector of the list, or one of the user's own words; null: nothing known says so. */
export const touches = (
  sector: string,
  organization: Organization,
  language: Language = 'en',
): Finding | null => findingOf(sectorNamed(sector), organization, language)

function findingOf(sector: Sector, organization: Organization, language: Language): Finding | null {
  const own = organization.does?.trim() ? ownWord(sector, organization.does, language) : undefined
  if (own === 'denied') return null
  if (own) return { sector: sector.id, ...own }
  const record = byCode(sector, organization, language) ?? byIndustry(sector, organization, language)
  const found = record ?? byWords(sector, organization, language)
  if (!found) return null
  if (!organization.does?.trim()) return { sector: sector.id, ...found }
  const does = quoted(organization.does)
  const because = say(language, {
    en: `you say it does "${does}", but ${found.because}`,
    de: `Sie sagen, es tut „${does}“, aber ${found.because}`,
  })
  return { sector: sector.id, relation: 'unknown', certainty: 'guess', because }
}

type Found = Omit<Finding, 'sector'>

/** Before a sector's word, these say that the organization stands beside it: sells to it, serves it, fights it. */
const SERVES =
  /\b(?:for|to|serv(?:e|es|ing|ices? (?:to|for))|suppl(?:y|ies|ier|iers|ying)|clients?|customers?|consult\w*|advis\w*|software|audits?|about|against|insur\w*|banks?|helps?|fuer|beliefert|kunden)\b/
const DENIES =
  /\b(?:no|not|non|never|without|anti|quit|ex|former|formerly|free of|kein|keine|nicht|ohne)\W+(?:\w+\W+){0,3}$/
const DENIED_BEHIND =
  /^[\s-]*(?:free|cessation|prevention|control|addiction|regulator|safety|alternatives?|substitutes?|recycling)\b/
const BESIDE_BEHIND =
  /^[\s-]*(?:software|consult\w*|analytics|industry (?:software|customers|clients)|customers|clients|compan(?:y|ies) (?:as|use))\b/

function ownWord(sector: Sector, text: string, language: Language): Found | 'denied' | undefined {
  const spoken = words(text)
  const hit = findTerm(
    [sector.id.replaceAll('-', ' '), sector.name, ...sector.words, ...sector.industries.makes],
    spoken,
  )
  if (!hit) return undefined
  const before = spoken.slice(0, hit.at)
  const behind = spoken.slice(hit.at + hit.term.length)
  if (isDenied(spoken, hit)) return 'denied'
  const relation: Relation = SERVES.test(before) || BESIDE_BEHIND.test(behind) ? 'serves' : 'makes'
  const does = quoted(text)
  const because = say(language, { en: `you say it does "${does}"`, de: `Sie sagen, es tut „${does}“` })
  return { relation, certainty: 'own word', because }
}

type Hit = { term: string; at: number }

function isDenied(text: string, { term, at }: Hit): boolean {
  return DENIES.test(text.slice(0, at)) || DENIED_BEHIND.test(text.slice(at + term.length))
}

function quoted(text: string): string {
  const short = text.trim().replace(/\s+/g, ' ')
  return short.length > 80 ? `${short.slice(0, 79)}…` : short
}

function byCode(sector: Sector, { naics }: Organization, language: Language): Found | undefined {
  const code = naics?.replace(/\D/g, '') ?? ''
  if (code.length < 2) return undefined
  const starts = (prefix: string) => code.startsWith(prefix)
  const because = say(language, { en: `its industry code is ${code}`, de: `der Branchencode ist ${code}` })
  if (sector.naics.makes.some(starts)) return { relation: 'makes', certainty: 'code', because }
  return sector.naics.serves.some(starts) ? { relation: 'serves', certainty: 'code', because } : undefined
}

function byIndustry(sector: Sector, { industry }: Organization, language: Language): Found | undefined {
  if (!industry?.trim()) return undefined
  const names = new Set([industry, ...industry.split(/[;|]/)].map(industryName))
  const listed = (list: string[]) => list.some((name) => names.has(industryName(name)))
  const because = say(language, {
    en: `its industry is ${industry.trim()}`,
    de: `die Branche ist ${industry.trim()}`,
  })
  if (listed(sector.industries.makes)) return { relation: 'makes', certainty: 'name of industry', because }
  if (listed(sector.industries.serves)) return { relation: 'serves', certainty: 'name of industry', because }
  if (listed(sector.industries.perhaps)) return { relation: 'unknown', certainty: 'guess', because }
  return findTerm(sector.words, words(industry))
    ? { relation: 'unknown', certainty: 'guess', because }
    : undefined
}

/** "Oil & Gas industry" and "oil and gas" are one name. */
function industryName(text: string): string {
  return words(text.replaceAll('&', ' and '))
    .replace(/ (?:industry|sector|companies|company|producers?|products)$/, '')
    .trim()
}

function byWords(sector: Sector, { name, description }: Organization, language: Language): Found | undefined {
  const guess = (because: string): Found => ({ relation: 'unknown', certainty: 'guess', because })
  const inName = mentioned(sector, name)?.term
  if (inName)
    return guess(say(language, { en: `its name holds "${inName}"`, de: `im Namen steht „${inName}“` }))
  const inText = mentioned(sector, description ?? '')?.term
  if (!inText) return undefined
  return guess(
    say(language, {
      en: `its description mentions "${inText}"`,
      de: `in der Beschreibung steht „${inText}“`,
    }),
  )
}

/** A term that the text holds without denying it in the same breath ("a tobacco-free workplace"). */
function mentioned(sector: Sector, text: string): Hit | null {
  const spoken = words(text)
  return findTerm(sector.words, spoken, (hit) => !isDenied(spoken, hit))
}

/** Lower case, umlauts as two letters, every run of other characters but the hyphen a single space. */
function words(text: string): string {
  const lower = text.normalize('NFC').toLowerCase()
  return lower
    .replace(/[äöüß]/g, (c) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[c] ?? 'ss')
    .replace(/[^\p{L}\p{N}&-]+/gu, ' ')
    .trim()
}

/** The first of the terms that stands in the text as whole words; "Gunn" does not hold "gun". */
function findTerm(terms: string[], text: string, counts = (_hit: Hit) => true): Hit | null {
  for (const raw of terms) {
    const term = words(raw)
    for (let at = text.indexOf(term); at >= 0 && term; at = text.indexOf(term, at + 1)) {
      if (!/[\p{L}\p{N}]$/u.test(text.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(text.slice(at + term.length))) {
        if (counts({ term, at })) return { term, at }
      }
    }
  }
  return null
}

/**
 * Whether what a person will not work for meets what an organization makes. Only a value held `never` and a
 * certain "makes or mainly does" conflict; whatever is sold to the sector, serves it or is guessed is a question.
 */
export function conflict(
  stances: readonly Stance[],
  organization: Organization,
  language: Language = 'en',
): Conflict {
  const held = stances.filter(({ stance }) => stance !== 'fine')
  const judged = held.map((stance) => judge(stance, organization, language))
  const worst =
    judged.find((one) => one.verdict === 'conflict') ?? judged.find((one) => one.verdict === 'ask')
  if (worst) return worst
  const never = held.find(({ stance }) => stance === 'never')
  if (never && isUnknown(organization)) return askWhatItDoes(never.sector, organization, language)
  return { verdict: 'none', because: held.length === 0 ? noValue(language) : nothingAgainst(language) }
}

const noValue = (language: Language) => say(language, { en: 'no value is held', de: 'kein Wert ist gesetzt' })
const nothingAgainst = (language: Language) =>
  say(language, { en: 'nothing known speaks against it', de: 'nichts Bekanntes spricht dagegen' })

function judge({ sector: id, stance }: Stance, organization: Organization, language: Language): Conflict {
  const sector = sectorNamed(id)
  const found = findingOf(sector, organization, language)
  if (!found) return { verdict: 'none', sector: id, because: nothingAgainst(language) }
  const sure = found.relation === 'makes' && found.certainty !== 'guess'
  if (sure && stance === 'never') return { verdict: 'conflict', sector: id, because: found.because }
  const onCondition = stance === 'only if' && sure
  return {
    verdict: 'ask',
    sector: id,
    because: found.because,
    ask: question(sector, onCondition, whoOf(organization, language), language),
  }
}

const whoOf = ({ name }: Organization, language: Language): string =>
  name.trim() || say(language, { en: 'the organization', de: 'die Organisation' })

function question(sector: Sector, onCondition: boolean, who: string, language: Language): string {
  const german = SECTORS_IN_GERMAN[sector.id] ?? { name: sector.name, does: `${sector.name} herstellen` }
  if (onCondition)
    return say(language, {
      en: `You work for ${sector.name} only on a condition: does ${who} meet it?`,
      de: `Für ${german.name} arbeiten Sie nur unter einer Bedingung: Erfüllt ${who} sie?`,
    })
  return say(language, {
    en: `Does ${who} ${sector.does}, or only sell to or serve those who do?`,
    de: `Tut ${who} das selbst (${german.does}), oder beliefert oder betreut es nur andere, die es tun?`,
  })
}

function askWhatItDoes(sector: string, organization: Organization, language: Language): Conflict {
  const who = whoOf(organization, language)
  return {
    verdict: 'ask',
    sector,
    because: say(language, {
      en: `the industry of ${who} is not known`,
      de: `die Branche von ${who} ist nicht bekannt`,
    }),
    ask: say(language, {
      en: `What does ${who} make or mainly do?`,
      de: `Was stellt ${who} her, oder was tut es vor allem?`,
    }),
  }
}

function isUnknown({ industry, naics, does }: Organization): boolean {
  return ![industry, naics, does].some((text) => text?.trim())
}

/** A sector of the list by its id or name, or one of the user's own, known by its word alone. */
function sectorNamed(id: string): Sector {
  const wanted = words(id).replaceAll('-', ' ')
  const known = SECTORS.find((one) =>
    [one.id, one.name].some((name) => words(name).replaceAll('-', ' ') === wanted),
  )
  if (known) return known
  const none = { makes: [], serves: [] }
  return {
    id,
    name: id,
    does: `make or mainly do ${id}`,
    naics: none,
    industries: { ...none, perhaps: [] },
    words: [id],
  }
}
