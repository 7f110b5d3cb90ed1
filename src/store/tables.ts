import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Id } from './ids.ts'

// The tables of schema/*.sql as TypeScript sees them. Text that ends in `_date` or `_on` is a date as precise as known.

type Json = JSONColumnType<Record<string, unknown>>
type JsonOrNull<T> = ColumnType<T | null, string | null, string | null>
type Time = Date
/** Kept as text; the gate knows what each may. */
type Role = 'owner' | 'consultant' | 'researcher' | 'adviser' | 'candidate' | 'client-contact' | 'member'
/** Set once by the gate from the scope; every tenant row carries it. */
type Scoped = { workspace_id: Id<'workspace'> }

export type WorkspaceTable = {
  id: Id<'workspace'>
  kind: 'personal' | 'firm' | 'programme'
  name: string
  me: Id<'person'> | null
  settings: Json
  disclosure: Generated<'counts' | 'organizations' | 'names'>
  version: number
  facts_version: number
  created_at: Time
}

export type MemberTable = Scoped & {
  id: Id<'member'>
  email: string
  name: string
  role: Role
  person_id: Id<'person'> | null
  added_at: Time
  entered_at: Time | null
  ended_at: Time | null
}

export type MandateTable = Scoped & {
  id: Id<'mandate'>
  title: string
  client_id: Id<'organization'>
  opening_id: Id<'opening'> | null
  brief: string | null
  engagement: 'retained' | 'contingent' | 'interim' | 'advisory'
  fee: string | null
  starts_on: string | null
  due_on: string | null
  confidential: boolean
  created_at: Time
}

export type MandateStateTable = Scoped & {
  id: Id<'mandate-state'>
  mandate_id: Id<'mandate'>
  state: 'open' | 'on-hold' | 'placed' | 'cancelled' | 'terminated' | 'no-contract'
  note: string | null
  by_member: Id<'member'> | null
  at: Time
}

export type MandateTeamTable = Scoped & {
  mandate_id: Id<'mandate'>
  member_id: Id<'member'>
  part: 'lead' | 'team'
  added_at: Time
}

export type ClientContactTable = Scoped & {
  mandate_id: Id<'mandate'>
  person_id: Id<'person'>
  part: string | null
  released: Generated<boolean>
}

export type CandidacyTable = Scoped & {
  id: Id<'candidacy'>
  mandate_id: Id<'mandate'>
  person_id: Id<'person'>
  source: 'research' | 'network' | 'introduction' | 'recommended' | 'applied' | 'import' | 'own-pool'
  source_person: Id<'person'> | null
  moves: number
  told_at: Time | null
  override: string | null
  added_at: Time
}

export type CandidacyStateTable = Scoped & {
  id: Id<'candidacy-state'>
  candidacy_id: Id<'candidacy'>
  stage:
    | 'longlist'
    | 'approached'
    | 'interested'
    | 'shortlist'
    | 'presented'
    | 'interviewing'
    | 'offered'
    | 'placed'
    | 'they-declined'
    | 'we-declined'
    | 'withdrawn'
  reason: string | null
  note: string | null
  by_member: Id<'member'> | null
  at: Time
}

export type ShareField = 'name' | 'work' | 'career' | 'summary' | 'salary' | 'documents'

export type CandidacyShareTable = Scoped & {
  id: Id<'candidacy-share'>
  candidacy_id: Id<'candidacy'>
  fields: ShareField[]
  summary: string | null
  salary: string | null
  by_member: Id<'member'> | null
  at: Time
}

export type ShareDocumentTable = Scoped & {
  share_id: Id<'candidacy-share'>
  document_id: Id<'document'>
}

export type ClientWordTable = Scoped & {
  id: Id<'client-word'>
  candidacy_id: Id<'candidacy'>
  side: 'client' | 'firm'
  kind: 'comment' | 'yes' | 'no' | 'more'
  says: string | null
  by_name: string
  by_member: Id<'member'> | null
  at: Time
}

