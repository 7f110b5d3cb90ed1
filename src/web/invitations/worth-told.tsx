import { t } from '../texts/index.ts'
import type { Growth } from './growth.ts'
import styles from './invitations.module.css'
import { isHeld, type Shown, type Worth } from './types.ts'

/**
 * What the meeting is worth, in a sentence, with the sums below it. Where the data see nothing beyond the people, it
 * leads with whom one would meet and with what one line would add: no zero is shown.
 */
export function WorthTold({ worth, shown, grown }: { worth: Worth; shown: Shown; grown: Growth | null }) {
  const isOver = isHeld(shown)
  const first = worth.room.find(({ role }) => role === 'interviewer')
  const { totals, blind } = worth
  const opens = t.worth.opens(totals, openedPlaces(worth))
  const says = isOver ? t.worth.room : t.worth.meets
  const meets = first
    ? says(first.person.name, first.title, totals.people - 1)
    : t.worth.nobodyNamed(shown.organization?.name ?? null)
  const beyond = isOver ? t.worth.after : t.worth.beyond(blind.length)
  return (
    <section className="stack" aria-labelledby="worth">
      <h2 id="worth">{isOver ? t.worth.titleAfter : t.worth.title}</h2>
      <p className={styles.worth}>
        {meets} {opens ?? (first ? beyond : '')}
      </p>
      <div aria-live="polite">{grown && <Grown grown={grown} />}</div>
      {opens && <Sums worth={worth} />}
    </section>
  )
}

const SHOWN = 4

/** What the last line changed, by name. */
function Grown({ grown: { says, names } }: { grown: Growth }) {
  return (
    <div className={styles.grown}>
      <p>{says}</p>
      {names.length > 0 && (
        <p className="small">{t.worth.added(names.slice(0, SHOWN), Math.max(0, names.length - SHOWN))}</p>
      )}
    </div>
  )
}

const openedPlaces = ({ doors }: Worth): number =>
  new Set(doors.filter(({ kind }) => kind === 'opened').map(({ opening }) => opening.organization.id)).size

function Sums({ worth: { totals } }: { worth: Worth }) {
  const shown = (['people', 'organizations', 'opened', 'strengthened'] as const).filter(
    (sum) => totals[sum] > 0,
  )
  return (
    <dl className={styles.sums}>
      {shown.map((sum) => (
        <div key={sum}>
          <dt>{t.worth.sums[sum](totals[sum])}</dt>
          <dd>{totals[sum]}</dd>
        </div>
      ))}
    </dl>
  )
}
