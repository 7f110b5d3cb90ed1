import { Button } from '@mantine/core'
import { useState } from 'react'
import { useRead, useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { t } from '../texts/index.ts'
import { Answered } from './answered.tsx'
import { EditText } from './edit-text.tsx'
import { offerUndo } from './undo.tsx'
import { day } from './when.ts'

/** A letter for a follow-up: drafted when it is opened, yours to change and to send; that you sent it is noted. */
export function Letter({ followUp }: { followUp: string }) {
  const [isOpen, setOpen] = useState(false)
  const letter = useRead('follow-up.letter', { followUp }, { enabled: isOpen })
  return (
    <details className="no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="small">{t.letter.open}</summary>
      {isOpen && (
        <div style={{ paddingTop: '0.5rem' }}>
          <Answered of={letter}>{(told) => <Text followUp={followUp} letter={told} />}</Answered>
        </div>
      )}
    </details>
  )
}

function Text({ followUp, letter }: { followUp: string; letter: Answer<'follow-up.letter'> }) {
  const [text, setText] = useState(letter.draft)
  const sent = useWrite('follow-up.sent')
  const done = useWrite('follow-up.done')
  const note = () =>
    sent.mutate(
      { followUp, says: text },
      { onSuccess: () => offerUndo(t.letter.noted, () => done.mutate({ followUp, done: false })) },
    )
  const mail = letter.email && `mailto:${encodeURIComponent(letter.email)}?body=${encodeURIComponent(text)}`
  return (
    <div className="stack">
      {letter.sent.map(({ says, at }) => (
        <p key={at} className="small quiet wrap" style={{ whiteSpace: 'pre-wrap' }}>
          {t.letter.sentOn(day(at))} {says}
        </p>
      ))}
      <EditText label={t.letter.text(letter.person?.name ?? null)} text={letter.draft} onChange={setText} />
      <p className="small quiet">{t.letter.cites[letter.cites]}</p>
      <div className="row">
        {mail && (
          <Button component="a" href={mail} variant="default" size="sm">
            {t.letter.mail}
          </Button>
        )}
        <Button size="sm" onClick={note} loading={sent.isPending} disabled={text.trim() === ''}>
          {t.letter.sent}
        </Button>
      </div>
    </div>
  )
}
