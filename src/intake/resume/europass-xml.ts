import { type Format, IntakeError, type Item } from '../records.ts'
import { isRecord, record } from '../text/json.ts'
import { decodeText } from '../text/text.ts'
import { candidatePerson } from './candidate.ts'
import { europassPerson } from './europass.ts'
import { readXmlTree } from './xml-tree.ts'

/** `WorkExperienceList` holds each `WorkExperience`; the JSON of Europass has them without the list around. */
const withoutLists = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutLists)
  if (!isRecord(value)) return value
  const entries = Object.entries(value).flatMap(([name, inside]): [string, unknown][] => {
    const item = name.endsWith('List') ? name.slice(0, -4) : ''
    return isRecord(inside) && item in inside ? [[item, inside[item]]] : [[name, inside]]
  })
  return Object.fromEntries(entries.map(([name, inside]) => [name, withoutLists(inside)]))
}

const readPerson = (file: string, text: string): Item => {
  const { root, value } = readXmlTree(file, text)
  const learner = record(withoutLists(value)).LearnerInfo
  if (root === 'Candidate') return told(root, candidatePerson(record(value)))
  if (isRecord(learner)) return told('LearnerInfo', europassPerson(learner))
  throw new IntakeError(`${file} is a Europass document without a CV in it (no LearnerInfo).`)
}

const told = (at: string, fact: ReturnType<typeof europassPerson>): Item =>
  fact ? { at, fact } : { at, skipped: 'neither a name nor an e-mail address' }

/** What may stand before the root: declaration, comments, a document type. */
const ROOT =
  /^\uFEFF?\s*(?:<\?[^>]*>\s*|<!--(?:(?!-->)[\s\S])*-->\s*|<!(?!--)[^>]*>\s*)*<(?:[\w-]+:)?(SkillsPassport|LearnerInfo|Candidate)[\s>]/

/** Europass CVs in XML: `SkillsPassport` (3.0 to 3.4) and `Candidate` (europa.eu, since 2020). One person a file. */
export const europassXml: Format = {
  kind: 'europass-xml',
  says: 'a Europass CV (XML)',
  recognizes: ({ text }) => ROOT.test(text) && /europass/i.test(text),
  *read(bytes, { name }) {
    yield readPerson(name, decodeText(name, bytes))
  },
}
