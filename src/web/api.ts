import { notifications } from '@mantine/notifications'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type Answer, call, followChanges, type Input, type Name, ProblemError } from './client.ts'
import { t } from './texts/index.ts'

/** Whether the server refused (with this status, when given), rather than that something broke. */
export const isRefusal = (error: unknown, status?: number): error is ProblemError =>
  error instanceof ProblemError && (status === undefined || error.problem.status === status)

/** What a reading capability answers, kept up to date. `keep`: the last answer stays while the next is fetched. */
export function useRead<N extends Name>(
  name: N,
  input: Input<N>,
  { enabled = true, keep = false }: { enabled?: boolean; keep?: boolean } = {},
) {
  return useQuery<Answer<N>>({
    queryKey: [name, input],
    queryFn: ({ signal }) => call(name, input, { signal }),
    enabled,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  })
}

/**
 * A writing capability. When it is done, everything shown is asked for again before the promise answers, so that
 * whoever awaits it sees the new state. `quiet`: the caller shows a refusal itself.
 */
export function useWrite<N extends Name>(name: N, { quiet = false }: { quiet?: boolean } = {}) {
  const queries = useQueryClient()
  return useMutation<Answer<N>, Error, Input<N>>({
    mutationFn: (input) => call(name, input),
    onSuccess: () => queries.invalidateQueries(),
    onError: (error) => {
      if (!quiet) showProblem(error)
    },
  })
}

/** A refusal's sentence, where the eye is not on a form. */
export function showProblem(error: Error): void {
  notifications.show({ color: 'red', title: t.problem.title, message: error.message, autoClose: 12_000 })
}

const SETTLE = 250

/** Follows what other tabs and the command line commit: what is shown is asked for again. */
export function useChanges(enabled: boolean): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!enabled) return
    let known: number | null = null
    let waiting: ReturnType<typeof setTimeout> | undefined
    const stop = followChanges(({ version }) => {
      const isNews = known !== null && version > known
      known = version
      if (!isNews) return
      clearTimeout(waiting)
      waiting = setTimeout(() => void queries.invalidateQueries(), SETTLE)
    })
    return () => {
      clearTimeout(waiting)
      stop()
    }
  }, [queries, enabled])
}
