import type { PersonFact } from '../../records.ts'
import { compact } from '../../text/json.ts'
import type { Entry } from './entries.ts'
import { isPlace } from './work.ts'

export type ReadEducation = NonNullable<PersonFact['education']>[number] & { at: string }

const INSTITUTION =
  /universit|hochschule|college|school|schule|institut|academy|akademie|polytechn|\bETH\b|\bMIT\b|\bTU\b|\bFH\b|école|ecole|escuela|gymnasium/i
const DEGREE =
  /^(?:(?:ph\.? ?d|m\.? ?sc|b\.? ?sc|m\.?b\.?a|m\.?a|b\.?a|b\.?s|m\.?s|ll\.?m|m\.?d|dr|dipl|diplom|magister|staatsexamen|abitur|master|bachelor|doctor|associate)\b\.?)[^,]*/i

/** Institution, degree and subject of a section's entries. Pure. */
export function educationOf(entries: readonly Entry[]): ReadEducation[] {
  return entries.flatMap(({ head, span, at }) => {
    const texts = head.flatMap(({ text }) => text.split(/, | [–—|·] /)).map((text) => text.trim())
    const institution =
      texts.find((text) => INSTITUTION.test(text)) ?? texts.find((text) => !DEGREE.test(text))
    if (!institution) return []
    const said = texts.find((text) => text !== institution && DEGREE.test(text))
    const { degree, subject } = degreeIn(said)
    const area =
      subject ??
      texts.find((text) => ![institution, said].includes(text) && !isPlace(text) && !STATE.test(text))
    return [compact({ institution, degree, area, from: span.from, to: span.to, at })]
  })
}

/** A state may stand behind everything else. */
const STATE = /^\p{Lu}{2}$/u
/** "B.S. Computer Science": a short degree with its subject behind. */
const SHORT = /^((?:\p{L}{1,4}\.){1,3}|MBA|PhD|[BM]Sc|[BM][AS]) (.+)$/u

function degreeIn(said: string | undefined): { degree?: string; subject?: string } {
  const [, degree = said, subject] = /^(.+?) in (.+)$/.exec(said ?? '') ?? SHORT.exec(said ?? '') ?? []
  return { ...(degree ? { degree } : {}), ...(subject ? { subject } : {}) }
}
