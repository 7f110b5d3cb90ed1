import { Button, Skeleton } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { t } from '../texts/index.ts'

/** What was asked for: waiting, refused with its sentence, or there. */
export function Answered<T>({ of, children }: { of: UseQueryResult<T>; children: (answer: T) => ReactNode }) {
  if (of.data !== undefined) return children(of.data)
  if (of.error) return <Refused error={of.error} again={() => void of.refetch()} />
  return <Waiting />
}

function Waiting() {
  return (
    <div className="stack" role="status">
      <span className="unseen">{t.waiting}</span>
      <Skeleton height={28} width="60%" />
      <Skeleton height={16} />
      <Skeleton height={16} width="80%" />
    </div>
  )
}

export function Refused({ error, again }: { error: Error; again?: () => void }) {
  return (
    <div className="sheet stack" role="alert">
      <p>{error.message}</p>
      {again && (
        <div>
          <Button variant="default" onClick={again}>
            {t.problem.again}
          </Button>
        </div>
      )}
    </div>
  )
}
