import { type Language, SECTORS_IN_GERMAN, say } from './german.ts'
import { type Industry, industryOf, type OnRecord } from './industry-of.ts'
import {
  BESIDE_BEHIND,
  findTerm,
  type Hit,
  industryName,
  isDenied,
  SERVES,
  tellingSentences,
  words,
} from './mention.ts'
import { SECTORS, type Sector } from './sectors.ts'

/** What is known of an organization; `does` is the user's own word about it. */
export type Organization = OnRecord & { does?: string }
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
  const known = industryOf(organization, language)
  const found = SECTORS.map((sector) => findingOf(sector, organization, known, language))
  return found.filter((finding) => finding !== null)
}

/** How an organization touches one sector of the list, or one of the user's own words; null: nothing known says so. */
export const touches = (
  sector: string,
  organization: Organization,
  language: Language = 'en',
): Finding | null =>
  findingOf(sectorNamed(sector), organization, industryOf(organization, language), language)

function findingOf(
  sector: Sector,
  organization: Organization,
  known: Industry | null,
  language: Language,
): Finding | null {
  const own = organization.does?.trim() ? ownWord(sector, organization.does, language) : undefined
  if (own === 'denied') return null
  if (own) return { sector: sector.id, ...own }
  const found = onRecord(sector, organization, known, language)
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

/** What the records say, the surest first: code and name of the industry, then words. */
function onRecord(
  sector: Sector,
  organization: Organization,
  known: Industry | null,
  language: Language,
): Found | undefined {
  const code = byCode(sector, known)
  const name = byIndustry(sector, organization, language)
  const record = [code, name].filter((found) => found !== undefined)
  const sure = record.find(({ certainty }) => certainty !== 'guess')
  return sure ?? record[0] ?? byWords(sector, organization, language)
}

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

function quoted(text: string): string {
  const short = text.trim().replace(/\s+/g, ' ')
  return short.length > 80 ? `${short.slice(0, 79)}…` : short
}

/** How the sector's codes stand to one; a group of codes (four digits) may hold such organizations among others. */
function relationOf({ naics }: Sector, code: string): Relation | undefined {
  const starts = (prefix: string) => code.startsWith(prefix)
  if (naics.makes.some(starts)) return 'makes'
  if (naics.serves.some(starts)) return 'serves'
  const holds = code.length >= GROUP && naics.makes.some((prefix) => prefix.startsWith(code))
  return holds ? 'unknown' : undefined
}

/** Digits of a NAICS industry group. */
const GROUP = 4

function byCode(sector: Sector, known: Industry | null): Found | undefined {
  const relation = known?.naics ? relationOf(sector, known.naics) : undefined
  if (!known || !relation) return undefined
  const { because, certainty } = known
  if (certainty !== 'guess' && relation !== 'unknown') return { relation, certainty, because }
  // A guess at a whole group says nothing of the sector.
  if (certainty === 'guess' && relation === 'unknown') return undefined
  return { relation: 'unknown', certainty: 'guess', because }
}

function byIndustry(sector: Sector, { industry }: Organization, language: Language): Found | undefined {
  if (!industry?.trim()) return undefined
  const names = new Set([industry, ...industry.split(/[;|>]/)].map(industryName))
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

function byWords(sector: Sector, organization: Organization, language: Language): Found | undefined {
  const guess = (en: string, de: string): Found => ({
    ...{ relation: 'unknown', certainty: 'guess', because: say(language, { en, de }) },
  })
  const inName = mentioned(sector, organization.name)?.term
  if (inName) return guess(`its name holds "${inName}"`, `im Namen steht „${inName}“`)
  const inText = mentioned(sector, organization.description ?? '')?.term
  if (inText) return guess(`its description mentions "${inText}"`, `in der Beschreibung steht „${inText}“`)
  const [inPosting, again] = tellingSentences(organization.postings ?? []).flatMap(
    (sentence) => mentioned(sector, sentence)?.term ?? [],
  )
  // One sentence may tell of a client; two are worth a question.
  if (!inPosting || !again) return undefined
  return guess(`its postings mention "${inPosting}"`, `in den Ausschreibungen steht „${inPosting}“`)
}

/** A term that the text holds without denying it in the same breath ("a tobacco-free workplace"). */
function mentioned(sector: Sector, text: string): Hit | null {
  const spoken = words(text)
  return findTerm(sector.words, spoken, (hit) => !isDenied(spoken, hit))
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
  const known = industryOf(organization, language)
  const judged = held.map((stance) => judge(stance, organization, known, language))
  const worst =
    judged.find((one) => one.verdict === 'conflict') ?? judged.find((one) => one.verdict === 'ask')
  if (worst) return worst
  const never = held.find(({ stance }) => stance === 'never')
  const isKnown = organization.does?.trim() || (known !== null && known.certainty !== 'guess')
  if (never && !isKnown) return askWhatItDoes(never.sector, organization, known, language)
  return { verdict: 'none', because: held.length === 0 ? noValue(language) : nothingAgainst(language) }
}

const noValue = (language: Language) => say(language, { en: 'no value is held', de: 'kein Wert ist gesetzt' })
const nothingAgainst = (language: Language) =>
  say(language, { en: 'nothing known speaks against it', de: 'nichts Bekanntes spricht dagegen' })

function judge(
  { sector: id, stance }: Stance,
  organization: Organization,
  known: Industry | null,
  language: Language,
): Conflict {
  const sector = sectorNamed(id)
  const found = findingOf(sector, organization, known, language)
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

function askWhatItDoes(
  sector: string,
  organization: Organization,
  guessed: Industry | null,
  language: Language,
): Conflict {
  const who = whoOf(organization, language)
  const unknown = say(language, {
    en: `the industry of ${who} is not known`,
    de: `die Branche von ${who} ist nicht bekannt`,
  })
  const perhaps = guessed && say(language, { en: 'perhaps', de: 'vielleicht' })
  return {
    verdict: 'ask',
    sector,
    because: guessed ? `${unknown}; ${perhaps} ${guessed.name}: ${guessed.because}` : unknown,
    ask: say(language, {
      en: `What does ${who} make or mainly do?`,
      de: `Was stellt ${who} her, oder was tut es vor allem?`,
    }),
  }
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
