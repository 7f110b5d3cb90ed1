import type { Answer } from '../client.ts'
import { t } from '../texts/index.ts'
import { moment } from './when.ts'

/** What the client and the firm said to each other of a candidate, each marked as theirs. */
export function ClientWords({ words }: { words: Answer<'client.candidacy'>['words'] }) {
  if (words.length === 0) return <p className="quiet">{t.clientWords.none}</p>
  return (
    <ol className="rows">
      {words.map(({ id, side, kind, says, by, at }) => (
        <li key={id} className="wrap">
          <strong>{t.clientWords.sides[side]}</strong>
          {kind !== 'comment' && `: ${t.clientWords.kinds[kind]}`}{' '}
          <span className="small quiet">
            {by}, {moment(at)}
          </span>
          {says && <p style={{ whiteSpace: 'pre-wrap' }}>{says}</p>}
        </li>
      ))}
    </ol>
  )
}
