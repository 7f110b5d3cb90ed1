/** What every format is read into. Parsers are pure: bytes in, items out; `import.ts` alone writes them down. */

/** A date as precise as known: `2019`, `2019-04` or `2019-04-01`. */
export type PartialDate = string

/** One thing read from a file. `at` says where it stands ("row 17", "VEVENT 2", "jobs[3]"). Every item is counted once. */
export type Item =
  | { at: string; fact: Fact }
  | { at: string; skipped: string }
  | { at: string; rejected: string }

export type Fact =
  | PersonFact
  | OwnPositionFact
  | OwnerFact
  | ContactFact
  | RecommendationFact
  | CalendarFact
  | OpeningFact
  | DocumentFact

/** An original that is kept until somebody confirms what it says. The bytes are the file's own. */
export type DocumentFact = { kind: 'document'; key: string; medium: 'pdf' | 'docx' }

/** How somebody is named in a source. At least one field is set. */
export type Party = { name?: string; email?: string; profileUrl?: string }

export type OrganizationName = { name: string; domain?: string; industry?: string; url?: string }

export type PositionFact = {
  organization: OrganizationName
  title?: string
  unit?: string
  site?: string
  from?: PartialDate
  to?: PartialDate
  /** True when the source says that it lasts; false when it says that it ended, unknown when. */
  current?: boolean
}

/** A person, as a row of Connections.csv, a vCard, a resume or a row of a list tells it. */
export type PersonFact = {
  kind: 'person'
  /** What identifies the record within its source (profile URL and name, UID, e-mail): the same again in the next export. */
  key: string
  /** The record is about the owner of the export. */
  me?: boolean
  name: string
  givenName?: string
  familyName?: string
  emails?: string[]
  profileUrls?: string[]
  phones?: string[]
  headline?: string
  summary?: string
  location?: string
  skills?: string[]
  positions?: PositionFact[]
  education?: { institution: string; area?: string; degree?: string; from?: PartialDate; to?: PartialDate }[]
  /** Connected with the owner of the export, since this day if known. */
  connected?: { on?: PartialDate }
  notes?: string
  tags?: string[]
  /** What was understood by nobody, kept for the way out (vCard X- properties and the like). */
  extra?: Record<string, unknown>
}

/** A position of the owner of the export (LinkedIn Positions.csv). */
export type OwnPositionFact = { kind: 'own-position'; key: string; position: PositionFact }

/** Who the owner of the export is (LinkedIn Profile.csv, Email Addresses.csv, Skills.csv). */
export type OwnerFact = {
  kind: 'owner'
  key: string
  name?: string
  givenName?: string
  familyName?: string
  emails?: string[]
  profileUrl?: string
  headline?: string
  summary?: string
  industry?: string
  skills?: string[]
}

/** Who, when, in which direction; never what was said. `at` is an ISO instant. */
export type ContactFact = {
  kind: 'contact'
  key: string
  channel: 'message' | 'connection-request'
  conversation?: string
  from: Party
  to: Party[]
  at: string
}

export type RecommendationFact = {
  kind: 'recommendation'
  key: string
  /** Received: the person recommended the owner; given: the owner recommended the person. */
  direction: 'received' | 'given'
  person: Party
  organization?: string
  title?: string
  on?: PartialDate
}

export type Attendee = Party & {
  /** RFC 5545 CUTYPE, ROLE, PARTSTAT in upper case; absent when not given. */
  cutype?: string
  role?: string
  partstat?: string
}

/** A VEVENT, from a calendar file or a mail's calendar part. Times are ISO instants; `timeZone` is an IANA name. */
export type CalendarFact = {
  kind: 'calendar'
  /** UID, with the RECURRENCE-ID where there is one. */
  key: string
  uid: string
  recurrenceId?: string
  sequence: number
  stamp?: string
  method?: 'REQUEST' | 'CANCEL' | 'PUBLISH' | 'REPLY' | 'COUNTER' | 'DECLINECOUNTER' | 'REFRESH' | 'ADD'
  status?: string
  summary?: string
  location?: string
  startsAt?: string
  endsAt?: string
  /** A whole-day event: `startsAt` is a day (`2026-04-01`). */
  allDay?: boolean
  timeZone?: string
  recurring?: boolean
  organizer?: Attendee
  attendees: Attendee[]
  /** From the mail around it, where there is one. */
  mail?: { from?: Party; to?: Party[]; at?: string }
}

export type OpeningFact = {
  kind: 'opening'
  /** Identity at its source: `greenhouse:token:id`, the posting's identifier or URL. */
  key: string
  /** The board it stands on; the openings of a board that are missing from its next full listing are closed. */
  board?: { provider: 'greenhouse' | 'lever' | 'ashby'; token: string }
  organization: OrganizationName
  title: string
  description?: string
  department?: string
  location?: string
  remote?: boolean
  employmentType?: string
  salary?: { min?: number; max?: number; currency?: string; per?: string }
  url?: string
  postedOn?: PartialDate
  /** Last day on which it is open (`validThrough`). */
  until?: PartialDate
  closed?: boolean
}

/** What a parser is told about the file, besides its bytes. */
export type ReadContext = {
  name: string
  now: Date
  /** For lists: column -> field (see csv.ts); found from the header when absent. */
  mapping?: Record<string, string>
  /** For boards that name nobody: whose board it is. */
  organization?: string
}

/** The first bytes of a file, decoded as well as they can be, for recognition by content. */
export type Head = { name: string; bytes: Uint8Array; text: string }

/**
 * A format of files. `read` throws `IntakeError` only when the file as a whole cannot be read (naming the place);
 * whatever concerns one row, card, component or posting is an item.
 */
export type Format = {
  kind: string
  says: string
  recognizes(head: Head): boolean
  read(bytes: Uint8Array, context: ReadContext): Iterable<Item> | AsyncIterable<Item>
}

/** A file that cannot be read as a whole: one sentence with the file's name and the place. */
export class IntakeError extends Error {
  override name = 'IntakeError'
}