export type ClientReportTable = Scoped & {
  id: Id<'client-report'>
  mandate_id: Id<'mandate'>
  content: Json
  by_member: Id<'member'> | null
  at: Time
}

export type PlacementTable = Scoped & {
  /** That of the answer by which the offer was accepted. */
  id: Id<'outcome'>
  candidacy_id: Id<'candidacy'>
  starts_on: string
  fee: string | null
  guarantee_until: string | null
  by_member: Id<'member'> | null
  at: Time
}

export type CriterionTable = Scoped & {
  id: Id<'criterion'>
  mandate_id: Id<'mandate'>
  place: number
  name: string
  weight: number
}

export type ScorecardTable = Scoped & {
  id: Id<'scorecard'>
  candidacy_id: Id<'candidacy'>
  by_member: Id<'member'>
  note: string | null
  at: Time
}

export type ScorecardMarkTable = Scoped & {
  scorecard_id: Id<'scorecard'>
  criterion_id: Id<'criterion'>
  mark: number
}

export type TargetOrganizationTable = Scoped & {
  id: Id<'target-organization'>
  mandate_id: Id<'mandate'>
  organization_id: Id<'organization'>
  note: string | null
  by_member: Id<'member'> | null
  at: Time
}

export type OffLimitsTable = Scoped & {
  id: Id<'off-limits'>
  person_id: Id<'person'> | null
  organization_id: Id<'organization'> | null
  with_group: boolean
  effect: 'warn' | 'block'
  because: string
  until_date: string | null
  by_member: Id<'member'> | null
  at: Time
  lifted_at: Time | null
}

export type ObjectionTable = Scoped & {
  id: Id<'objection'>
  person_id: Id<'person'>
  about: string
  says: string
  at: Time
  answer: string | null
  answered_by: Id<'member'> | null
  answered_at: Time | null
}

export type DeskViewTable = Scoped & {
  id: Id<'desk-view'>
  mandate_id: Id<'mandate'> | null
  name: string
  query: Json
  by_member: Id<'member'>
  shared: boolean
  at: Time
}

export type SessionTable = {
  token_hash: Buffer
  workspace_id: Id<'workspace'>
  member_id: Id<'member'> | null
  created_at: Time
  expires_at: Time
}
export type StartLinkTable = {
  token_hash: Buffer
  workspace_id: Id<'workspace'>
  member_id: Id<'member'> | null
  expires_at: Time
  used_at: Time | null
}

export type ApiTokenTable = Scoped & {
  id: Id<'api-token'>
  token_hash: Buffer
  member_id: Id<'member'> | null
  name: string
  only_these: string[] | null
  created_at: Time
  expires_at: Time | null
  revoked_at: Time | null
}

export type OriginTable = Scoped & { id: Id<'origin'>; kind: string; name: string; at: Time }

export type SourceRecordTable = Scoped & {
  source: string
  key: string
  digest: string
  subject: string | null
  origin_id: Id<'origin'>
}

export type RequestKeyTable = Scoped & {
  key: string
  capability: string
  sender: Generated<string>
  answer: JsonOrNull<unknown>
  at: Time
}

export type ListTemplateTable = Scoped & {
  id: Id<'list-template'>
  name: string
  mapping: JSONColumnType<Record<string, string>>
  at: Time
}

export type ImportRunTable = Scoped & {
  id: Id<'import-run'>
  name: string
  digest: Buffer
  mapping: JSONColumnType<Record<string, string>>
  state: 'running' | 'stopped' | 'done'
  total: number
  next: Generated<number>
  created: Generated<number>
  updated: Generated<number>
  unchanged: Generated<number>
  erased: Generated<number>
  origin_id: Id<'origin'>
  at: Time
}

export type DocumentTable = Scoped & {
  id: Id<'document'>
  name: string
  kind: 'pdf' | 'docx'
  bytes: Buffer
  digest: Buffer
  person_id: Id<'person'> | null
  confirmed_at: Time | null
  origin_id: Id<'origin'>
}

