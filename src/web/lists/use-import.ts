import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useRead } from '../api.ts'
import { type Answer, call, type Progress } from '../client.ts'
import type { Mapping } from './use-preview.ts'

type Wanted = { mapping: Mapping } | { run: string }

/** The import of a list: begun, or gone on with; its progress, and which run it is once the server says so. */
export function useImport(file: File) {
  const queries = useQueryClient()
  const [step, setStep] = useState<Progress | null>(null)
  const run = useMutation<Answer<'list.import'>, Error, Wanted>({
    mutationFn: (wanted) => {
      const options = { files: [file], onProgress: setStep }
      return 'run' in wanted ? call('list.resume', wanted, options) : call('list.import', wanted, options)
    },
    onMutate: () => setStep(null),
    onSettled: () => queries.invalidateQueries(),
  })
  const { data } = useRead('list.unfinished', {}, { enabled: run.isPending })
  const running = data?.runs.find(({ name, state }) => state === 'running' && file.name === name)
  return { run, step, running: run.isPending ? running : undefined }
}
