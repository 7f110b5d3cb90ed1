import { t } from '../texts/index.ts'
import type { Path } from './path-line.tsx'
import { day, figure } from './when.ts'
import styles from './why.module.css'

type Tie = Path['steps'][number]['tie']

/** A tie opened to its inputs: each piece of evidence with what it contributes; the last line is their sum. */
export function TieEvidence({ title, tie }: { title: string; tie: Tie }) {
  return (
    <table className={styles.tie}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t.evidence.what}</th>
          <th scope="col">{t.evidence.when}</th>
          <th scope="col" className={styles.figure}>
            {t.evidence.contributes}
          </th>
        </tr>
      </thead>
      <tbody>
        {tie.evidence.map((item) => (
          <tr key={item.kind + item.says}>
            <td>
              {item.says} <span className="quiet">· {item.origin}</span>
            </td>
            <td>{spell(item.since, item.last)}</td>
            <td className={styles.figure}>{figure(item.contributes)}</td>
          </tr>
        ))}
        <tr>
          <td colSpan={2}>{t.evidence.strength(t.certainty[tie.certainty])}</td>
          <td className={styles.figure}>{figure(tie.strength)}</td>
        </tr>
      </tbody>
    </table>
  )
}

function spell(since: string | undefined, last: string | undefined): string {
  const [from, to] = [since && day(since), last && day(last)]
  return from && to && from !== to ? `${from} – ${to}` : (to ?? from ?? '')
}
