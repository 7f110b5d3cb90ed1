/** All formats that can be imported, in the order in which a file is held against them. */

import { icalendar } from './calendar/calendar.ts'
import { mail } from './calendar/mail.ts'
import { ashby, greenhouse, lever } from './jobs/boards.ts'
import { jobPosting } from './jobs/job-posting.ts'
import { linkedin, linkedinByName } from './linkedin/linkedin.ts'
import { csvPeople, csvPositions } from './list/csv.ts'
import type { Format, Head } from './records.ts'
import { docx, pdf } from './resume/document.ts'
import { europassXml } from './resume/europass-xml.ts'
import { jsonResume } from './resume/json-resume.ts'
import { head } from './text/text.ts'
import { vcard } from './vcard/vcard.ts'

/** What is recognised by its first line comes first, what is recognised by less later. */
export const formats: readonly Format[] = [
  pdf,
  docx,
  icalendar,
  vcard,
  mail,
  greenhouse,
  lever,
  ashby,
  jsonResume,
  europassXml,
  jobPosting,
  ...linkedin,
  csvPositions,
  csvPeople,
]

/** For files whose content nobody knows: reading them fails with a sentence that says what was expected. */
const BY_ENDING: Record<string, Format> = {
  ics: icalendar,
  vcf: vcard,
  eml: mail,
  csv: csvPeople,
  tsv: csvPeople,
}

/**
 * The format of a file, by its content; null if nothing knows it. The name decides only between files whose content
 * is the same, and who says what was expected where no content is known.
 */
export function detect(name: string, bytes: Uint8Array): Format | null {
  const start = head(name, bytes)
  return formats.find((format) => format.recognizes(start)) ?? linkedinByName(start) ?? byEnding(start)
}

export function formatOfKind(kind: string): Format | null {
  return formats.find((format) => format.kind === kind) ?? null
}

function byEnding({ name }: Head): Format | null {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? ''
  return name.includes('.') && Object.hasOwn(BY_ENDING, ending) ? BY_ENDING[ending]! : null
}
