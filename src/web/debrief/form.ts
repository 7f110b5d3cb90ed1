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

/** What the form says, as the capability wants it; rows left empty are left out. */
export function debriefInput(invitation: string, values: DebriefValues): Input<'meeting.debrief'> {
  const met = values.met.filter((one) => one.met)
  const calls = (call: Call) => met.filter((one) => one.call === call).map(({ person }) => person)
  return {
    invitation,
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
