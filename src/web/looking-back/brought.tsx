import { Link } from '@tanstack/react-router'
import { useRead } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { Section } from '../parts/section.tsx'
import { day, listed } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import styles from './slopes.module.css'

type LookedBack = Answer<'lineage.look-back'>
const KINDS = ['introductions', 'invitations', 'offers'] as const

/** What the meetings that were taken brought, each and in sum. */
export function Brought() {
  const looked = useRead('lineage.look-back', {})
  return (
    <Section title={t.lookBack.brought} says={t.lookBack.broughtSays}>
      <Answered of={looked}>
        {({ meetings, sums }) =>
          meetings.length === 0 ? (
            <p className="quiet">{t.lookBack.noMeetings}</p>
          ) : (
            <>
              <p>{t.lookBack.sums(sums)}</p>
              <div className={styles.scroll}>
                <Table meetings={meetings} />
              </div>
            </>
          )
        }
      </Answered>
    </Section>
  )
}

function Table({ meetings }: Pick<LookedBack, 'meetings'>) {
  return (
    <table className={styles.table}>
      <caption className={styles.hidden}>{t.lookBack.brought}</caption>
      <thead>
        <tr>
          <th scope="col">{t.lookBack.meeting}</th>
          <th scope="col">{t.lookBack.met}</th>
          {KINDS.map((kind) => (
            <th key={kind} scope="col" className={styles.number}>
              {t.lookBack.kinds[kind]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {meetings.map(({ meeting, organization, role, at, met, nearlyRefused, brought }) => (
          <tr key={meeting}>
            <th scope="row" style={{ fontWeight: 450 }}>
              <Link className="plain" to="/lineage/$id" params={{ id: meeting }}>
                {t.invitation.name(organization, role)}
              </Link>{' '}
              <span className="small quiet">
                {day(at)}
                {nearlyRefused && ` · ${t.lineage.nearlyRefused}`}
              </span>
            </th>
            <td>{listed(met.map(({ name }) => name))}</td>
            {KINDS.map((kind) => (
              <td key={kind} className={styles.number}>
                {brought[kind] || '–'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
