import type { Answer } from '../client.ts'
import { OrganizationLink, PersonLink } from '../parts/person-link.tsx'
import { Reach } from '../parts/reach.tsx'
import { TieEvidence } from '../parts/tie-evidence.tsx'
import { day } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import styles from './prepare.module.css'

type Guest = Answer<'meeting.prepare'>['room'][number]
type Position = Guest['positions'][number]

/** One of the room: where they were, how you know them, whom you both know, what to ask, and room for notes on paper. */
export function GuestCard({ guest }: { guest: Guest }) {
  const { person, title, level, tie, strength } = guest
  return (
    <li className={`sheet stack ${styles.guest}`}>
      <div className="spread">
        <div>
          <h3>
            <PersonLink person={person} />
          </h3>
          <p className="quiet small">{[title, level].filter(Boolean).join(' · ')}</p>
        </div>
        {tie && <Reach strength={strength} />}
      </div>
      {guest.discretion.map((because) => (
        <p key={because} className="small">
          <strong>{t.discretion.title}:</strong> {because}
        </p>
      ))}
      <dl className={styles.facts}>
        <dt>{t.prepare.history}</dt>
        <dd>
          <History positions={guest.positions} />
        </dd>
        <dt>{t.prepare.tie}</dt>
        <dd>
          {[...(tie ? [tie.evidence[0]!.says] : []), ...guest.shared].map((says) => (
            <p key={says} className={styles.sentence}>
              {says}
            </p>
          ))}
          {tie === null && guest.shared.length === 0 && <p className="quiet">{t.prepare.noTie}</p>}
        </dd>
        <dt>{t.prepare.common}</dt>
        <dd>
          {guest.common.length === 0 ? (
            <p className="quiet">{t.prepare.noCommon}</p>
          ) : (
            <ul className={styles.inline}>
              {guest.common.map((one) => (
                <li key={one.id}>
                  <PersonLink person={one} />
                </li>
              ))}
            </ul>
          )}
        </dd>
      </dl>
      <div>
        <h4 className={styles.label}>{t.prepare.ask}</h4>
        <ul className={styles.listed}>
          {guest.ask.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      </div>
      {tie && (
        <details className="small no-print">
          <summary>{t.why.title}</summary>
          <TieEvidence title={t.why.tie(t.you, person.name)} tie={tie} />
        </details>
      )}
      <div className={styles.notes} aria-hidden="true">
        {t.prepare.notes}
      </div>
    </li>
  )
}

function History({ positions }: { positions: Position[] }) {
  if (positions.length === 0) return <p className="quiet">{t.prepare.noHistory}</p>
  return (
    <ul>
      {positions.map((position) => (
        <li key={position.organization.id + position.title + position.from}>
          <OrganizationLink organization={position.organization} />
          {position.title && `, ${position.title}`} <span className="quiet small">{spell(position)}</span>
        </li>
      ))}
    </ul>
  )
}

function spell({ from, to, current }: Position): string {
  if (current) return from ? t.prepare.since(day(from)) : t.prepare.now
  return [from && day(from), to && day(to)].filter(Boolean).join(' – ')
}
