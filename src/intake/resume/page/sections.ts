import type { Line } from './lines.ts'
import { textOf } from './lines.ts'

/** The sections of a resume, by the headings that people give them. Pure. */

export type SectionName = 'top' | 'summary' | 'work' | 'education' | 'skills' | 'other'
export type Section = { name: SectionName; lines: Line[] }

const HEADINGS: Record<Exclude<SectionName, 'top'>, RegExp> = {
  summary:
    /^(?:(?:professional |executive |career )?(?:summary|profile)|about(?: me)?|objective|profil|über mich|zusammenfassung|kurzprofil)$/,
  work: /^(?:(?:work|professional|relevant|industry|employment|career|practical)? ?(?:experience|employment(?: history)?|history)|career(?: history)?|positions?|appointments|berufserfahrung|berufliche[r]? (?:erfahrung|werdegang|laufbahn)|beruflicher werdegang|praxiserfahrung|erfahrung|werdegang|berufspraxis)$/,
  education:
    /^(?:education(?: and training)?|academic (?:background|education)|studies|ausbildung|bildung(?:sweg)?|studium|schulbildung|akademische ausbildung|hochschulstudium)$/,
  skills:
    /^(?:(?:technical |core |key |top |professional )?(?:skills|competenc(?:i?es)|expertise)|technologies|kenntnisse(?: und fähigkeiten)?|fähigkeiten|kompetenzen|it-kenntnisse|edv-kenntnisse)$/,
  other:
    /^(?:projects?|selected projects|publications?|patents?|awards?(?: and honou?rs)?|honou?rs(?:[ -]awards)?|selected honors|languages?|certifications?|licenses(?: and certifications)?|volunteer(?:ing)?(?: experience)?|interests?|hobbies|references?|invited talks|talks|activities|extracurricular activities|training|courses|contact|projekte|publikationen|veröffentlichungen|sprachen|sprachkenntnisse|zertifikate|ehrenamt|interessen|hobbys|referenzen|kontakt|weiterbildung(?:en)?|persönliche daten)$/,
}

/** Cut at headings: known words on a line of their own, or letters as large as theirs and larger than the text's. */
export function sectionsOf(lines: readonly Line[]): Section[] {
  const known = lines.filter((line) => knownHeading(line) !== null).map(({ size }) => size)
  const large = Math.max(bodySize(lines) * LARGER, Math.min(...known) - HALF_POINT)
  const sections: Section[] = [{ name: 'top', lines: [] }]
  lines.forEach((line, index) => {
    const name = knownHeading(line) ?? (index >= TOP_LINES ? otherHeading(line, large) : null)
    if (name) sections.push({ name, lines: [] })
    else sections.at(-1)!.lines.push(line)
  })
  return sections
}

const LARGER = 1.15
const HALF_POINT = 0.5
/** The name stands above the first heading, in larger letters than it. */
const TOP_LINES = 3

/** The size of most of the text. */
function bodySize(lines: readonly Line[]): number {
  const letters = new Map<number, number>()
  for (const line of lines) {
    const size = Math.round(line.size)
    letters.set(size, (letters.get(size) ?? 0) + textOf(line).length)
  }
  return [...letters].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 0
}

function knownHeading({ parts }: Line): SectionName | null {
  if (parts.length !== 1) return null
  // "E X P E R I E N C E" is set wide.
  const text = parts[0]!.replace(/[:\s]+$/, '').replace(/(?<=\b\p{Lu}) (?=\p{Lu}\b)/gu, '')
  const plain = text.replace(/&/g, 'and').toLowerCase()
  const found = Object.entries(HEADINGS).find(([, words]) => words.test(plain))
  return (found?.[0] as SectionName | undefined) ?? null
}

function otherHeading({ parts, size, heading }: Line, large: number): SectionName | null {
  if (parts.length !== 1 || parts[0]!.split(' ').length > 6) return null
  return heading === true || (size > 0 && size >= large) ? 'other' : null
}
