import { AFTER_PREPOSITION, AMBIGUOUS_NAMES, SKILL_NAMES } from './skill-names.ts'

type Atom = { text: string; raw: string; start: number; end: number }
type Name = { atoms: string[]; skill: string; spelling: string | null }
type Match = { name: Name; start: number; end: number }

const ambiguous = new Set(listed(AMBIGUOUS_NAMES))
const afterPreposition = new Set(listed(AFTER_PREPOSITION))
const NAMES = new Map<string, Name[]>()
const CANONICAL = new Map<string, string>()
for (const entry of [...listed(SKILL_NAMES), ...ambiguous]) {
  const [skill = entry, ...others] = entry.split('=')
  for (const name of [skill, ...others]) learn(name, skill)
}
for (const names of NAMES.values()) names.sort((a, b) => b.atoms.length - a.atoms.length)

function listed(table: string): string[] {
  return table
    .split(/,\s|\n/)
    .map((name) => name.replace(/,$/, '').trim())
    .filter(Boolean)
}

function learn(name: string, skill: string) {
  const key = name.toLowerCase()
  if (CANONICAL.has(key)) return
  CANONICAL.set(key, skill)
  const atoms = atomsOf(name).map((atom) => atom.text)
  const spelling = [...ambiguous].find((a) => a.toLowerCase() === key) ?? null
  const first = atoms[0] ?? ''
  NAMES.set(first, [...(NAMES.get(first) ?? []), { atoms, skill, spelling }])
}

function atomsOf(text: string): Atom[] {
  const out: Atom[] = []
  for (const found of text.matchAll(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)) {
    const start = found.index
    out.push({ text: found[0].toLowerCase(), raw: found[0], start, end: start + found[0].length })
  }
  return out
}

/**
 * Skills of a shipped list that a text names, in the order of the text, each once. Whole terms only: "JavaScript"
 * does not name Java, "R&D" does not name R, and "go to market" does not name Go.
 */
export function skillsIn(text: string): string[] {
  const found = matches(text)
  const out = new Set<string>()
  for (const group of lists(text, found)) {
    const plainlySkills = group.some((match) => match.name.spelling === null) || group.length >= 3
    for (const match of group) if (plainlySkills || standsAlone(text, match)) out.add(match.name.skill)
  }
  return [...out]
}

function matches(text: string): Match[] {
  const atoms = atomsOf(text)
  const out: Match[] = []
  for (let i = 0; i < atoms.length; ) {
    const name = NAMES.get(atoms[i]?.text ?? '')?.find((candidate) => fits(candidate, atoms, i, text))
    if (name) out.push({ name, start: atoms[i]?.start ?? 0, end: atoms[i + name.atoms.length - 1]?.end ?? 0 })
    i += name ? name.atoms.length : 1
  }
  return out
}

function fits(name: Name, atoms: Atom[], at: number, text: string): boolean {
  if (!name.atoms.every((atom, k) => atoms[at + k]?.text === atom)) return false
  const first = atoms[at]
  const last = atoms[at + name.atoms.length - 1]
  if (!first || !last) return false
  if (name.spelling !== null && name.spelling !== text.slice(first.start, last.end)) return false
  const before = text[first.start - 1] ?? ' '
  const after = text[last.end] ?? ' '
  // ".net" in a host name, "C+", "R&D", "x-ray" and "C-level" are other words
  if (/^[^\p{L}\p{N}]/u.test(first.text)) return !/[\p{L}\p{N}]/u.test(before)
  return !/[+#]/.test(after) && !(name.spelling !== null && (/[-&'’]/.test(after) || /[-&'’]/.test(before)))
}

const BETWEEN = /^\s*(?:[,;/|•·()\n]|\s&\s|\band\b|\bor\b|\bund\b|\boder\b|\s)*\s*$/
const SEPARATED = /[,;/|•·\n&]|\band\b|\bor\b|\bund\b|\boder\b/

/** Runs of names with nothing but commas and "and" between them. */
function lists(text: string, found: Match[]): Match[][] {
  const out: Match[][] = []
  for (const match of found) {
    const group = out.at(-1)
    const gap = group ? text.slice(group.at(-1)?.end, match.start) : ''
    if (group && BETWEEN.test(gap) && SEPARATED.test(gap)) group.push(match)
    else out.push([match])
  }
  return out
}

const SAYS_SKILL =
  /^\s+(?:programming|developers?|language|engineers?|code|scripts?|framework|microservices?|certified)\b/i
const PREPOSITION = /\b(?:in|with|using|of|know|knows|mit|advanced|proficient)\s+(?:ms\s+|microsoft\s+)?$/i

function standsAlone(text: string, { name, start, end }: Match): boolean {
  if (name.spelling === null) return true
  if (SAYS_SKILL.test(text.slice(end, end + 20))) return true
  const free =
    !/^\s+\p{L}/u.test(text.slice(end, end + 3)) ||
    /^\s+(?:and|or|und|oder|is|for)\b/.test(text.slice(end, end + 6))
  return (
    afterPreposition.has(name.spelling) &&
    free &&
    PREPOSITION.test(text.slice(Math.max(0, start - 25), start))
  )
}

/** The skills an opening names, and those of them that the person's skills, titles and summary name too. */
export function sharedSkills(
  work: { titles: string[]; skills?: string[]; summary?: string },
  opening: { title: string; description?: string },
): { named: string[]; shared: string[] } {
  const own = (work.skills ?? []).map((skill) => skill.trim()).filter(Boolean)
  const mine = new Set(own.map((skill) => CANONICAL.get(skill.toLowerCase()) ?? skill))
  for (const skill of skillsIn([...work.titles, work.summary ?? ''].join('\n'))) mine.add(skill)
  const text = `${opening.title}\n${opening.description ?? ''}`
  const named = new Set(skillsIn(text))
  for (const skill of mine)
    if (!CANONICAL.has(skill.toLowerCase()) && namesTerm(text, skill)) named.add(skill)
  return { named: [...named], shared: [...named].filter((skill) => mine.has(skill)) }
}

/** Whether a text holds a term as whole words, whatever the case. */
function namesTerm(text: string, term: string): boolean {
  if (term.length < 3) return false
  const wanted = ` ${atomsOf(term)
    .map((atom) => atom.text)
    .join(' ')} `
  return ` ${atomsOf(text)
    .map((atom) => atom.text)
    .join(' ')} `.includes(wanted)
}
