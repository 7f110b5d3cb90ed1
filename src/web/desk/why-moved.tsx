import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Dialog } from '../parts/dialog.tsx'
import { t } from '../texts/index.ts'
import { NOT_GIVEN } from './stages.ts'
import type { Move } from './use-move.ts'

/** The shortlist and every no have a reason, or say that none was given. */
export function WhyMoved({ move }: { move: Move }) {
  const [reason, setReason] = useState('')
  const [note, setNote] = useState('')
  if (!move.moving?.waits) return null
  const { card, to } = move.moving
  const send = (reason: string) => {
    setReason('')
    setNote('')
    void move.send(card, to, { reason, ...(note.trim() ? { note } : {}) })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send(reason)
  }
  return (
    <Dialog title={t.stageBoard.why(card.person.name, t.desk.stages[to])} onClose={move.giveUp}>
      <form className="stack" onSubmit={submit}>
        <Textarea
          label={t.stageBoard.reason}
          required
          data-autofocus
          autosize
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Textarea
          label={t.stageBoard.note}
          autosize
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <div className="row">
          <Button type="submit">{t.stageBoard.move}</Button>
          <Button variant="default" onClick={() => send(NOT_GIVEN)}>
            {t.stageBoard.notGiven}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
