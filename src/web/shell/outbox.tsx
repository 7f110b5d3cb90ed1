import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { discard, flush, onOutbox, type Waiting, waiting } from '../outbox.ts'
import { t } from '../texts/index.ts'

const AGAIN = 20_000

/** What was written without a connection: sent when there is one, and shown while it waits. */
export function Outbox() {
  const all = useOutbox()
  if (all.length === 0) return null
  const refused = all.filter((one) => one.refused)
  const open = all.length - refused.length
  return (
    <div
      className="sheet stack no-print"
      role="status"
      style={{ maxWidth: '52rem', margin: '0 auto 1.75rem' }}
    >
      {open > 0 && (
        <div className="spread">
          <p>{t.debrief.waiting(open)}</p>
          <Button size="xs" variant="default" onClick={() => void flush()}>
            {t.debrief.sendNow}
          </Button>
        </div>
      )}
      {refused.map((one) => (
        <div key={one.key} className="spread">
          <p>
            {t.debrief.refused} {one.refused}
          </p>
          <Button size="xs" variant="default" onClick={() => void discard(one.key)}>
            {t.debrief.discard}
          </Button>
        </div>
      ))}
    </div>
  )
}

function useOutbox(): Waiting[] {
  const [all, setAll] = useState<Waiting[]>([])
  const queries = useQueryClient()
  const look = useCallback(() => void waiting().then(setAll), [])
  const send = useCallback(async () => {
    if ((await flush()) > 0) await queries.invalidateQueries()
  }, [queries])
  useEffect(() => {
    const stop = onOutbox(look)
    const again = setInterval(() => void send(), AGAIN)
    const online = () => void send()
    window.addEventListener('online', online)
    void send()
    return () => {
      stop()
      clearInterval(again)
      window.removeEventListener('online', online)
    }
  }, [look, send])
  return all
}
