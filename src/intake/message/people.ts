/** The people whom a message says one would meet, each with the title that stands beside the name. */

import { soundsLikePlace, soundsLikeTitle } from '../career/work-words.ts'
import { isPersonName } from './parts.ts'

export type NamedPerson = { name: string; title?: string }

const maxPeople = 20

const talks =
  'meet(?:ing)?|met|speak(?:ing)?|talk(?:ing)?|chat(?:ting)?|connect|interview(?:s|ing)?|conversation|call|session|interview(?:s)?|round|discuss(?:ion)?|time|lunch|coffee|sit down|catch up|zoom|teams|you|panel|gespräch|vorstellungsgespräch|termin|interviewrunde|kennenlernen|kennenlerngespräch|treffen|sprechen|austausch|unterhalten'
const panel =
  '(?:interview(?:ers?)?|panel(?:ists)?|attendees) (?:will be|are|is|(?:will )?(?:consists?|be made up) of|consisting of|(?:will )?(?:comprises?|includes?))'
/** After these words, people follow: "meet with Vera Holm (CTO)". */
const before = new RegExp(
  `(?<!\\p{L})(?:(?:${talks})(?:[^.\\n]{0,60}?) (?:with|w/|mit)|min(?:ute)?s (?:with|w/)|minuten mit|triffst du|(?:will|['’]ll) be (?:meeting|seeing|joined by)|gesprächspartner(?:innen)? sind|meet|introduce you to|joined by|join(?:ing)? (?:us|you|the call)|interviewed by|${panel}|lernen sie|treffen sie|teilnehmen (?:werden|wird)|dabei (?:sind|ist)|begleitet von)(?!\\p{L}):?`,
  'giu',
)
/** A label before names, or before a list of them: "Panel: Vera Holm", "You'll be meeting with:". */
const listed =
  /(?:^|[.!?;] )\*{0,2}(?:(?:your |the )?(?:interview )?panel(?:ists)?|(?:your )?interviewers?|(?:you(?:'ll| will|’ll) )?(?:be )?(?:meet|meeting|speaking|talking)(?: with)?|attendees|participants|who|with|people|teilnehmer(?:innen)?|gesprächspartner(?:innen)?|mit)\*{0,2}:\*{0,2}\s*(.*)$/iu
/** Before these, people stand: "Vera Holm (CTO) will join". */
const after =
  /^(?: \([^)]{2,60}\))?(?:,[^,.;\n]{2,60})?,? (?:asked (?:me|us) to|(?:will|would (?:like|love)|is going|are going|are looking forward|is looking forward|wants?)(?: also)?(?: to)?(?: be)? (?:meet|speak|talk|chat|interview|join|host|lead|conduct|attend|see|get to know|have a|looking forward|happy))/iu

const nameSource =
  "(\\p{Lu}[\\p{L}'’-]+(?: (?:(?:van|von|de|der|den|da|di|la|le|al|bin) )*\\p{Lu}(?:[\\p{L}'’-]+|\\.(?= \\p{Lu}))){1,4})"

/** Words with capitals that are no part of a name. */
const noName = new Set(
  `monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag january february
  march july september october november december januar februar märz juni juli oktober dezember
  google microsoft zoom teams meet interview round team meeting call office street straße room data engineering product
  pm staff marketing sales finance human resources talent board company group gmbh ag inc ltd university hiring human technology
  our the your we i hi hello dear best kind regards thanks please linkedin whatsapp central european time new san los
  united vice search partners capital ventures systems health labs bank software solutions services holding`.split(
    /\s+/,
  ),
)

/** `others`: names that are nobody to meet (the reader, the sender); `organization` is no person either. */
export function peopleIn(body: string, others: readonly string[], organization?: string): NamedPerson[] {
  const people = new Map<string, NamedPerson>()
  for (const zone of zones(body)) {
    for (const person of namedIn(zone)) {
      if (isOther(person.name, others) || sharesWord(person.name, organization)) continue
      const known = people.get(person.name)
      people.set(person.name, known?.title ? known : person)
    }
  }
  return [...people.values()].slice(0, maxPeople)
}

/** Pieces of text that tell whom one would meet: the rest of a sentence, a list, or what stands before "will join". */
function zones(body: string): string[] {
  const lines = body.split('\n')
  const lists = lines.flatMap((line, index) => (listed.test(line) ? [listAt(lines, index)] : []))
  const sentences = lines.flatMap((line) =>
    line.split(/(?<!\b(?:Dr|Prof|Mr|Ms|Mrs|St|\p{Lu}))[.!?](?=\s|$)/u),
  )
  return [...lists, ...sentences.flatMap(zonesOf)]
}

function listAt(lines: string[], index: number): string {
  const first = listed.exec(lines[index] ?? '')?.[1] ?? ''
  const rest = lines.slice(index + 1, index + 60).filter((line) => line !== '')
  const end = rest.findIndex((line) => !bullet.test(line) && !startsWithName(line))
  const items = first ? [] : rest.slice(0, end === -1 ? undefined : end)
  return [first, ...items].map((line) => line.replace(bullet, '')).join('\n')
}

const bullet = /^(?:[-•*·–]|\d+[.)])\s*/

function startsWithName(line: string): boolean {
  return new RegExp(`^${nameSource}(?:,| \\(| [–-]|$)`, 'u').test(line)
}

function zonesOf(sentence: string): string[] {
  const found = [...sentence.matchAll(before)].map((match) => sentence.slice(match.index + match[0].length))
  return [...found.slice(0, 3).filter(beginsWithPeople), ...subjectsOf(sentence)]
}

/** With what stands up to 80 letters ahead: another name, or the title. */
function subjectsOf(sentence: string): string[] {
  return [...sentence.matchAll(new RegExp(nameSource, 'gu'))].flatMap((match) => {
    const end = match.index + match[0].length
    const rest = after.exec(sentence.slice(end, end + 200))?.[0]
    if (rest === undefined) return []
    const beside = rest.replace(/,? (?:will|would|is|are|wants?) (?:[^()]*)$/i, '')
    return [sentence.slice(Math.max(0, match.index - 80), end) + beside]
  })
}

/** "with Vera", "with our CTO, Vera", "with Dr. Holm"; not "with a presentation by the team of Vera". */
function beginsWithPeople(zone: string): boolean {
  return /^[:,]?\s*(?:both |either |me and |you and )?(?:(?:our|the|my|unsere[rmn]?|dem|der|den|frau|herrn?|ihre[rmn]?)\b[^.]{0,60}?)?\s*(?:Dr\.|Prof\.|\p{Lu})/u.test(
    zone,
  )
}

function namedIn(written: string): NamedPerson[] {
  const zone = written.replace(/(?<!\p{L})(?:Frau|Herrn?|Mr|Ms|Mrs|Dr|Prof)\b\.? ?/gu, '')
  return [...zone.matchAll(new RegExp(nameSource, 'gu'))].flatMap((match) => {
    const words = (match[1] ?? '').split(' ')
    const ahead = zone.slice(0, match.index)
    const { name, title } = partedName(words, ahead)
    if (
      !isPersonName(name) ||
      soundsLikePlace(name) ||
      name.split(' ').some((word) => noName.has(word.toLowerCase()))
    )
      return []
    const known = title ?? titleAfter(zone.slice(match.index + match[0].length)) ?? titleBefore(ahead)
    return [{ name, ...(known && { title: known }) }]
  })
}

/** "CTO Vera Holm", "Head of Data Vera Holm": with a title in front, the last two words are the name. */
function partedName(words: string[], ahead: string): NamedPerson {
  const name = words.slice(-2).join(' ')
  const start = /((?:\p{Lu}[\p{L}-]*,? )+(?:of|for|für) )$/u.exec(ahead)?.[1]
  const front = words.slice(0, -2).join(' ')
  if (words.length > 2 && start && soundsLikeTitle(start)) return { name, title: `${start}${front}` }
  if (words.length > 2 && soundsLikeTitle(words[0] ?? '')) return { name, title: front }
  if (words.length > 2 && soundsLikeTitle(front)) return { name, title: front }
  return { name: words.join(' ') }
}

function titleAfter(text: string): string | undefined {
  const inBrackets = /^ ?\(([^()]{2,60})\)/.exec(text)?.[1]
  if (inBrackets) return inBrackets.replace(/^(?:our|the) /i, '')
  const next = /^(?:,| [–—-]| [|·]) (?:who is |our |the |unsere[rmn]? )?([^,.;:\n()]{2,60})/i.exec(text)?.[1]
  const title = next?.split(/ (?:and|und|as well as|at|on|from|who|will|about|am|um|to discuss) /)[0]?.trim()
  return title && soundsLikeTitle(title) && !isPersonName(title) ? title : undefined
}

function titleBefore(ahead: string): string | undefined {
  const title = /(?:\b(?:our|the|my|unsere[rmn]?)\s+)([\p{L}&/, -]{2,50}?),?\s*$/iu.exec(ahead)?.[1]?.trim()
  if (!title || !soundsLikeTitle(title) || /\b(?:and|with|und|mit|team)\b/i.test(title)) return undefined
  return title
}

function isOther(name: string, others: readonly string[]): boolean {
  const words = new Set(name.toLowerCase().split(' '))
  return others.some((other) =>
    other
      .toLowerCase()
      .split(' ')
      .every((word) => words.has(word)),
  )
}

function sharesWord(name: string, organization = ''): boolean {
  const words = new Set(
    organization
      .toLowerCase()
      .split(' ')
      .filter((word) => word.length > 2),
  )
  return name
    .toLowerCase()
    .split(' ')
    .every((word) => words.has(word))
}
