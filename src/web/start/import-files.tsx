import { Progress as Bar } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, call, type Progress } from '../client.ts'
import { Refused } from '../parts/answered.tsx'
import { t } from '../texts/index.ts'
import { DropZone } from './drop-zone.tsx'
import { ImportResult } from './import-result.tsx'

/** Files in, their progress, and what was found. */
export function ImportFiles() {
  const queries = useQueryClient()
  const [step, setStep] = useState<Progress | null>(null)
  const run = useMutation<Answer<'file.import'>, Error, File[]>({
    mutationFn: (files) => call('file.import', {}, { files, onProgress: setStep }),
    onMutate: () => setStep(null),
    onSettled: () => queries.invalidateQueries(),
  })
  return (
    <div className="stack">
      <DropZone onFiles={run.mutate} isBusy={run.isPending} />
      {run.isPending && <Running step={step} />}
      {run.error && <Refused error={run.error} />}
      {run.data && <ImportResult files={run.data.files} />}
    </div>
  )
}

function Running({ step }: { step: Progress | null }) {
  const says = step ? t.files.reading(step.says, step.done, step.total) : t.files.sending
  return (
    <div className="sheet stack" role="status">
      <span className="small wrap">{says}</span>
      <Bar value={step ? (100 * step.done) / Math.max(1, step.total) : 0} aria-label={t.files.progress} />
    </div>
  )
}