export type AuditTable = Scoped & {
  id: Id<'audit'>
  at: Time
  actor: string
  member_id: Id<'member'> | null
  door: string
  capability: string
  subject: Json
}

export type PersonTable = Scoped & {
  id: Id<'person'>
  name: string
  given_name: string | null
  family_name: string | null
  headline: string | null
  summary: string | null
  location: string | null
  notes: string | null
  skills: string[]
  tags: string[]
  extra: Json
  /** The record that it went into; itself, once the person is erased. */
  merged_into: Id<'person'> | null
  origin_id: Id<'origin'>
  created_at: Time
  erased_at: Generated<Time | null>
}

export type ErasureTable = Scoped & {
  id: Id<'erasure'>
  because: 'asked' | 'no-basis' | 'retention' | 'other'
  by_member: Id<'member'> | null
  gone: number
  kept: number
  replaced: number
  at: Time
  purged_at: Generated<Time | null>
}

export type PersonBasisTable = Scoped & {
  id: Id<'person-basis'>
  person_id: Id<'person'>
  basis: 'legitimate-interest' | 'consent' | 'contract' | 'legal-obligation'
  purpose: string
  by_member: Id<'member'> | null
  at: Time
}

export type PersonInformedTable = Scoped & {
  id: Id<'person-informed'>
  person_id: Id<'person'>
  says: string
  by_member: Id<'member'> | null
  at: Time
}

export type NotToPresentTable = Scoped & {
  person_id: Id<'person'>
  organization_id: Id<'organization'>
  at: Time
}

export type RetentionTable = Scoped & {
  id: Id<'retention'>
  months: number
  silent_days: number
  by_member: Id<'member'> | null
  at: Time
}

export type RetentionStepTable = Scoped & {
  id: Id<'retention-step'>
  person_id: Id<'person'>
  step: 'asked' | 'kept'
  says: string
  by_member: Id<'member'> | null
  at: Time
}

export type ErasedKeyTable = Scoped & { hash: Buffer }

export type ErasureWishTable = Scoped & {
  id: Id<'erasure-request'>
  person_id: Id<'person'>
  at: Time
  answer: Generated<string | null>
  answered_at: Generated<Time | null>
}

export type PersonKeyTable = Scoped & {
  kind: 'email' | 'profile-url' | 'phone'
  value: string
  person_id: Id<'person'>
  origin_id: Id<'origin'>
}

export type OrganizationTable = Scoped & {
  id: Id<'organization'>
  name: string
  match_name: string
  domain: string | null
  url: string | null
  industry: string | null
  head_count: number | null
  parent_id: Id<'organization'> | null
  origin_id: Id<'origin'>
  created_at: Time
}

export type UnitTable = Scoped & { organization_id: Id<'organization'>; name: string; head_count: number }

export type PositionTable = Scoped & {
  id: Id<'position'>
  person_id: Id<'person'>
  organization_id: Id<'organization'>
  title: string | null
  unit: string | null
  site: string | null
  from_date: string | null
  to_date: string | null
  ended: boolean
  seen_on: string
  origin_id: Id<'origin'>
}

export type ConnectionTable = Scoped & {
  a: Id<'person'>
  b: Id<'person'>
  since: string | null
  origin_id: Id<'origin'>
}

export type ContactTable = Scoped & {
  id: Id<'contact'>
  channel: 'message' | 'mail' | 'calendar' | 'connection-request'
  from_person: Id<'person'>
  to_person: Id<'person'>
  at: Time
  origin_id: Id<'origin'>
}

export type RecommendationTable = Scoped & {
  id: Id<'recommendation'>
  from_person: Id<'person'>
  to_person: Id<'person'>
  given_on: string | null
  origin_id: Id<'origin'>
}

export type TieSays =
  | 'know-well'
  | 'would-take-call'
  | 'would-not-take-call'
  | 'do-not-know'
  | 'do-not-use'
  | 'veto-withdrawn'

/** A word that counts: said, and not taken back. */
export type HeldTieWord = Scoped & {
  id: Id<'tie-word'>
  a: Id<'person'>
  b: Id<'person'>
  says: TieSays
  by_person: Id<'person'> | null
  at: Time
}

