import { Button, Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useWrite } from '../api.ts'
import { Choice } from '../parts/choice.tsx'
import { t } from '../texts/index.ts'
import type { Shown, Worth } from './types.ts'

type Reason = keyof typeof t.reasons
const REASONS = (Object.keys(t.reasons) as Reason[]).map((value) => ({ value, says: t.reasons[value] }))

/** The no: its reason by one click, what it forgoes said without reproach, and it can be taken back. */
export function Refuse({
  shown,
  worth,
  onDone,
}: {
  shown: Shown
  worth: Worth | undefined
  onDone: () => void
}) {
  const [reason, setReason] = useState<Reason>('none')
  const [note, setNote] = useState('')
  const decide = useWrite('invitation.decide')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const refuse = () =>
    decide.mutate(
      { invitation: shown.id, verdict: 'refuse', reason, ...(note.trim() ? { note } : {}) },
      { onSuccess: onDone },
    )
  return (
    <section className="sheet stack" aria-labelledby="refuse">
      <h2 id="refuse" tabIndex={-1} ref={heading}>
        {t.refuse.title}
      </h2>
      {worth && <p>{t.refuse.forgone(worth.totals)}</p>}
      <Choice legend={t.refuse.why} options={REASONS} value={reason} onChange={setReason} />
      <Textarea
        label={t.refuse.note}
        autosize
        minRows={2}
        value={note}
        onChange={(e) => setNote(e.target.value)}
      />
      <div className="row">
        <Button color="gray" variant="filled" onClick={refuse} loading={decide.isPending}>
          {t.refuse.go}
        </Button>
        <Button variant="subtle" color="gray" onClick={onDone}>
          {t.refuse.back}
        </Button>
        <span className="small quiet">{t.refuse.undo}</span>
      </div>
    </section>
  )
}
