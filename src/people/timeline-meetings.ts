import { sql } from 'kysely'
import { dateInWords, said } from '../language.ts'
import type { Part } from './timeline-item.ts'

// What a timeline tells of meetings and what came of them: introductions, letters, promises. What was taken back is
// told once, as taken back.

export const meetings: Part = async ({ tx }, person) => {
  const { rows } = await sql<{
    id: string
    at: Date
    invitation: string
    place: string | null
    chemistry: number | null
    isBack: boolean
  }>`
    select meeting.id, coalesce(back.at, meeting.starts_at, debrief.at) as at, invitation.id as invitation,
           organization.name as place, chemistry, back.id is not null as "isBack"
    from debrief_person
    join debrief on debrief.id = debrief_id join meeting on meeting.id = debrief.meeting_id
    join invitation on invitation.id = meeting.invitation_id
    left join organization on organization.id = invitation.organization_id
    left join taken_back as back on back.debrief_id = debrief.id
    where debrief_person.person_id = ${person}`.execute(tx)
  return rows.map(({ at, place, chemistry, invitation, isBack, ...row }) => ({
    ...{
      id: row.id,
      at: at.toISOString(),
      kind: 'meeting' as const,
      leads: { to: 'invitation', id: invitation },
    },
    says: isBack ? debriefBackInWords(place) : metInWords(place, chemistry),
  }))
}

const metInWords = (place: string | null, chemistry: number | null): string =>
  said({
    en: `Met${place ? ` at ${place}` : ''}${chemistry ? `, chemistry ${chemistry} of 5` : ''}`,
    de: `Getroffen${place ? ` bei ${place}` : ''}${chemistry ? `, Chemie ${chemistry} von 5` : ''}`,
  })

const debriefBackInWords = (place: string | null): string =>
  said({
    en: `You took back what you wrote of a meeting${place ? ` at ${place}` : ''}`,
    de: `Sie haben zurückgenommen, was Sie über ein Treffen${place ? ` bei ${place}` : ''} geschrieben hatten`,
  })

export const introductions: Part = async ({ tx }, person) => {
  const { rows } = await sql<{
    id: string
    at: Date
    state: string
    note: string | null
    isTarget: boolean
    isBack: boolean
    introduction: string
    isHeld: boolean
    target: string
  }>`
    select introduction_state.id, coalesce(back.at, introduction_state.at) as at, state, back.id is not null as "isBack", introduction.id as introduction, introduction_held.id is not null as "isHeld",
           introduction.target = ${person} as "isTarget", person.name as target
    from introduction join introduction_state on introduction_id = introduction.id join person on person.id = introduction.target
    left join introduction_held on introduction_held.id = introduction.id
    left join taken_back as back on back.introduction_state_id = introduction_state.id
    where ${person} = any(introduction.path) and introduction.seeker <> ${person}`.execute(tx)
  return rows.map((row) => ({
    ...{ id: row.id, at: row.at.toISOString(), kind: 'introduction' as const },
    leads: row.isHeld ? { to: 'introduction', id: row.introduction } : null,
    says: `${introductionInWords(row.isTarget, row.target)}: ${stepInWords(row)}`,
  }))
}

const stepInWords = ({ state, isBack }: { state: string; isBack: boolean }): string => {
  const step = stateInWords(state)
  return isBack ? said({ en: `"${step}" taken back`, de: `„${step}“ zurückgenommen` }) : step
}

const introductionInWords = (isTarget: boolean, target: string): string =>
  isTarget
    ? said({ en: 'Introduction to them', de: 'Vorstellung bei dieser Person' })
    : said({
        en: `Introduction to ${target}, through them`,
        de: `Vorstellung bei ${target}, über diese Person`,
      })

const STATES: Readonly<Record<string, string>> = {
  draft: 'Entwurf',
  asked: 'gefragt',
  'connector-agreed': 'Vermittlung zugesagt',
  'target-agreed': 'Ziel einverstanden',
  introduced: 'vorgestellt',
  met: 'getroffen',
  declined: 'abgelehnt',
  'no-answer': 'keine Antwort',
}
const stateInWords = (state: string): string =>
  said({ en: state.replaceAll('-', ' '), de: STATES[state] ?? state })

export const letters: Part = async ({ tx }, person) => {
  const { rows } = await sql<{ id: string; at: Date; invitation: string }>`
    select letter.id, letter.at, meeting.invitation_id as invitation from letter
    join follow_up on follow_up.id = follow_up_id join debrief_held as debrief on debrief.id = debrief_id
    join meeting on meeting.id = meeting_id where follow_up.person_id = ${person}`.execute(tx)
  return rows.map((row) => ({
    ...{ id: row.id, at: row.at.toISOString(), kind: 'letter' as const },
    says: said({ en: 'You wrote to them', de: 'Sie haben geschrieben' }),
    leads: { to: 'invitation', id: row.invitation },
  }))
}

/** Promises and reminders, as they were added, put off and done. */
export const followUps: Part = async ({ tx }, person) => {
  const { rows } = await sql<{
    id: string
    at: Date
    what: string
    due: string
    says: string
    invitation: string | null
  }>`
    select event.id, event.at, what, due, says, meeting.invitation_id as invitation
    from follow_up_held as follow_up
    join (
      select id as of, id, added_at as at, 'added' as what, concat_ws(' ', due_on, due_time) as due from follow_up
      union all select follow_up_id, id, at, what, due from follow_up_event where what <> 'told'
    ) as event on event.of = follow_up.id
    left join debrief on debrief.id = debrief_id left join meeting on meeting.id = meeting_id
    where follow_up.person_id = ${person}`.execute(tx)
  return rows.map(({ at, what, due, says, invitation, ...row }) => ({
    ...{ id: row.id, at: at.toISOString(), kind: 'follow-up' as const },
    says: `${followUpInWords(what, due)}: ${says}`,
    leads: invitation ? { to: 'invitation', id: invitation } : null,
  }))
}

function followUpInWords(what: string, dueText: string): string {
  const [on = '', time] = dueText.split(' ')
  const due = [dateInWords(on), time].filter(Boolean).join(', ')
  if (what === 'done') return said({ en: 'Done', de: 'Erledigt' })
  if (what === 'reopened') return said({ en: 'Not done after all', de: 'Doch nicht erledigt' })
  if (what === 'put-off') return said({ en: `Put off to ${due}`, de: `Verschoben auf ${due}` })
  return said({ en: `To do by ${due}`, de: `Zu tun bis ${due}` })
}