export type TieWordTable = Omit<HeldTieWord, 'says'> & {
  says: TieSays | 'unsaid'
  takes_back: Generated<Id<'tie-word'> | null>
}

export type OpeningTable = Scoped & {
  id: Id<'opening'>
  organization_id: Id<'organization'>
  title: string
  description: string | null
  department: string | null
  location: string | null
  remote: boolean | null
  employment_type: string | null
  salary: JsonOrNull<{ min?: number; max?: number; currency?: string; per?: string }>
  url: string | null
  board: string | null
  posted_on: string | null
  until_date: string | null
  first_seen: Time
  closed_at: Time | null
  origin_id: Id<'origin'>
}

export type LookAlikeTable = Scoped & {
  a: Id<'person'>
  b: Id<'person'>
  because: string
  state: 'open' | 'same' | 'different'
  at: Time
}

export type PersonMergeTable = Scoped & {
  id: Id<'person-merge'>
  gone: Id<'person'>
  stays: Id<'person'>
  people: Id<'person'>[]
  at: Time
  undone_at: Time | null
}

export type MergeJournalTable = Scoped & {
  merge_id: Id<'person-merge'>
  number: number
  table_name: string
  key: Json
  before: JsonOrNull<Record<string, unknown>>
  after: JsonOrNull<Record<string, unknown>>
}

export type GraphChangeTable = Scoped & {
  number: Generated<number>
  transaction: Generated<string>
  at: Generated<Time>
  kind: 'person' | 'organization' | 'unit' | 'position' | 'pair' | 'opening' | 'whole'
  ids: string[]
  others: string[]
}

export type ValueStanceTable = Scoped & {
  id: Id<'value-stance'>
  person_id: Id<'person'>
  sector: string | null
  stance: 'never' | 'only if' | 'fine' | null
  sealed: Generated<Buffer | null>
  at: Time
}

export type LimitKind = 'place' | 'time' | 'days' | 'present-employer' | 'pay'

/** What a limit allows, by its kind; the fields of other kinds are absent. */
export type LimitRule = {
  places?: string[]
  remote?: boolean
  employment?: string[]
  days?: number[]
  least?: number
  currency?: string
  per?: string
}

export type HardLimitTable = Scoped & {
  id: Id<'hard-limit'>
  person_id: Id<'person'>
  kind: LimitKind
  rule: JsonOrNull<LimitRule>
  at: Time
}

export type OrganizationWordTable = Scoped & {
  id: Id<'organization-word'>
  organization_id: Id<'organization'>
  person_id: Id<'person'>
  says: 'know-thoroughly' | 'do-not-know' | 'does'
  text: string | null
  at: Time
}

export type InvitationTable = Scoped & {
  id: Id<'invitation'>
  seeker: Id<'person'> | null
  uid: string | null
  organization_id: Id<'organization'> | null
  opening_id: Id<'opening'> | null
  role: string | null
  came_from: Id<'introduction'> | null
  outside_field: boolean | null
  cancelled_at: Time | null
  removed_at: Time | null
  received_at: Time
  origin_id: Id<'origin'>
  /** Whom the firm invites it for, why to meet, when they were asked and by whom. */
  candidacy_id: Generated<Id<'candidacy'> | null>
  pitch: Generated<string | null>
  sent_at: Generated<Date | null>
  by_member: Generated<Id<'member'> | null>
}

export type MeetingTable = Scoped & {
  id: Id<'meeting'>
  invitation_id: Id<'invitation'>
  round: number
  title: string | null
  recurrence_id: string | null
  sequence: number
  stamp: Time | null
  starts_at: Time | null
  ends_at: Time | null
  on_day: string | null
  time_zone: string | null
  place: string | null
  cancelled_at: Time | null
}

export type RoomRole = 'interviewer' | 'coordinator' | 'recruiter' | 'robot'
export type RoomTable = Scoped & {
  invitation_id: Id<'invitation'>
  person_id: Id<'person'>
  role: RoomRole
  /** The debrief that seated them, if one did. */
  debrief_id: Id<'debrief'> | null
}

