import { Button, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useWrite } from '../api.ts'
import { day } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import type { File } from './portal.tsx'

const ENDED: readonly string[] = ['they-declined', 'we-declined', 'withdrawn', 'placed']

/** One thing one is considered for: every step with its day and the reason that was given. */
export function Candidacy({ one }: { one: File['candidacies'][number] }) {
  const { mandate, history, stage, candidacy, shared } = one
  const title = mandate === null ? t.portal.untold : t.portal.at(mandate.title, mandate.client)
  return (
    <article className="stack" aria-label={title}>
      <h3 className="wrap">{title}</h3>
      <ol className="plain stack">
        {history.map((step) => (
          <li key={step.at + step.stage} className="wrap">
            {t.portal.stages[step.stage]} <span className="small quiet">{day(step.at)}</span>
            {step.reason !== null && <div className="small">{step.reason}</div>}
          </li>
        ))}
      </ol>
      {shared !== null && shared.fields.length > 0 && (
        <div className="wrap">
          {t.portal.shared}
          {shared.fields.map((field) => t.share.fields[field]).join(', ')}
          {shared.fields.includes('summary') && <p className="small">{shared.summary}</p>}
        </div>
      )}
      {!ENDED.includes(stage) && <Withdraw candidacy={candidacy} title={title} />}
    </article>
  )
}

function Withdraw({ candidacy, title }: { candidacy: string; title: string }) {
  const withdraw = useWrite('portal.withdraw')
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  if (!isOpen) {
    return (
      <div>
        <Button variant="default" aria-label={`${t.portal.withdraw}: ${title}`} onClick={() => setOpen(true)}>
          {t.portal.withdraw}
        </Button>
      </div>
    )
  }
  const go = async () => {
    await withdraw.mutateAsync({ candidacy, ...(reason.trim() === '' ? {} : { reason }) })
    notifications.show({ message: t.portal.withdrawn, closeButtonProps: { 'aria-label': t.close } })
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        go().catch(() => {})
      }}
    >
      <TextInput
        label={t.portal.withdrawWhy}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div>
        <Button type="submit" loading={withdraw.isPending}>
          {t.portal.withdraw}
        </Button>
      </div>
    </form>
  )
}
