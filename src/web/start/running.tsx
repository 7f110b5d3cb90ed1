import { Progress as Bar } from '@mantine/core'
import type { Progress } from '../client.ts'
import { t } from '../texts/index.ts'

/** Long work: what it is at, and how far. */
export function Running({ says, step }: { says: string; step: Progress | null }) {
  return (
    <div className="sheet stack" role="status">
      <span className="small wrap">{says}</span>
      <Bar value={step ? (100 * step.done) / Math.max(1, step.total) : 0} aria-label={t.files.progress} />
    </div>
  )
}
