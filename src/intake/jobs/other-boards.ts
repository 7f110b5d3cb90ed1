import { type Format, type Head, IntakeError } from '../records.ts'
import { jsonKeys } from '../text/json-keys.ts'
import { beginsAsHtml } from '../text/plain-text.ts'

/** What a feed is called, and the keys that it alone has: one of `some`, and all of `all`. */
type Feed = { what: string; all?: string[]; some: string[] }

const FEEDS: Feed[] = [
  { what: 'a Workday job feed', some: ['jobPostings[].externalPath', 'jobPostings[].bulletFields'] },
  { what: 'a Workable job feed', all: ['jobs[].title'], some: ['jobs[].shortcode'] },
  {
    what: 'a Recruitee job feed',
    some: ['offers[].careers_apply_url', 'offers[].careers_url', 'offers[].employment_type_code'],
  },
  {
    what: 'a SmartRecruiters job feed',
    some: ['content[].jobAdId', 'content[].refNumber', 'content[].releasedDate'],
  },
  { what: 'a BambooHR job feed', some: ['result[].jobOpeningName'] },
  { what: 'an Oracle Recruiting job feed', some: ['items[].requisitionList', 'ExternalDescriptionStr'] },
  { what: 'a Rippling job feed', all: ['[].uuid'], some: ['[].workLocation'] },
  { what: 'a Pinpoint job feed', some: ['data[].key_responsibilities', 'data[].skills_knowledge_expertise'] },
  { what: 'an Eightfold job feed', some: ['positions[].canonicalPositionUrl'] },
  { what: 'a Freehire job feed', some: ['data[].public_slug', 'data.public_slug'] },
  {
    what: 'a list of Greenhouse departments, offices or sections',
    some: ['departments[].jobs', 'offices[].departments', 'sections[].jobs'],
  },
  { what: 'a Greenhouse office', all: ['id', 'departments[].jobs'], some: ['child_ids', 'children'] },
  { what: 'the head of a Greenhouse board, without its jobs', all: ['name', 'content'], some: ['content'] },
  {
    what: 'a Greenhouse list of schools, degrees or disciplines',
    all: ['items[].text', 'items[].id'],
    some: ['meta.per_page'],
  },
  { what: 'a Greenhouse candidate (Harvest API)', some: ['application_ids', '[].application_ids'] },
  {
    what: 'a Greenhouse application (Harvest API)',
    some: ['rejection_reason', 'credited_to', '[].rejection_reason', '[].credited_to'],
  },
  {
    what: 'a Greenhouse offer (Harvest API)',
    all: ['application_id', 'candidate_id'],
    some: ['sent_at', 'starts_at'],
  },
  {
    what: 'a Greenhouse interview (Harvest API)',
    all: ['interviewers'],
    some: ['external_event_id', 'application_id'],
  },
  {
    what: 'a Greenhouse job (Harvest API)',
    all: ['name'],
    some: ['hiring_team', 'copied_from_id', 'is_template'],
  },
  { what: 'a JSON feed of Teamtailor', all: ['items[].title'], some: ['items[]._jobposting', 'feed_url'] },
]

/** Pages and XML, by what their system writes into them. */
const MARKS: [RegExp, string][] = [
  [/<workzag-jobs\b/i, 'a Personio job feed'],
  [/neogov\.com\/namespaces|<joblisting:/i, 'a NEOGOV job feed'],
  [/\biCIMS_\w+/, 'a page of iCIMS'],
  [/\bjv-(?:job|page|button)[\w-]*|jobs\.jobvite\.com/i, 'a page of Jobvite'],
  [/window\.pageData\s*=[^<]*"JobTitle"|recruiting\.paylocity\.com/i, 'a page of Paylocity'],
  [/\bphApp\.ddo\b/, 'a page of Phenom'],
  [/\bReqRowClick\b|hrmdirect\.com/i, 'a page of HRMDirect'],
]

/** Which recruiting system a page or feed was written by ("a Workday job feed"), when it is one that is not read; else undefined. */
export const otherSystem = (text: string): string | undefined => {
  const keys = jsonKeys(text)
  if (keys.size === 0) return MARKS.find(([mark]) => mark.test(text))?.[1]
  const found = FEEDS.find(
    ({ all = [], some }) => all.every((k) => keys.has(k)) && some.some((k) => keys.has(k)),
  )
  if (found?.what.startsWith('the head') && keys.size > found.all!.length) return undefined
  return found?.what
}

/** Whether the file may hold a posting that can be read: a page may at its end, whoever wrote it. */
const mayHoldPosting = ({ text }: Head): boolean => beginsAsHtml(text) || /JobPosting\b/.test(text)

/** Feeds of systems that are not read: recognised, to be refused by name. */
export const otherBoards: Format = {
  kind: 'other-board',
  says: 'a job feed of a system that is not read',
  recognizes: (head) =>
    /^\uFEFF?\s*[<{[]/.test(head.text) && !mayHoldPosting(head) && otherSystem(head.text) !== undefined,
  read(bytes, { name }) {
    const system = otherSystem(Buffer.from(bytes).toString('utf8')) ?? 'a feed of an unknown system'
    throw new IntakeError(
      `${name} is ${system}, which is not read: boards of Greenhouse, Lever and Ashby and pages with a schema.org JobPosting are.`,
    )
  },
}
