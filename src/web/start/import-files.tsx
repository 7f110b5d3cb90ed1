import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, call, type Progress } from '../client.ts'
import { Refused } from '../parts/answered.tsx'
import { t } from '../texts/index.ts'
import { CallsOffered } from './calls-offered.tsx'
import { DropZone } from './drop-zone.tsx'
import { ImportResult } from './import-result.tsx'
import { Running } from './running.tsx'

/** Files in, their progress, and what was found. */
export function ImportFiles() {
  const queries = useQueryClient()
  const [step, setStep] = useState<Progress | null>(null)
  const run = useMutation<Answer<'file.import'>, Error, File[]>({
    mutationFn: (files) => call('file.import', {}, { files, onProgress: setStep }),
    onMutate: () => setStep(null),
    onSettled: () => queries.invalidateQueries(),
  })
  const says = step ? t.files.reading(step.says, step.done, step.total) : t.files.sending
  return (
    <div className="stack">
      <DropZone onFiles={run.mutate} isBusy={run.isPending} />
      {run.isPending && <Running says={says} step={step} />}
      {run.error && <Refused error={run.error} />}
      {run.data && <ImportResult files={run.data.files} />}
      {run.data && <CallsOffered />}
    </div>
  )
}
