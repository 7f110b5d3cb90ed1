import { Badge } from '@mantine/core'
import type { Answer } from '../client.ts'
import { AskIntroduction } from '../parts/ask-introduction.tsx'
import { LimitsBroken } from '../parts/limits-broken.tsx'
import { PathLine } from '../parts/path-line.tsx'
import { OrganizationLink } from '../parts/person-link.tsx'
import { Reach } from '../parts/reach.tsx'
import { day, figure } from '../parts/when.ts'
import { Why } from '../parts/why.tsx'
import { t } from '../texts/index.ts'
import { lastWeek } from './asked.ts'
import styles from './openings.module.css'

type Row = Answer<'opening.list'>['openings'][number]

/** An opening: how near, whom you know there, and the way to it. */
export function OpeningRow({ row }: { row: Row }) {
  const { opening, reach, fit, fitBecause, path, limits } = row
  return (
    <article className="stack" style={{ gap: '0.5rem' }}>
      <div className={styles.head}>
        <div>
          <h2 className={`${styles.title} wrap`}>
            {opening.title} · <OrganizationLink organization={opening.organization} /> <Marks row={row} />
          </h2>
          <Facts row={row} />
        </div>
        <Reach strength={reach} />
      </div>
      <LimitsBroken limits={limits} />
      {path && <PathLine path={path} />}
      <div className={styles.deeper}>
        {path ? (
          <Why path={path}>
            <p>{fit === null ? fitBecause : `${t.doors.fit(figure(fit))} ${fitBecause}`}</p>
          </Why>
        ) : (
          <details className={styles.fit}>
            <summary>{t.openings.why}</summary>
            <p>{fit === null ? fitBecause : `${t.doors.fit(figure(fit))} ${fitBecause}`}</p>
            <p>{t.openings.noWay}</p>
          </details>
        )}
        {path && row.ended === null && <AskIntroduction target={opening.id} path={path} />}
      </div>
    </article>
  )
}

function Marks({ row: { ended, firstSeen } }: { row: Row }) {
  if (ended) return <Badge variant="default">{t.openings[ended]}</Badge>
  if (firstSeen.slice(0, 10) >= lastWeek()) return <Badge variant="default">{t.openings.new}</Badge>
  return null
}

function Facts({ row }: { row: Row }) {
  const { opening, contacts, contactsNow, fit, firstSeen, until, ended } = row
  const facts = [
    opening.location,
    contacts > 0 ? t.openings.know(contacts, contactsNow) : t.openings.knowNobody,
    fitWord(fit),
    t.openings.seen(day(firstSeen)),
    until && !ended ? t.openings.until(day(until)) : null,
  ]
  return (
    <p className="small quiet wrap">
      {facts.filter(Boolean).join(' · ')}
      {opening.url && (
        <>
          {' · '}
          <a href={opening.url} rel="noreferrer" target="_blank">
            {t.openings.posting}
          </a>
        </>
      )}
    </p>
  )
}

function fitWord(fit: number | null): string {
  if (fit === null) return t.openings.unknownFit
  if (fit >= 0.6) return t.openings.close
  return fit >= 0.3 ? t.openings.related : t.openings.unlike
}
