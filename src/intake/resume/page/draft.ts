import { soundsLikeTitle } from '../../career/work-words.ts'
import { compact } from '../../text/json.ts'
import { profileUrl } from '../../text/profile-url.ts'
import { educationOf, type ReadEducation } from './education.ts'
import { entriesOf } from './entries.ts'
import { type Line, textOf } from './lines.ts'
import type { Read } from './pdf.ts'
import { type SectionName, sectionsOf } from './sections.ts'
import { positionsOf, type ReadPosition } from './work.ts'

/** What a resume seems to say, each thing with the words that it was read from: somebody has to confirm it. */
export type ResumeDraft = {
  name?: string
  headline?: string
  summary?: string
  emails: string[]
  phones: string[]
  profileUrls: string[]
  positions: ReadPosition[]
  education: ReadEducation[]
  skills: string[]
}

/** Reads a page's lines as a resume. Pure; what is not understood is left out. */
export function draftOf({ lines, links }: Read): ResumeDraft {
  const sections = sectionsOf(lines)
  const of = (name: SectionName) =>
    sections.filter((section) => section.name === name).flatMap((section) => section.lines)
  const top = of('top')
  const name = nameIn(top)
  return compact({
    name,
    headline: headlineIn(top, name),
    summary: of('summary').map(textOf).join(' ').slice(0, MOST_SUMMARY) || undefined,
    emails: distinct(found(lines, EMAIL)),
    phones: distinct(found(top, PHONE)),
    profileUrls: distinct(
      [...links, ...found(lines, ADDRESS)].map(asProfile).filter((url) => url !== undefined),
    ),
    positions: positionsOf(entriesOf(of('work'))),
    education: educationOf(entriesOf(of('education'))),
    skills: skillsIn(of('skills')),
  }) as ResumeDraft
}

const EMAIL = /[^\s<>()[\],;:@]+@[^\s<>()[\],;:@]+\.\p{L}{2,}/giu
const PHONE = /(?<![\w@.])\+?\(?\d[\d ()/.-]{7,}\d(?![\w@])/g
const ADDRESS = /(?:https?:\/\/)?(?:[\w-]+\.)+[a-z]{2,}\/[\w%./~-]+/gi
const MOST_SUMMARY = 4000

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)]
const found = (lines: readonly Line[], pattern: RegExp): string[] =>
  lines.flatMap((line) => textOf(line).match(pattern) ?? []).map((text) => text.trim())

/** The profile that an address shows, without what the reader's own page adds. */
const asProfile = (address: string): string | undefined => profileUrl(address.replace(/[).,;]+$/, ''))

const isContact = (text: string): boolean =>
  /[@|•·]|https?:|www\.|\d{4,}|(curriculum vitae|resume|lebenslauf|last updated|page \d)/i.test(text)

/** The largest of the first lines that could be a name. */
function nameIn(top: readonly Line[]): string | undefined {
  const [first, ...others] = top
    .slice(0, 6)
    .filter(
      ({ parts }) => !isContact(parts[0]!) && parts[0]!.split(' ').length <= 6 && /^\p{L}/u.test(parts[0]!),
    )
  const largest = others.reduce((best, line) => (line.size > (best?.size ?? 0) ? line : best), first)
  return largest === undefined ? undefined : calm(largest.parts[0]!)
}

/** "SARAH JOHNSON" is called Sarah Johnson. */
const calm = (name: string): string =>
  name === name.toUpperCase() && name.length > 4
    ? name.toLowerCase().replace(/(?<![\p{L}])\p{L}/gu, (letter) => letter.toUpperCase())
    : name

function headlineIn(top: readonly Line[], name: string | undefined): string | undefined {
  const texts = top.flatMap(({ parts }) => parts.flatMap((part) => part.split(/ [|•·] /)))
  return texts.find(
    (text) => text.toLowerCase() !== name?.toLowerCase() && !isContact(text) && soundsLikeTitle(text),
  )
}

const MOST_SKILLS = 80

/** "Languages: Python, C++": what stands behind the colon, or the whole list. */
function skillsIn(lines: readonly Line[]): string[] {
  const texts = lines.flatMap(({ parts }) => parts)
  const items = texts.flatMap((text) =>
    text
      .replace(/^[•◦▪●○‣·*–-]\s*/u, '')
      .replace(/^[^:,;]{1,40}:\s*/u, '')
      .split(/\s*[,;|•·]\s*(?![^(]*\))/u),
  )
  const names = items.map((item) => item.trim()).filter((item) => item !== '' && item.split(' ').length <= 5)
  return distinct(names).slice(0, MOST_SKILLS)
}
