import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { OrganizationLink } from '../parts/person-link.tsx'
import { Section } from '../parts/section.tsx'
import { day, figure, meetingTime, momentThere } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import styles from './invitations.module.css'
import { Remove } from './remove.tsx'
import { AddRound, ChangeMeeting } from './rounds.tsx'
import { isHeld, type Shown, type Worth } from './types.ts'

/** Last: when, where, for what, and where all this comes from. */
export function Details({
  shown,
  assumptions,
}: {
  shown: Shown
  assumptions: Worth['assumptions'] | undefined
}) {
  return (
    <Section title={t.details.title}>
      <dl className={`${styles.facts} sheet`}>
        {shown.meetings.map((meeting) => (
          <Meeting
            key={meeting.id}
            meeting={meeting}
            isOnly={shown.meetings.length === 1}
            isPast={isHeld(shown)}
          />
        ))}
        {shown.organization && (
          <Fact says={t.details.organization}>
            <OrganizationLink organization={shown.organization} />
          </Fact>
        )}
        <Fact says={t.details.role}>{shown.role ?? t.details.unknown}</Fact>
        <Fact says={t.details.received}>{day(shown.receivedAt)}</Fact>
        <Fact says={t.details.origin}>{shown.origin}</Fact>
        <Fact says={t.details.lineage}>
          <Link to="/lineage/$id" params={{ id: shown.id }}>
            {t.details.lineageSays}
          </Link>
        </Fact>
      </dl>
      {!isHeld(shown) && <AddRound shown={shown} />}
      <Decisions shown={shown} />
      {assumptions && <Assumptions assumptions={assumptions} />}
      {!shown.removed && <Remove shown={shown} />}
    </Section>
  )
}

function Fact({ says, children }: { says: string; children: ReactNode }) {
  return (
    <>
      <dt>{says}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Meeting({
  meeting,
  isOnly,
  isPast,
}: {
  meeting: Shown['meetings'][number]
  isOnly: boolean
  isPast: boolean
}) {
  const there = meeting.startsAt && momentThere(meeting.startsAt, meeting.timeZone)
  return (
    <>
      <Fact says={t.details.when(meeting.round)}>
        {meetingTime(meeting) ?? t.list.noTime}
        {meeting.cancelled && ` (${t.states.cancelled})`}
        {there && <div className="small quiet">{there}</div>}
        {meeting.title && <div className="small quiet wrap">{meeting.title}</div>}
        {!isPast && <ChangeMeeting meeting={meeting} isOnly={isOnly} />}
      </Fact>
      {meeting.place && <Fact says={t.details.place}>{meeting.place}</Fact>}
    </>
  )
}

function Decisions({ shown: { decisions } }: { shown: Shown }) {
  if (decisions.length === 0) return null
  return (
    <ul className="small quiet">
      {decisions.map(({ verdict, reason, note, at }) => (
        <li key={at} className="wrap">
          {t.details.decided(day(at), verdict, reason)}
          {note ? ` “${note}”` : ''}
        </li>
      ))}
    </ul>
  )
}

function Assumptions({ assumptions }: { assumptions: Worth['assumptions'] }) {
  return (
    <details className="small">
      <summary>{t.details.assumptions}</summary>
      <dl className={styles.facts} style={{ gridTemplateColumns: '3.5rem 1fr', paddingTop: '0.75rem' }}>
        {assumptions.map(({ name, value, origin }) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{figure(value)}</dt>
            <dd>
              {name} <span className="quiet">· {origin}</span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
