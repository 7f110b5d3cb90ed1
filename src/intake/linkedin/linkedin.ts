/** The files of a LinkedIn export: what is read, and what is known and left alone. */

import { fold, LINKEDIN_OTHER } from '../list/columns.ts'
import { peekHeader, readTable } from '../list/table.ts'
import type { Format, Head } from '../records.ts'
import { linkedinConnections } from './connections.ts'
import { linkedinEmails, linkedinPositions, linkedinProfile, linkedinSkills } from './owner.ts'
import { fileNamed, headerSet, type LinkedInFormat } from './shape.ts'
import { linkedinInvitations, linkedinMessages, linkedinRecommendations } from './traffic.ts'

/** Files of the export whose rows are counted and skipped, so that a whole export imports without an error. */
export const linkedinOther: LinkedInFormat = {
  kind: 'linkedin-other',
  says: 'Other files of a LinkedIn export (recognised, not used)',
  named: otherNames(),
  recognizes: (head) => isOther(headerSet(head), head.name),
  *read(bytes, { name }) {
    for (const row of readTable(name, bytes).rows)
      yield { at: `row ${row.number}`, skipped: 'not used by Acquaint' }
  },
}

/** In the order in which they are asked: the narrower header first. */
export const linkedin: readonly LinkedInFormat[] = [
  linkedinConnections,
  linkedinRecommendations,
  linkedinMessages,
  linkedinInvitations,
  linkedinProfile,
  linkedinEmails,
  linkedinSkills,
  linkedinOther,
  linkedinPositions,
]

/** For delimited text with an unknown header: the format whose file has this name, so that it can say what it expected. */
export function linkedinByName(head: Head): Format | null {
  if (!peekHeader(head)) return null
  return linkedin.find(({ named }) => named.test(head.name)) ?? null
}

function isOther(header: ReadonlySet<string>, name: string): boolean {
  if (/learning.*messages/i.test(name) && header.has('conversationid')) return true
  return signatures.some((columns) => fits(columns, header))
}

const signatures = Object.values(LINKEDIN_OTHER).map((columns) => [...new Set(columns.map(fold))])

/** One or two columns prove little: then the header may have no others. */
function fits(columns: string[], header: ReadonlySet<string>): boolean {
  return columns.every((name) => header.has(name)) && (columns.length > 2 || header.size === columns.length)
}

function otherNames(): RegExp {
  const names = Object.keys(LINKEDIN_OTHER).map((name) =>
    name.replace(/( \(.*\))?\.csv$/, '').replace(/[ _]/g, '[ _]?'),
  )
  return fileNamed(names.join('|'))
}
