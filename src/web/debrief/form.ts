import type { Answer, Input } from '../client.ts'

type Prepared = Answer<'meeting.prepare'>

export type Call = 'yes' | 'no' | 'unsure'
export type MetForm = {
  person: string
  name: string
  met: boolean
  chemistry: number | null
  call: Call | null
}
export type FollowUpForm = {
  key: string
  kind: 'promised-to-me' | 'promised-by-me' | 'thank-you'
  person: string
  says: string
  dueOn: string
}
export type MentionForm = { key: string; title: string; organization: string; by: string }
export type DebriefValues = {
  /** The meeting whose debrief is corrected; else the one that was held last. */
  meeting?: string
  enthusiasm: number | null
  met: MetForm[]
  followUps: FollowUpForm[]
  openings: MentionForm[]
  note: string
}

/** Interviewers are taken as met until one says otherwise. */
export const emptyDebrief = (meeting: Prepared): DebriefValues => ({
  enthusiasm: null,
  met: meeting.room.map(({ person, role }) => ({
    ...{ person: person.id, name: person.name, met: role === 'interviewer', chemistry: null, call: null },
  })),
  followUps: [],
  openings: [],
  note: '',
})

/** What was taken back, as the form had it: whoever else is of the room was not met. */
export const writtenBefore = (
  { meeting, was }: Answer<'debrief.take-back'>,
  room: readonly { id: string; name: string }[],
): DebriefValues => ({
  ...{ meeting, enthusiasm: was.enthusiasm, note: was.note ?? '' },
  met: [
    ...was.met.map(({ person, name, chemistry, wouldTakeCall }) => ({
      ...{ person, name, met: true, chemistry },
      call: wouldTakeCall === null ? null : wouldTakeCall ? ('yes' as const) : ('no' as const),
    })),
    ...room
      .filter(({ id }) => was.met.every(({ person }) => person !== id))
      .map(({ id, name }) => ({ ...{ person: id, name, met: false, chemistry: null, call: null } })),
  ],
  followUps: was.followUps.map(({ person, ...one }) => ({
    ...one,
    ...{ key: crypto.randomUUID(), person: person ?? '' },
  })),
  openings: was.openings.map(({ by, ...one }) => ({ ...one, key: crypto.randomUUID(), by: by ?? '' })),
})

/** What the form says, as the capability wants it; rows left empty are left out. */
export function debriefInput(invitation: string, values: DebriefValues): Input<'meeting.debrief'> {
  const met = values.met.filter((one) => one.met)
  const calls = (call: Call) => met.filter((one) => one.call === call).map(({ person }) => person)
  return {
    invitation: values.meeting ?? invitation,
    enthusiasm: values.enthusiasm ?? 0,
    met: met.map(({ person, chemistry }) => (chemistry === null ? person : `${person}=${chemistry}`)),
    wouldTakeCall: calls('yes'),
    wouldNotTakeCall: calls('no'),
    followUps: values.followUps.filter(({ says }) => says.trim()).map(followUp),
    openings: values.openings
      .filter(({ title, organization }) => title.trim() && organization.trim())
      .map(({ title, organization, by }) => ({ title, organization, ...(by ? { by } : {}) })),
    ...(values.note.trim() ? { note: values.note } : {}),
  }
}

const followUp = ({ kind, says, person, dueOn }: FollowUpForm) => ({
  ...{ kind, says },
  ...(person ? { person } : {}),
  ...(dueOn ? { dueOn } : {}),
})
