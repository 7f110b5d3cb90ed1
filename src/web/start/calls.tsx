import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { type Answer, call } from '../client.ts'
import { Refused } from '../parts/answered.tsx'
import { Empty } from '../parts/empty.tsx'
import { LinkButton } from '../parts/link-button.tsx'
import { Page } from '../parts/page.tsx'
import { t } from '../texts/index.ts'
import { CallCards } from './call-cards.tsx'

const FIFTY = 50

export type Likely = Answer<'tie.likely'>['people'][number]
export type Standing = Answer<'network.standing'>

/** "Who would take your call?": the likeliest fifty, one card after the other. */
export function Calls() {
  const begun = useBegin()
  return (
    <Page title={t.calls.title}>
      {begun.error && <Refused error={begun.error} again={() => begun.mutate()} />}
      {begun.data?.people.length === 0 && <Nobody />}
      {begun.data && begun.data.people.length > 0 && (
        <CallCards people={begun.data.people} before={begun.data.standing} />
      )}
      {!begun.data && !begun.error && <p role="status">{t.waiting}</p>}
    </Page>
  )
}

/** Asked once, on coming: the answers given meanwhile must not change the pile under one's hand. */
function useBegin() {
  const queries = useQueryClient()
  const begun = useRef(false)
  const begin = useMutation<{ people: Likely[]; standing: Standing }>({
    mutationFn: async () => {
      const standing = await call('network.standing', {})
      return { standing, people: (await call('tie.likely', { top: FIFTY })).people }
    },
  })
  const { mutate } = begin
  useEffect(() => {
    if (!begun.current) mutate()
    begun.current = true
    return () => void queries.invalidateQueries()
  }, [mutate, queries])
  return begin
}

function Nobody() {
  return (
    <Empty title={t.calls.nobody}>
      <p>{t.calls.nobodySays}</p>
      <div>
        <LinkButton to="/network">{t.nav.network}</LinkButton>
      </div>
    </Empty>
  )
}
