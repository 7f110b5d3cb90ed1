import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useWrite } from '../api.ts'
import { Section } from '../parts/section.tsx'
import { TakeBack } from '../parts/take-back.tsx'
import { offerUndo, withdrawUndo } from '../parts/undo.tsx'
import { day } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import type { Shown } from './types.ts'

/** What came of it: an offer and its answer, or an end. Whoever was met stays, whatever it is. */
export function Outcome({ shown }: { shown: Shown }) {
  const { state, outcomes } = shown
  const isRunning = state === 'taken' || state === 'held'
  if (!isRunning && state !== 'offer' && outcomes.length === 0) return null
  return (
    <Section title={t.outcome.title} says={isRunning ? t.outcome.says : undefined}>
      {(outcomes.length > 0 || state === 'offer') && (
        <ul className="stack">
          {outcomes.map(({ kind, note, at }, index) => (
            <li key={at + kind}>
              {t.outcome.kinds[kind as Kind] ?? kind} · {day(at)}{' '}
              {state !== 'offer' && index === outcomes.length - 1 && (
                <Back id={shown.id} kind={kind as Kind} />
              )}
              {note && <p className="small quiet wrap">{note}</p>}
            </li>
          ))}
          {state === 'offer' && (
            <li>
              {t.outcome.kinds.offer} <Back id={shown.id} kind="offer" />
            </li>
          )}
        </ul>
      )}
      {(state === 'taken' || state === 'held') && <End shown={shown} />}
    </Section>
  )
}

type Kind = keyof typeof t.outcome.kinds

/** What was said last is taken back. */
function Back({ id, kind }: { id: string; kind: Kind }) {
  const back = useWrite('outcome.take-back')
  const takeBack = () => {
    withdrawUndo(id)
    back.mutate({ invitation: id, kind })
  }
  return <TakeBack of={t.outcome.backOf(t.outcome.kinds[kind])} isBusy={back.isPending} onClick={takeBack} />
}

function End({ shown: { id } }: { shown: Shown }) {
  const [note, setNote] = useState('')
  const offer = useWrite('offer.add')
  const end = useWrite('invitation.end')
  const back = useWrite('outcome.take-back')
  const said = (kind: Kind) => offerUndo(t.outcome.kinds[kind], () => back.mutate({ invitation: id, kind }))
  const words = note.trim()
  const stop = async (how: 'rejection' | 'withdrawal') => {
    await end.mutateAsync({ invitation: id, how, ...(words ? { note } : {}) })
    said(how)
  }
  const made = async () => {
    await offer.mutateAsync({ invitation: id, ...(words ? { says: note } : {}) })
    said('offer')
  }
  return (
    <details className="no-print">
      <summary>{t.outcome.write}</summary>
      <div className="stack" style={{ paddingTop: '0.75rem' }}>
        <Textarea
          label={t.outcome.note}
          autosize
          minRows={1}
          value={note}
          onChange={(e) => setNote(e.target.value)}
        />
        <div className="row">
          <Button onClick={() => void made().catch(() => {})} loading={offer.isPending}>
            {t.outcome.offer}
          </Button>
          <Button
            variant="default"
            onClick={() => void stop('rejection').catch(() => {})}
            disabled={end.isPending}
          >
            {t.outcome.rejection}
          </Button>
          <Button
            variant="default"
            onClick={() => void stop('withdrawal').catch(() => {})}
            disabled={end.isPending}
          >
            {t.outcome.withdrawal}
          </Button>
        </div>
      </div>
    </details>
  )
}
