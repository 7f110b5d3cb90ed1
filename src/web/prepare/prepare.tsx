import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useRead } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { Page } from '../parts/page.tsx'
import { PersonLink } from '../parts/person-link.tsx'
import { Section } from '../parts/section.tsx'
import { day, meetingTime, momentThere } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import { Before } from './before.tsx'
import { CalendarButton } from './calendar-button.tsx'
import styles from './prepare.module.css'

type Prepared = Answer<'meeting.prepare'>

/** One page to take along: when and where, whom, what to ask each, what is owed. */
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
    <>
      <WhenAndWhere meeting={page.meeting} />
      <Before invitation={page.invitation} enthusiasm={page.enthusiasm} />
      <Section title={t.prepare.room}>
        {page.room.length === 0 && <p className="quiet">{t.prepare.nobody}</p>}
        <ul className="stack">
          {page.room.map((guest) => (
            <GuestCard key={guest.person.id} guest={guest} />
          ))}
        </ul>
      </Section>
      {page.owed.length > 0 && (
        <Section title={t.prepare.owed}>
          <ul className={styles.listed}>
            {page.owed.map(({ id, says, dueOn, person }) => (
              <li key={id}>
                {person && `${person.name}: `}
                {says} <span className="quiet small">({t.prepare.due(day(dueOn))})</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function WhenAndWhere({ meeting }: { meeting: Prepared['meeting'] }) {
  const there = meeting.startsAt && momentThere(meeting.startsAt, meeting.timeZone)
  return (
    <div className={styles.when}>
      <p className={styles.time}>{meetingTime(meeting) ?? t.list.noTime}</p>
      {there && <p className="quiet">{there}</p>}
      {meeting.place && <p className="wrap">{meeting.place}</p>}
    </div>
  )
}

function GuestCard({ guest }: { guest: Prepared['room'][number] }) {
  const known = [...guest.shared, ...guest.career]
  return (
    <li className="sheet stack">
      <div>
        <h3>
          <PersonLink person={guest.person} />
        </h3>
        <p className="quiet small">
          {[guest.title, guest.known ? t.room.known : t.room.new].filter(Boolean).join(' · ')}
        </p>
      </div>
      {known.length > 0 && (
        <ul className={`${styles.listed} small`}>
          {known.map((says) => (
            <li key={says}>{says}</li>
          ))}
        </ul>
      )}
      <div>
        <p className="small quiet">{t.prepare.ask}</p>
        <ul className={styles.listed}>
          {guest.ask.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      </div>
    </li>
  )
}
