import { Button, Checkbox, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useWrite } from '../api.ts'
import { t } from '../texts/index.ts'
import type { Invited } from './words.ts'

type Reason = Exclude<keyof typeof t.reasons, 'personal'>
const REASONS = (Object.keys(t.reasons) as (keyof typeof t.reasons)[]).filter(
  (one): one is Reason => one !== 'personal',
)

/** Yes with one click; no with a click on its reason. What is against one's values stays one's own, unless it is shared. */
export function Answering({ one }: { one: Invited }) {
  const answer = useWrite('portal.answer')
  const [isRefusing, setRefusing] = useState(false)
  const confirm = () => answer.mutate({ invitation: one.id, verdict: 'take' })
  if (one.locked || (one.state !== 'open' && one.state !== 'taken' && one.state !== 'refused')) return null
  return (
    <section className="sheet stack" aria-label={t.invited.states[one.state]}>
      <p role="status">
        {one.state === 'taken' && t.invited.confirmed}
        {one.state === 'refused' && t.invited.refused}
        {one.state === 'open' && t.invited.confirmSays}
      </p>
      <div className="row">
        {one.state !== 'taken' && (
          <Button size="md" loading={answer.isPending && !isRefusing} onClick={confirm}>
            {t.invited.confirm}
          </Button>
        )}
        {one.state !== 'refused' && !isRefusing && (
          <Button size="md" variant="default" onClick={() => setRefusing(true)}>
            {t.invited.refuse}
          </Button>
        )}
      </div>
      {isRefusing && one.state !== 'refused' && <Why invitation={one.id} onDone={() => setRefusing(false)} />}
    </section>
  )
}

function Why({ invitation, onDone }: { invitation: string; onDone: () => void }) {
  const answer = useWrite('portal.answer')
  const [note, setNote] = useState('')
  const [share, setShare] = useState(false)
  const refuse = (reason: Reason) =>
    answer.mutate(
      { invitation, verdict: 'refuse', reason, share, ...(note.trim() ? { note } : {}) },
      { onSuccess: onDone },
    )
  return (
    <>
      <Textarea
        label={t.invited.note}
        autosize
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Checkbox
        label={t.invited.share}
        description={t.invited.private}
        checked={share}
        onChange={(event) => setShare(event.target.checked)}
      />
      <fieldset>
        <legend>{t.invited.why}</legend>
        <div className="row">
          {REASONS.map((reason) => (
            <Button
              key={reason}
              variant="default"
              size="sm"
              radius="xl"
              disabled={answer.isPending}
              onClick={() => refuse(reason)}
            >
              {t.reasons[reason]}
            </Button>
          ))}
        </div>
      </fieldset>
    </>
  )
}
