/** Which firm a message speaks for, and which role it is about. */

import { soundsLikePlace, soundsLikeTitle } from '../career/work-words.ts'
import { isOrganization } from './firm-name.ts'

/** `sure`: the text says it in so many words, and says nothing else. */
export type Told = { value: string; sure: boolean }

const firm =
  "((?:the )?(?:\\p{Lu}|\\d+\\p{Lu})[\\p{L}\\d&.'’+-]*(?:(?<!\\p{L}{4}\\.) (?:(?:&|of|für) )?(?:\\p{Lu}|\\d+\\p{Lu})[\\p{L}\\d&.'’+-]*){0,3})"
const work =
  '(?:position|role|job|opening|opportunity|vacancy|team|stelle|rolle|position als [^.,\\n]{3,50}?)'

/** The surest first. */
const firmPatterns: [string, boolean][] = [
  [`(?:my|our|mein(?:e)?|unser(?:e)?) (?:client|kund(?:e|in)|mandant(?:in)?),? (?:is |ist )?${firm}`, true],
  [`^(?:company|organi[sz]ation|employer|client|unternehmen|firma|arbeitgeber):\\s*${firm}`, true],
  [`(?:client|kund(?:en?|in)|mandant(?:en|in)?), (?:the |der |die |das )?${firm}`, true],
  [`(?:on behalf of|im auftrag (?:von|der)|representing) (?:our client,? )?${firm}`, true],
  [
    `${firm}(?:, [^.,\\n]{3,80},)? (?:is|are) (?:currently |now |actively )?(?:looking (?:for|to hire)|hiring|seeking|searching|recruiting)`,
    true,
  ],
  [`${firm} sucht(?: derzeit| aktuell)?\\b`, true],
  [`(?:wir|uns),? (?:bei|von)(?: der)? ${firm}`, true],
  [`${work}(?: [^.\\n]{0,50}?)? (?:at|with|bei(?: der)?) ${firm}`, true],
  [
    `(?:interview|conversation|meeting|gespräch|vorstellungsgespräch)(?: process)? (?:at|bei(?: der)?) ${firm}`,
    true,
  ],
  [
    `(?:application|applied|applying|candidacy|bewerbung|interest|interesse)(?: [^.\\n]{0,50}?)? (?:at|with|to|bei(?: der)?|in|an) ${firm}`,
    true,
  ],
  [
    `(?:engineer|manager|director|scientist|analyst|designer|developer|lead|officer|head of [\\p{L} ]{2,25}) (?:at|@|bei) ${firm}`,
    true,
  ],
  [`(?:looking for|hiring|seeking) [^.\\n]{0,60}? (?:at|bei) ${firm}`, true],
  [`interview [^.\\n]{0,90}? (?:at|bei) ${firm}`, false],
  [`(?:here at|we at|us at|team at|join(?:ing)?|team von|team bei) ${firm}`, false],
  [`${firm} (?:is|are) (?:growing|expanding|building|opening)`, false],
  [`^\\p{L}+ (?:here )?(?:from|von) ${firm}`, false],
  [`(?:we are|we['’]re) [^.\\n]{3,60}? at ${firm}`, false],
  [`(?:i am|i'm|ich bin) [^.\\n]{3,80}? (?:at|with|from|bei|von) ${firm}`, false],
]

const notFirm =
  /^(?:I|We|You|He|She|It|They|Our|My|Your|The|This|That|These|There|If|As|In|On|At|For|And|But|So|Who|What|Which|Zoom|Teams|Google Meet|Microsoft Teams|Skype|LinkedIn|WhatsApp|Us|Our Team|Mr|Ms|Mrs|Frau|Herr|Wir|Ich|Sie|Uns|Die|Der|Das|Client|Everyone|Anyone|Someone|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Diens|Donners|Frei)tag|Mittwoch)\b/

export function organizationIn(subject: string, body: string): Told | undefined {
  for (const text of [body, subject]) {
    for (const [source, strong] of firmPatterns) {
      const names = matches(source, text).flatMap((match) => firmName(match.at(-1)) ?? [])
      const [value] = names
      if (value) return { value, sure: strong && names.every((name) => name === value) }
    }
  }
  const value = firmName(subjectParts(subject).firm)
  return value ? { value, sure: false } : undefined
}

function matches(source: string, text: string): RegExpExecArray[] {
  return [...text.matchAll(new RegExp(`(?<![\\p{L}])${source}`, 'gimu'))]
}

/** "Next steps - Solutions Architect, Vertex Cloud" */
function subjectParts(subject: string): { role?: string; firm?: string } {
  const parts = subject
    .replace(/^(?:(?:re|fwd?|aw|wg): ?)+/i, '')
    .split(/\s*(?:[|:,]| [–—-] | at | bei | @ )\s*/)
  const at = parts.findIndex((part) => roleName(part) !== undefined)
  return at === -1 ? {} : { role: parts[at], firm: parts[at + 1] }
}