export type RoundGuestTable = Scoped & { meeting_id: Id<'meeting'>; person_id: Id<'person'> }

export type DecisionTable = Scoped & {
  id: Id<'decision'>
  invitation_id: Id<'invitation'>
  verdict: 'take' | 'refuse' | 'back'
  reason: string | null
  note: string | null
  advice: string
  clause: string
  forgone: JsonOrNull<Record<string, unknown>>
  by_name: Generated<string | null>
  at: Time
}

export type HirerWordTable = Scoped & {
  id: Id<'hirer-word'>
  meeting_id: Id<'meeting'>
  moment: 'before' | 'after'
  enthusiasm: number
  chemistry: number | null
  note: string | null
  person_id: Id<'person'> | null
  by_member: Id<'member'> | null
  at: Time
}

export type AnswerLinkTable = Scoped & {
  id: Id<'answer-link'>
  invitation_id: Id<'invitation'>
  token_hash: Buffer
  created_at: Time
  expires_at: Time
}

export type EnthusiasmTable = Scoped & {
  id: Id<'enthusiasm'>
  meeting_id: Id<'meeting'>
  moment: 'before' | 'after'
  value: number
  debrief_id: Id<'debrief'> | null
  at: Time
}

export type DebriefTable = Scoped & {
  id: Id<'debrief'>
  meeting_id: Id<'meeting'>
  side: 'candidate' | 'hirer'
  note: string | null
  origin_id: Id<'origin'> | null
  at: Time
}

export type DebriefPersonTable = Scoped & {
  debrief_id: Id<'debrief'>
  person_id: Id<'person'>
  chemistry: number | null
  would_take_call: boolean | null
}

export type FollowUpTable = Scoped & {
  id: Id<'follow-up'>
  /** Null for a reminder of one's own. */
  debrief_id: Id<'debrief'> | null
  person_id: Id<'person'> | null
  kind: 'promised-to-me' | 'promised-by-me' | 'thank-you' | 'reminder'
  says: string
  due_on: string
  /** HH:MM on the clock of `time_zone`; both or neither. */
  due_time: string | null
  time_zone: string | null
  added_at: Time
  done_at: Time | null
  placement_id: Generated<Id<'outcome'> | null>
}

export type FollowUpEventTable = Scoped & {
  id: Id<'follow-up-event'>
  follow_up_id: Id<'follow-up'>
  what: 'put-off' | 'done' | 'reopened' | 'told'
  due: string
  at: Time
}

export type CalendarFeedTable = Scoped & { secret_hash: Buffer; titles: boolean; made_at: Time }

export type NoteTable = Scoped & {
  id: Id<'note'>
  person_id: Id<'person'>
  says: string
  on_day: string
  contact: boolean
  at: Time
  removed_at: Time | null
}

export type RhythmTable = Scoped & {
  id: Id<'rhythm'>
  person_id: Id<'person'>
  /** Null takes it back. */
  days: number | null
  at: Time
}

export type LetterTable = Scoped & { id: Id<'letter'>; follow_up_id: Id<'follow-up'>; says: string; at: Time }

export type MentionTable = Scoped & {
  debrief_id: Id<'debrief'>
  opening_id: Id<'opening'>
  person_id: Id<'person'> | null
}

export type IntroductionTable = Scoped & {
  id: Id<'introduction'>
  seeker: Id<'person'>
  target: Id<'person'>
  organization_id: Id<'organization'> | null
  opening_id: Id<'opening'> | null
  via_meeting: Id<'meeting'> | null
  path: Id<'person'>[]
  draft: string
  at: Time
}

export type IntroductionState =
  | 'draft'
  | 'asked'
  | 'connector-agreed'
  | 'target-agreed'
  | 'introduced'
  | 'met'
  | 'declined'
  | 'no-answer'

