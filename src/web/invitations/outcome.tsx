import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useWrite } from '../api.ts'
import { Section } from '../parts/section.tsx'
import { day } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import type { Shown } from './types.ts'

/** What came of it: an offer and its answer, or an end. Whoever was met stays, whatever it is. */
export function Outcome({ shown }: { shown: Shown }) {
  const { state, outcomes } = shown
  const isRunning = state === 'taken' || state === 'held'
  if (!isRunning && outcomes.length === 0) return null
  return (
    <Section title={t.outcome.title} says={isRunning ? t.outcome.says : undefined}>
      {outcomes.length > 0 && (
        <ul className="stack">
          {outcomes.map(({ kind, note, at }) => (
            <li key={at + kind}>
              {t.outcome.kinds[kind as keyof typeof t.outcome.kinds] ?? kind} · {day(at)}
              {note && <p className="small quiet wrap">{note}</p>}
            </li>
          ))}
        </ul>
      )}
      {(state === 'taken' || state === 'held') && <End shown={shown} />}
    </Section>
  )
}

function End({ shown: { id } }: { shown: Shown }) {
  const [note, setNote] = useState('')
  const offer = useWrite('offer.add')
  const end = useWrite('invitation.end')
  const words = note.trim() === '' ? {} : { note }
  const stop = (how: 'rejection' | 'withdrawal') => end.mutate({ invitation: id, how, ...words })
  const made = () => offer.mutate({ invitation: id, ...(note.trim() === '' ? {} : { says: note }) })
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
          <Button onClick={made} loading={offer.isPending}>
            {t.outcome.offer}
          </Button>
          <Button variant="default" onClick={() => stop('rejection')} disabled={end.isPending}>
            {t.outcome.rejection}
          </Button>
          <Button variant="default" onClick={() => stop('withdrawal')} disabled={end.isPending}>
            {t.outcome.withdrawal}
          </Button>
        </div>
      </div>
    </details>
  )
}
