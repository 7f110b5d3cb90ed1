import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Answer, Input } from '../client.ts'
import { sendOrKeep } from '../outbox.ts'
import { dropDraft } from './draft.ts'

type Sent = Answer<'meeting.debrief'> | 'kept'

/** Sends a debrief, or keeps it on this device until there is a connection. */
export function useDebrief(invitation: string) {
  const queries = useQueryClient()
  return useMutation<Sent, Error, Input<'meeting.debrief'>>({
    mutationFn: (input) => sendOrKeep('meeting.debrief', input),
    onSuccess: (sent) => {
      dropDraft(invitation)
      return sent === 'kept' ? undefined : queries.invalidateQueries()
    },
  })
}
