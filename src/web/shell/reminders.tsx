import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { useRead, useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { t } from '../texts/index.ts'

type One = Answer<'follow-up.list'>['followUps'][number]

/** The longest that a browser's timer runs; after it one looks again. */
const LONGEST = 2_000_000_000

/** Tells of each timed reminder when it falls due, once, whichever tab is first. */
export function Reminders() {
  const { data, refetch } = useRead('follow-up.list', {})
  const told = useWrite('follow-up.told')
  const done = useWrite('follow-up.done')
  const tell = told.mutateAsync
  const finish = done.mutate
  useEffect(() => {
    const timed = (data?.followUps ?? []).filter((one) => one.dueAt !== null && !one.told)
    const now = Date.now()
    const due = timed.filter((one) => Date.parse(one.dueAt!) <= now)
    for (const one of due)
      void tell({ followUp: one.id }).then(
        ({ first }) => first && show(one, () => finish({ followUp: one.id })),
        () => {},
      )
    const next = Math.min(...timed.filter((one) => !due.includes(one)).map((one) => Date.parse(one.dueAt!)))
    if (!Number.isFinite(next)) return
    const timer = setTimeout(() => void refetch(), Math.min(LONGEST, next - now + 50))
    return () => clearTimeout(timer)
  }, [data, refetch, tell, finish])
  return null
}

function show(one: One, finish: () => void): void {
  const id = notifications.show({
    autoClose: false,
    withBorder: true,
    closeButtonProps: { 'aria-label': t.close },
    message: (
      <span className="spread">
        {t.toDo.due(one.says)}
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            notifications.hide(id)
            finish()
          }}
        >
          {t.toDo.markDone}
        </Button>
      </span>
    ),
  })
  if (typeof Notification !== 'undefined' && Notification.permission === 'granted') {
    new Notification('Acquaint', { body: one.says, tag: one.id })
  }
}
