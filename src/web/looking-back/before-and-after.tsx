import { Link } from '@tanstack/react-router'
import { useRead } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { Section } from '../parts/section.tsx'
import { day, percent } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import styles from './slopes.module.css'
import { isTold, Slopes } from './slopes.tsx'

type History = Answer<'enthusiasm.history'>

/** Enthusiasm before and after each meeting, and how often it turned: with its count, and an interval from five on. */
export function BeforeAndAfter() {
  const history = useRead('enthusiasm.history', {})
  return (
    <Section title={t.lookBack.enthusiasm} says={t.lookBack.enthusiasmSays}>
      <Answered of={history}>{(answer) => <Turns history={answer} />}</Answered>
    </Section>
  )
}

function Turns({ history }: { history: History }) {
  const told = history.meetings.filter(isTold)
  if (told.length === 0) return <p className="quiet">{t.lookBack.notSaid}</p>
  return (
    <>
      <ul>
        <li>{said(t.lookBack.turnedKeen, history.turnedKeen)}</li>
        <li>{said(t.lookBack.cooled, history.cooled)}</li>
        <li>{said(t.lookBack.flips, history.flips)}</li>
      </ul>
      {told.length < 5 && <p className="small quiet">{t.lookBack.few}</p>}
      <div className={styles.two}>
        <Slopes meetings={told} />
        <div className={styles.scroll}>
          <Table history={history} />
        </div>
      </div>
    </>
  )
}

type Share = History['flips']

const said = (words: (count: number, of: number) => string, { count, of, interval }: Share): string =>
  words(count, of) + (interval ? ` ${t.lookBack.interval(percent(interval.from), percent(interval.to))}` : '')

function Table({ history: { meetings } }: { history: History }) {
  return (
    <table className={styles.table}>
      <caption className={styles.hidden}>{t.lookBack.enthusiasm}</caption>
      <thead>
        <tr>
          <th scope="col">{t.lookBack.meeting}</th>
          <th scope="col" className={styles.number}>
            {t.lookBack.before}
          </th>
          <th scope="col" className={styles.number}>
            {t.lookBack.after}
          </th>
          <th scope="col">{t.lookBack.turn}</th>
        </tr>
      </thead>
      <tbody>
        {meetings.map(({ meeting, invitation, organization, role, at, before, after, turn }) => (
          <tr key={meeting}>
            <th scope="row" style={{ fontWeight: 450 }}>
              <Link className="plain" to="/invitations/$id" params={{ id: invitation }}>
                {t.invitation.name(organization, role)}
              </Link>{' '}
              <span className="small quiet">{day(at)}</span>
            </th>
            <td className={styles.number}>{before ?? '–'}</td>
            <td className={styles.number}>{after ?? '–'}</td>
            <td>{turn ? t.lookBack.turns[turn] : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
