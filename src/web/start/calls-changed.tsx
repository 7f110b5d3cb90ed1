import { useQuery } from '@tanstack/react-query'
import { call } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { LinkButton } from '../parts/link-button.tsx'
import { number } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import styles from './calls.module.css'
import type { Standing } from './calls.tsx'
import type { Said } from './pile.ts'

type Sums = Standing['organizations']

/** What the minute changed: what was near before, and what is now. */
export function CallsChanged({
  said,
  before,
  finish,
}: {
  said: readonly Said[]
  before: Standing
  finish: () => Promise<unknown>
}) {
  const after = useQuery({
    queryKey: ['calls', 'after', said.length],
    queryFn: async () => {
      await finish()
      return call('network.standing', {})
    },
  })
  const count = (what: Said) => said.filter((one) => one === what).length
  return (
    <div className="stack">
      <p role="status">{t.calls.done(count('yes'), count('no'), count('skip'))}</p>
      <Answered of={after}>{(now) => <BeforeAfter before={before} after={now} />}</Answered>
      <div className="row">
        <LinkButton to="/openings">{t.result.openings}</LinkButton>
        <LinkButton variant="default" to="/network">
          {t.result.next}
        </LinkButton>
      </div>
    </div>
  )
}

const WORDS = [
  ['warm', t.reach.warm],
  ['workable', t.reach.workable],
  ['longShot', t.reach.long],
] as const

function BeforeAfter({ before, after }: { before: Standing; after: Standing }) {
  return (
    <div className={styles.tables}>
      {(['organizations', 'openings'] as const).map((what) => (
        <table key={what} className={styles.table}>
          <caption>{t.calls[what]}</caption>
          <thead>
            <tr>
              <th scope="col">{t.calls.reach}</th>
              <th scope="col">{t.calls.before}</th>
              <th scope="col">{t.calls.after}</th>
            </tr>
          </thead>
          <tbody>
            {WORDS.map(([word, says]) => (
              <tr key={word}>
                <th scope="row">{says}</th>
                <td>{number(before[what][word])}</td>
                <td>
                  <strong>{number(after[what][word])}</strong>
                  {change(before[what], after[what], word)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  )
}

function change(before: Sums, after: Sums, word: keyof Sums): string {
  const by = after[word] - before[word]
  if (by === 0) return ''
  return ` (${by > 0 ? '+' : '−'}${number(Math.abs(by))})`
}
