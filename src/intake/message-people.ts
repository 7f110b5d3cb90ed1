/** The people whom a message says one would meet, each with the title that stands beside the name. */
import { isPersonName } from './message-parts.ts'
import { soundsLikePlace, soundsLikeTitle } from './work-words.ts'

export type NamedPerson = { name: string; title?: string }

const maxPeople = 20

/** After these words, people follow ("meet with Vera Holm (CTO)"); before the others, they stand. */
const before =
  /\b(?:(?:meet|meeting|met|speak|speaking|talk|talking|chat|chatting|connect|interview|interviews|interviewing|conversation|call|session|round|discussion|time|lunch|coffee|discuss|sit down|catch up|zoom|teams|you|panel|gespräch|vorstellungsgespräch|termin|interviewrunde|kennenlernen|kennenlerngespräch|treffen|sprechen|austausch|unterhalten)(?:[^.\n]{0,60}?) (?:with|mit)|meet|introduce you to|joined by|join(?:ing)? (?:us|you|the call)|interviewed by|(?:interview|panel)(?:ers)? (?:will be|are|is)|will be|are|lernen sie|treffen sie|dabei sind|dabei ist)\b:?/giu
const listed =
  /^(?:\*{0,2})(?:(?:your |the )?(?:interview )?panel(?:ists)?|(?:your )?interviewers?|you(?:'ll| will) (?:meet|be meeting)(?: with)?|attendees|participants|who|with|people|teilnehmer(?:innen)?|gesprächspartner(?:innen)?|mit)(?:\*{0,2}):(?:\*{0,2})\s*(.*)$/iu
const after =
  /^,?(?: \([^)]{2,60}\))?(?:,[^,.;\n]{2,60},)? (?:will|would|is going to|are going to|are looking forward|is looking forward|wants? to|from our)\b/iu

const nameSource =
  "(?:Dr\\. |Prof\\. )*(\\p{Lu}[\\p{L}'’-]+(?: (?:(?:van|von|de|der|den|da|di|la|le|al|bin) )*\\p{Lu}(?:[\\p{L}'’-]+|\\.(?= \\p{Lu}))){1,4})"

/** Words with capitals that are no part of a name. */
const noName = new Set(
  `monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag january february
  march april may june july august september october november december januar februar märz mai juni juli oktober dezember
  google microsoft zoom teams meet interview round team meeting call office street straße room data engineering product
  marketing sales finance human resources talent board company group gmbh ag inc ltd university hiring human technology
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
  const rest = lines.slice(index + 1)
  const end = rest.findIndex((line) => !/^[-•*·–\d]/.test(line) && !startsWithName(line))
  const items = first ? [] : rest.slice(0, end === -1 ? undefined : end)
  return [first, ...items].map((line) => line.replace(/^(?:[-•*·–]|\d+[.)])\s*/, '')).join('\n')
}

function startsWithName(line: string): boolean {
  return new RegExp(`^${nameSource}(?:,| \\(| [–-]|$)`, 'u').test(line)
}

function zonesOf(sentence: string): string[] {
  const found = [...sentence.matchAll(before)].map((match) => sentence.slice(match.index + match[0].length))
  const subjects = [...sentence.matchAll(new RegExp(nameSource, 'gu'))]
    .filter((match) => after.test(sentence.slice(match.index + match[0].length)))
    .map((match) =>
      sentence.slice(0, match.index + match[0].length + 70).replace(/ (?:will|would|is|are|wants?) .*$/i, ''),
    )
  return [...found.slice(0, 3).filter(beginsWithPeople), ...subjects]
}

/** "with Vera", "with our CTO, Vera", "with Dr. Holm"; not "with a presentation by the team of Vera". */
function beginsWithPeople(zone: string): boolean {
  return /^[:,]?\s*(?:both |either |me and |you and )?(?:(?:our|the|my|unsere[rmn]?|dem|der|den|frau|herrn?|ihre[rmn]?)\b[^.]{0,60}?)?\s*(?:Dr\.|Prof\.|\p{Lu})/u.test(
    zone,
  )
}

function namedIn(zone: string): NamedPerson[] {
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
