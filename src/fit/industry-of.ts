import { type Language, say } from './german.ts'
import { type Hint, hintIn } from './hint.ts'
import { hints, naicsName, naicsOfIsic, naicsOfName, textHints } from './industries.ts'
import { tellingSentences, words } from './mention.ts'

/** What records say of an organization: nothing of it needs to be known but a name. */
export type OnRecord = {
  name: string
  /** A name as LinkedIn, funds or NAICS have it, or a code that says whose it is ("ISIC 1200"). */
  industry?: string | null
  /** NAICS 2022, two to six digits. */
  naics?: string | null
  /** ISIC Rev. 4: "C", "12", "C1200". */
  isic?: string | null
  domain?: string | null
  description?: string | null
  /** Descriptions of its openings. */
  postings?: readonly string[]
}

/** `naics`: two to six digits, or the range of a sector ("31-33"). `because` is the rest of "… is so, because". */
export type Industry = {
  naics: string | null
  name: string
  certainty: 'code' | 'name of industry' | 'guess'
  because: string
}

/**
 * The industry of an organization in NAICS 2022, from the surest source that speaks: its code, the name of its
 * industry, then (a guess) the words of that name, its domain, its name, its description, its postings. Null: unknown.
 */
export function industryOf(organization: OnRecord, language: Language = 'en'): Industry | null {
  return byCode(organization, language) ?? byName(organization, language) ?? byHint(organization, language)
}

function industry(
  naics: string,
  certainty: Industry['certainty'],
  because: string,
  language: Language,
): Industry | null {
  const name = naicsName(naics, language)
  return name === null ? null : { naics, name, certainty, because }
}

function byCode(organization: OnRecord, language: Language): Industry | null {
  const found = codeOf(organization)
  if (found === null) return null
  const because = say(language, {
    en: `its industry code is ${found.said}`,
    de: `der Branchencode ist ${found.said}`,
  })
  return industry(found.naics, 'code', because, language)
}

type Code = { naics: string; said: string }

function codeOf({ naics, isic, industry: text }: OnRecord): Code | null {
  const own = /\d\d-\d\d|\d{2,6}/.exec(naics ?? '')?.[0]
  if (own) return { naics: own, said: own }
  return isicCode(isic ?? '') ?? codeInText(text ?? '')
}

function isicCode(text: string): Code | null {
  const naics = text.trim() ? naicsOfIsic(text.replace(/^\s*isic\s*/i, '')) : null
  return naics === null ? null : { naics, said: `ISIC ${text.trim().replace(/^isic\s*/i, '')}` }
}

/** NACE and its German form share their first two digits with ISIC; of finer ones no more is taken. */
const SAID =
  /\b(naics|isic|nace|wz)\b[^\da-u]{0,12}(?:20(?:08|22)\W+)?(?:rev\W*\d\W*)?([a-u]?\d[\d.]*|[a-u]\b)/i

function codeInText(text: string): Code | null {
  const [, system = '', code = ''] = SAID.exec(text) ?? []
  if (/^naics$/i.test(system)) return { naics: code.slice(0, 6), said: code }
  if (/^isic$/i.test(system)) return isicCode(code)
  if (system) {
    const naics = naicsOfIsic(code.replace(/^([a-u]?\d\d).*$/i, '$1'))
    return naics === null ? null : { naics, said: `${system.toUpperCase()} ${code}` }
  }
  const alone = /^\s*(\d{6})\b/.exec(text)?.[1]
  return alone ? { naics: alone, said: alone } : null
}

function byName({ industry: text }: OnRecord, language: Language): Industry | null {
  if (!text?.trim()) return null
  const parts = [text, ...text.split(/[;|>]/).toReversed()]
  const naics = parts.map(naicsOfName).find((code) => code !== null)
  if (!naics) return null
  const name = text.trim()
  const because = say(language, { en: `its industry is ${name}`, de: `die Branche ist ${name}` })
  return industry(naics, 'name of industry', because, language)
}

/** Ends of domains that only one industry may have, or that one chooses for it. */
const ENDS: [ending: RegExp, naics: string][] = [
  [/\.(?:edu|ac\.[a-z]{2}|edu\.[a-z]{2})$/, '6113'],
  [/\.mil$/, '92811'],
  [/\.gov(?:\.[a-z]{2})?$/, '92'],
  [/\.bank$/, '5221'],
  [/\.(?:insurance)$/, '524'],
  [/\.(?:museum)$/, '712'],
  [/\.(?:law|attorney|lawyer)$/, '54111'],
  [/\.(?:beer)$/, '312120'],
  [/\.(?:casino|bet|poker)$/, '7132'],
  [/\.(?:church|catholic)$/, '8131'],
  [/\.(?:hospital)$/, '622'],
  [/\.(?:pharmacy)$/, '45611'],
  [/\.(?:restaurant)$/, '7225'],
  [/\.(?:hotel)$/, '721'],
]

/** A posting speaks of many things: so often at least does it have to hint at one. */
const LEAST_IN_POSTINGS = 2

function byHint(organization: OnRecord, language: Language): Industry | null {
  const { name, domain, description, postings = [] } = organization
  const end = ENDS.find(([ending]) => ending.test(domain?.trim().toLowerCase() ?? ''))
  return (
    guess(hintIn([words(organization.industry ?? '')], textHints()), IN.industry, language) ??
    (end && industry(end[1], 'guess', say(language, endOf(domain!)), language)) ??
    guess(hintIn([words(name)], hints()), IN.name, language) ??
    guess(hintIn(sentencesOf(description ?? ''), textHints()), IN.description, language) ??
    guess(hintIn(ownSentences(postings), hints(), LEAST_IN_POSTINGS), IN.postings, language)
  )
}

/** A posting tells of the organization where it says we, or names it; of the work elsewhere. */
const ownSentences = (postings: readonly string[]): string[] =>
  tellingSentences(postings).filter((sentence) =>
    /\b(?:we|our|us|is an?|wir|unser\w*|ist ein\w*)\b/.test(sentence),
  )

const endOf = (domain: string) => ({ en: `its domain is ${domain}`, de: `die Domain ist ${domain}` })
const sentencesOf = (text: string): string[] => text.split(/[.!?;]\s|\n/).map(words)

const IN = {
  industry: { en: 'its industry is given with', de: 'die Branche ist angegeben mit' },
  name: { en: 'its name holds', de: 'im Namen steht' },
  description: { en: 'its description mentions', de: 'in der Beschreibung steht' },
  postings: { en: 'its postings mention', de: 'in den Ausschreibungen steht' },
}

function guess(hint: Hint | null, where: { en: string; de: string }, language: Language): Industry | null {
  if (hint === null) return null
  const because = say(language, { en: `${where.en} "${hint.term}"`, de: `${where.de} „${hint.term}“` })
  return industry(hint.code, 'guess', because, language)
}
