import { Button, Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useWrite } from '../api.ts'
import { offerUndo } from '../parts/undo.tsx'
import { useRole } from '../shell/role.ts'
import { t } from '../texts/index.ts'
import type { Shown, Worth } from './types.ts'

type Reason = keyof typeof t.reasons
/** What somebody will not work for is theirs to say; a firm notes that it was personal. */
const reasonsFor = (role: ReturnType<typeof useRole>): Reason[] =>
  (Object.keys(t.reasons) as Reason[]).filter((one) => one !== (role === null ? 'personal' : 'values'))

/** The no: a click on its reason says it; what it forgoes is told without reproach, and it can be taken back. */
export function Refuse({
  shown,
  worth,
  onDone,
}: {
  shown: Shown
  worth: Worth | undefined
  onDone: () => void
}) {
  const [note, setNote] = useState('')
  const reasons = reasonsFor(useRole())
  const decide = useWrite('invitation.decide')
  const undecide = useWrite('invitation.undecide')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const said = () => {
    onDone()
    offerUndo(t.refuse.done, () => undecide.mutate({ invitation: shown.id }))
  }
  const refuse = (reason: Reason) =>
    decide.mutate(
      { invitation: shown.id, verdict: 'refuse', reason, ...(note.trim() ? { note } : {}) },
      { onSuccess: said },
    )
  return (
    <section className="sheet stack" aria-labelledby="refuse">
      <h2 id="refuse" tabIndex={-1} ref={heading}>
        {t.refuse.title}
      </h2>
      {worth && <p>{t.refuse.forgone(worth.totals)}</p>}
      <Textarea
        label={t.refuse.note}
        autosize
        minRows={1}
        value={note}
        onChange={(e) => setNote(e.target.value)}
      />
      <fieldset>
        <legend>{t.refuse.why}</legend>
        <div className="row">
          {reasons.map((reason) => (
            <Button
              key={reason}
              variant="default"
              size="sm"
              radius="xl"
              disabled={decide.isPending}
              onClick={() => refuse(reason)}
            >
              {t.reasons[reason]}
            </Button>
          ))}
        </div>
      </fieldset>
      <div className="row">
        <Button variant="subtle" color="gray" onClick={onDone}>
          {t.refuse.back}
        </Button>
        <span className="small quiet">{t.refuse.undo}</span>
      </div>
    </section>
  )
}
