import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useRead } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { Letter } from '../parts/letter.tsx'
import { Page } from '../parts/page.tsx'
import { Section } from '../parts/section.tsx'
import { day, meetingTime, momentThere } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import { Before } from './before.tsx'
import { CalendarButton } from './calendar-button.tsx'
import { GuestCard } from './guest.tsx'
import styles from './prepare.module.css'

type Prepared = Answer<'meeting.prepare'>

/** One page to take along: when and where, whom, what to ask each, what to do before, what is owed. */
export function Prepare() {
  const { id } = useParams({ from: '/invitations/$id/prepare' })
  const prepared = useRead('meeting.prepare', { invitation: id })
  const name = prepared.data
    ? t.invitation.name(prepared.data.organization?.name ?? null, prepared.data.role)
    : t.waiting
  return (
    <Page
      title={t.prepare.title(name)}
      above={
        <Link to="/invitations/$id" params={{ id }}>
          {t.prepare.back}
        </Link>
      }
      actions={
        <>
          <CalendarButton invitation={id} />
          <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
            {t.prepare.print}
          </Button>
        </>
      }
    >
      <Answered of={prepared}>{(page) => <Sheet page={page} />}</Answered>
    </Page>
  )
}

function Sheet({ page }: { page: Prepared }) {
  return (
    <div className={styles.sheet}>
      <WhenAndWhere meeting={page.meeting} />
      <Before invitation={page.invitation} enthusiasm={page.enthusiasm} />
      <Plan page={page} />
      <Section title={t.prepare.room}>
        {page.room.length === 0 && <p className="quiet">{t.prepare.nobody}</p>}
        <ul className="stack">
          {page.room.map((guest) => (
            <GuestCard key={guest.person.id} guest={guest} />
          ))}
        </ul>
      </Section>
      <Owed owed={page.owed} />
    </div>
  )
}

const MINUTE = 60_000

function WhenAndWhere({ meeting }: { meeting: Prepared['meeting'] }) {
  const { startsAt, endsAt, timeZone, place, daysLeft, round, title } = meeting
  const there = startsAt && momentThere(startsAt, timeZone)
  const lasts = startsAt && endsAt ? (Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE : null
  return (
    <section className={styles.when} aria-label={t.prepare.whenWhere}>
      {(round > 1 || title) && (
        <p className="small quiet">
          {[round > 1 && t.prepare.round(round), title].filter(Boolean).join(' · ')}
        </p>
      )}
      <p className={styles.time}>
        {meetingTime(meeting) ?? t.list.noTime}
        {there && <span className="small quiet"> {t.prepare.yours}</span>}
      </p>
      {there && (
        <p>
          {there} <span className="small quiet">{t.prepare.theirs}</span>
        </p>
      )}
      <p className="wrap">
        {[place ?? t.prepare.noPlace, lasts && t.prepare.lasts(lasts)].filter(Boolean).join(' · ')}
      </p>
      {daysLeft !== null && daysLeft >= 0 && <p className="quiet">{t.prepare.left(daysLeft)}</p>}
    </section>
  )
}

/** What there is still time for: it shrinks as the day comes. */
function Plan({ page: { plan, meeting, enthusiasm } }: { page: Prepared }) {
  if (enthusiasm.locked) return null
  if (meeting.daysLeft === null) return <p className="quiet no-print">{t.prepare.noDate}</p>
  if (plan.length === 0) return null
  return (
    <Section title={t.prepare.plan} says={t.prepare.planSays}>
      <ul className={styles.listed}>
        {plan.map(({ says, daysBefore }) => (
          <li key={says}>
            {says}
            {daysBefore > 0 && (
              <span className="quiet small"> ({t.prepare.until(latest(meeting, daysBefore))})</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const DAY = 86_400_000

/** The last day on which there is time for it. */
function latest({ startsAt, onDay }: Prepared['meeting'], daysBefore: number): string {
  const at = Date.parse(startsAt ?? `${onDay}T12:00:00Z`)
  return day(new Date(at - daysBefore * DAY).toISOString())
}

function Owed({ owed }: { owed: Prepared['owed'] }) {
  if (owed.length === 0) return null
  return (
    <Section title={t.prepare.owed}>
      <ul className="sheet rows">
        {owed.map(({ id, says, dueOn, person }) => (
          <li key={id} className="stack" style={{ gap: '0.25rem' }}>
            <p className="wrap">
              {person && `${person.name}: `}
              {says} <span className="quiet small">({t.prepare.due(day(dueOn))})</span>
            </p>
            <Letter followUp={id} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