/** The patterns are read without case, so that the capitals are looked at here. */
function firmName(text = ''): string | undefined {
  const words = text.replace(/^(?:the|die|der|das|dem|den) /i, '').split(' ')
  if (!isCapital(words[0] ?? '')) return undefined
  const end = words.findIndex(
    (word, index) => index > 0 && (!(isCapital(word) || joins.test(word)) || notFirm.test(word)),
  )
  const name = (end === -1 ? words : words.slice(0, end)).join(' ').split('. ')[0] ?? ''
  const plain = name
    .replace(/(?: (?:of|für|&))+$/, '')
    .replace(/['’]s?$/, '')
    .replace(/[.,'’-]+$/, '')
  if (plain.length < 2 || notFirm.test(plain) || !isOrganization(plain)) return undefined
  return soundsLikePlace(plain) || soundsLikeTitle(plain) ? undefined : plain
}

const joins = /^(?:&|of|für)$/

function isCapital(word: string): boolean {
  return /^(?:\p{Lu}|\d+\p{Lu})/u.test(word)
}

const title = "([\\p{L}&/+#'’., -]{2,80}?)"
const rolePatterns: [string, boolean][] = [
  [`^(?:position|role|job(?: title)?|opening|stelle|rolle):\\s*([^\\n]{3,80})$`, true],
  [
    `(?:position|role|job|opening|opportunity|vacancy|stelle|rolle|position) (?:of|as|als|for|für|des|der) (?:an? |the |our |eine[rnm]? )?${title}(?= (?:at|with|in|within|for|to|who|that|bei|zu)\\b| on (?:\\p{L}+day|\\d)|[.,;:!?()\\n–]|$)`,
    true,
  ],
  [
    `(?:for|as|about|regarding|auf|für) (?:the|an?|our|this|die|der|eine[nr]?) (?:open |new |next |exciting |vacant )?${title}[ -](?:position|role|job|opening|opportunity|vacancy|stelle|rolle)\\b`,
    true,
  ],
  [
    `(?:looking (?:for|to hire)|hiring|seeking|searching for|recruiting|sucht|suchen)(?: wir)?(?: derzeit| aktuell| gerade| momentan| zurzeit| zur zeit| noch| ab sofort)* (?:an? |the |their |our |its |eine[nr]? |einen )?(?:new |next |experienced |neue[nr]? )?${title}(?= (?:at|with|in|within|for|to|who|that|and|bei|für|zu|und)\\b| -|[.,;:!?()\\n–]|$)`,
    true,
  ],
  [
    `(?:applying|applied|application|bewerbung|interview(?:ing)?|invitation|vorstellungsgespräch) (?:for|as|als|für) (?:the |an? |our |die |eine[nr]? )?${title}(?= (?:at|with|in|within|position|role|bei)\\b|[.,;:!?()\\n–]|$)`,
    true,
  ],
  [
    `(?:interview|invitation|einladung|vorstellungsgespräch)[^\\n]{0,30}?[:|–-] ?${title}(?= (?:at|@|with|bei)\\b|[|,;:()\\n–]|$)`,
    false,
  ],
  [
    `(?:join us|joining|you|dich|sie) as (?:an? |the |our )?(?:new |next )?${title}(?= (?:at|with|in|within|for|to|who|that|bei)\\b|[.,;:!?()\\n–]|$)`,
    false,
  ],
  [
    `(?:an?|the|our|this) (?:open |new |exciting )?${title} (?:position|role|opening|opportunity|vacancy)\\b`,
    false,
  ],
]

export function roleIn(subject: string, body: string): Told | undefined {
  for (const [source, strong] of rolePatterns) {
    for (const text of [body, subject]) {
      const found = matches(source, text).flatMap((match) => roleName(match[1]) ?? [])
      const [value] = found
      if (value) return { value, sure: strong && found.every((role) => role === value) }
    }
  }
  const value = roleName(subjectParts(subject).role)
  return value ? { value, sure: false } : undefined
}

const abbreviations = /^(?:senior |sr\.? |lead |group )?(?:PM|EM|TPM|SRE|SWE|SDE|PO)$/

function roleName(text = ''): string | undefined {
  const name = text
    .replace(/\s*\([^)]*$|\s*\((?:m|w|f|d|x)(?:[/|](?:m|w|f|d|x))+\).*$/i, '')
    .replace(/^(?:an?|the|our|new|next|first|open|exciting|strong|great|senior-level) (?=\S)/i, '')
    .split(/ (?:about|for|regarding|as) (?:the|an?|our) /i)
    .slice(-1)
    .join()
    .trim()
  const words = name.split(' ')
  if (
    name.length < 2 ||
    words.length > 8 ||
    !(soundsLikeTitle(name) || abbreviations.test(name)) ||
    /\b(?:you|your|we|i|is|are|someone|who)\b/i.test(name)
  )
    return undefined
  return name
}
