import { Button } from '@mantine/core'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { Page } from '../parts/page.tsx'
import { t } from '../texts/index.ts'

/** A screen that failed: what happened, and the way on. */
export function Broken({ error, reset }: ErrorComponentProps) {
  return (
    <Page title={t.problem.title}>
      <p role="alert">{error instanceof Error ? error.message : String(error)}</p>
      <div>
        <Button onClick={reset}>{t.problem.again}</Button>
      </div>
    </Page>
  )
}
