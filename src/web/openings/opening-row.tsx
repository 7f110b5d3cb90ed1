import type { Answer } from '../client.ts'
import { AskIntroduction } from '../parts/ask-introduction.tsx'
import { PathLine } from '../parts/path-line.tsx'
import { OrganizationLink } from '../parts/person-link.tsx'
import { Reach } from '../parts/reach.tsx'
import { day, figure } from '../parts/when.ts'
import { Why } from '../parts/why.tsx'
import { t } from '../texts/index.ts'

type Row = Answer<'opening.list'>['openings'][number]

/** An opening: how near, whom you know there, and the way to it. */
export function OpeningRow({ row }: { row: Row }) {
  const { opening, reach, contacts, fit, fitBecause, firstSeen, path } = row
  return (
    <li className="stack">
      <div className="spread">
        <div>
          <h2 style={{ fontSize: '1rem' }} className="wrap">
            {opening.title} · <OrganizationLink organization={opening.organization} />
          </h2>
          <p className="small quiet">
            {[
              opening.location,
              contacts > 0 ? t.openings.contacts(contacts) : null,
              fit === null ? null : fitWord(fit),
              t.openings.seen(day(firstSeen)),
            ]
              .filter(Boolean)
              .join(' · ')}
            {opening.url && (
              <>
                {' · '}
                <a href={opening.url} rel="noreferrer" target="_blank">
                  {t.openings.posting}
                </a>
              </>
            )}
          </p>
        </div>
        <Reach strength={reach} />
      </div>
      {path && (
        <>
          <PathLine path={path} />
          <Why path={path}>
            <p>{fit === null ? fitBecause : `${t.doors.fit(figure(fit))} ${fitBecause}`}</p>
          </Why>
          <AskIntroduction target={opening.id} path={path} />
        </>
      )}
    </li>
  )
}

const fitWord = (fit: number): string =>
  fit >= 0.6 ? t.openings.close : fit >= 0.3 ? t.openings.related : t.openings.unlike
