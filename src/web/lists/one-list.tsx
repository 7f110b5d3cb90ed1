import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, call, type Progress } from '../client.ts'
import { Answered, Refused } from '../parts/answered.tsx'
import { ImportResult } from '../start/import-result.tsx'
import { Running } from '../start/running.tsx'
import { t } from '../texts/index.ts'
import { Columns } from './columns.tsx'
import { Errors } from './errors.tsx'
import { FirstRows } from './first-rows.tsx'
import { SaveTemplate, TemplatesOffered } from './templates.tsx'
import { type Mapping, mappingOf, type Preview, usePreview, withColumn } from './use-preview.ts'

/** A list that was chosen: its columns, its rows as they would be written, what is wrong, and the import. */
export function OneList({ file, onLeave }: { file: File; onLeave: () => void }) {
  const [mapping, setMapping] = useState<Mapping | null>(null)
  const { run, step } = useImport(file)
  const preview = usePreview(file, mapping, !run.isPending && !run.data)
  return (
    <>
      <div>
        <Button variant="default" onClick={onLeave} disabled={run.isPending}>
          {t.lists.other}
        </Button>
      </div>
      {run.isPending && <Running says={t.lists.importing(file.name)} step={step} />}
      {run.error && <Refused error={run.error} />}
      {run.data ? (
        <ImportResult files={[run.data.file]} />
      ) : (
        !run.isPending && (
          <Answered of={preview}>
            {(found) => (
              <Found
                preview={found}
                isStale={preview.isPlaceholderData}
                mapping={mapping ?? mappingOf(found.columns)}
                onMapping={setMapping}
                onGo={run.mutate}
              />
            )}
          </Answered>
        )
      )}
    </>
  )
}

function useImport(file: File) {
  const queries = useQueryClient()
  const [step, setStep] = useState<Progress | null>(null)
  const run = useMutation<Answer<'list.import'>, Error, Mapping>({
    mutationFn: (mapping) => call('list.import', { mapping }, { files: [file], onProgress: setStep }),
    onMutate: () => setStep(null),
    onSettled: () => queries.invalidateQueries(),
  })
  return { run, step }
}

type FoundProps = {
  preview: Preview
  isStale: boolean
  mapping: Mapping
  onMapping: (change: (before: Mapping | null) => Mapping) => void
  onGo: (mapping: Mapping) => void
}

function Found({ preview, isStale, mapping, onMapping, onGo }: FoundProps) {
  return (
    <>
      {preview.templates.length > 0 && (
        <TemplatesOffered templates={preview.templates} onChoose={(chosen) => onMapping(() => chosen)} />
      )}
      <Columns
        preview={preview}
        mapping={mapping}
        // What was said last counts, whether the server has answered to it or not.
        onChange={(name, field) => onMapping((before) => withColumn(before ?? mapping, name, field))}
      />
      {preview.kind === null ? (
        <p role="status">{t.lists.tellMore}</p>
      ) : (
        <>
          <SaveTemplate mapping={mapping} />
          <FirstRows rows={preview.rows} />
          <Errors preview={preview} />
          <div>
            <Button size="md" onClick={() => onGo(mapping)} disabled={isStale || preview.rowCount === 0}>
              {t.lists.go(preview.rowCount)}
            </Button>
          </div>
        </>
      )}
    </>
  )
}