export type IntroductionStateTable = Scoped & {
  id: Id<'introduction-state'>
  introduction_id: Id<'introduction'>
  state: IntroductionState
  note: string | null
  at: Time
}

export type OfferTable = Scoped & {
  id: Id<'offer'>
  invitation_id: Id<'invitation'>
  says: string | null
  at: Time
}

export type OutcomeTable = Scoped & {
  id: Id<'outcome'>
  invitation_id: Id<'invitation'>
  offer_id: Id<'offer'> | null
  kind: 'offer-accepted' | 'offer-declined' | 'rejection' | 'withdrawal'
  note: string | null
  at: Time
}

/** One of the four ids is set: what does not count any more. */
export type TakenBackTable = Scoped & {
  id: Id<'taken-back'>
  introduction_state_id: Id<'introduction-state'> | null
  offer_id: Id<'offer'> | null
  outcome_id: Id<'outcome'> | null
  debrief_id: Id<'debrief'> | null
  fell_away: JsonOrNull<unknown>
  by_name: string
  at: Time
}

export type Tables = {
  workspace: WorkspaceTable
  member: MemberTable
  mandate: MandateTable
  mandate_state: MandateStateTable
  mandate_team: MandateTeamTable
  client_contact: ClientContactTable
  candidacy: CandidacyTable
  candidacy_state: CandidacyStateTable
  candidacy_share: CandidacyShareTable
  share_document: ShareDocumentTable
  client_word: ClientWordTable
  client_report: ClientReportTable
  placement: PlacementTable
  criterion: CriterionTable
  scorecard: ScorecardTable
  scorecard_mark: ScorecardMarkTable
  target_organization: TargetOrganizationTable
  off_limits: OffLimitsTable
  desk_view: DeskViewTable
  objection: ObjectionTable
  session: SessionTable
  start_link: StartLinkTable
  api_token: ApiTokenTable
  schema_version: { number: number; name: string; at: Generated<Time> }
  origin: OriginTable
  source_record: SourceRecordTable
  audit: AuditTable
  document: DocumentTable
  request_key: RequestKeyTable
  list_template: ListTemplateTable
  import_run: ImportRunTable
  person: PersonTable
  erasure: ErasureTable
  erased_key: ErasedKeyTable
  person_basis: PersonBasisTable
  person_informed: PersonInformedTable
  not_to_present: NotToPresentTable
  retention: RetentionTable
  retention_step: RetentionStepTable
  erasure_wish: ErasureWishTable
  person_key: PersonKeyTable
  organization: OrganizationTable
  unit: UnitTable
  position: PositionTable
  connection: ConnectionTable
  contact: ContactTable
  recommendation: RecommendationTable
  tie_word: TieWordTable
  tie_word_held: HeldTieWord
  opening: OpeningTable
  look_alike: LookAlikeTable
  person_merge: PersonMergeTable
  merge_journal: MergeJournalTable
  graph_change: GraphChangeTable
  value_stance: ValueStanceTable
  hard_limit: HardLimitTable
  organization_word: OrganizationWordTable
  invitation: InvitationTable
  meeting: MeetingTable
  room: RoomTable
  round_guest: RoundGuestTable
  decision: DecisionTable
  hirer_word: HirerWordTable
  answer_link: AnswerLinkTable
  enthusiasm: EnthusiasmTable
  enthusiasm_held: EnthusiasmTable
  debrief: DebriefTable
  debrief_held: DebriefTable
  debrief_person: DebriefPersonTable
  follow_up: FollowUpTable
  follow_up_held: FollowUpTable
  follow_up_event: FollowUpEventTable
  calendar_feed: CalendarFeedTable
  note: NoteTable
  rhythm: RhythmTable
  letter: LetterTable
  mention: MentionTable
  introduction: IntroductionTable
  introduction_held: IntroductionTable
  introduction_state: IntroductionStateTable
  introduction_state_held: IntroductionStateTable
  offer: OfferTable
  offer_held: OfferTable
  outcome: OutcomeTable
  outcome_held: OutcomeTable
  taken_back: TakenBackTable
}
