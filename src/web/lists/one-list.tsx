import { Button } from '@mantine/core'
import { useState } from 'react'
import { Answered, Refused } from '../parts/answered.tsx'
import { ImportResult } from '../start/import-result.tsx'
import { Running } from '../start/running.tsx'
import { t } from '../texts/index.ts'
import { Columns } from './columns.tsx'
import { Errors } from './errors.tsx'
import { FirstRows } from './first-rows.tsx'
import { SaveTemplate, TemplatesOffered } from './templates.tsx'
import { GoOn, Stop } from './unfinished.tsx'
import { useImport } from './use-import.ts'
import { type Mapping, mappingOf, type Preview, usePreview, withColumn } from './use-preview.ts'

/** A list that was chosen: what would become of it, its import, and what became of it. */
export function OneList({ file, onLeave }: { file: File; onLeave: () => void }) {
  const { run, step, running } = useImport(file)
  const goOn = (id: string) => run.mutate({ run: id })
  const stopped = run.data?.run?.state === 'stopped' ? run.data.run : null
  const says = step ? t.lists.at(file.name, step.done, step.total) : t.lists.importing(file.name)
  return (
    <>
      <div>
        <Button variant="default" onClick={onLeave} disabled={run.isPending}>
          {t.lists.other}
        </Button>
      </div>
      {run.isPending && <Running says={says} step={step} />}
      {running && <Stop key={running.id} run={running.id} />}
      {run.error && <Refused error={run.error} />}
      {stopped && <GoOn run={stopped} onGo={() => goOn(stopped.id)} />}
      {run.data && <ImportResult files={[run.data.file]} />}
      {run.isIdle || run.isError ? (
        <Before file={file} onGo={(mapping) => run.mutate({ mapping })} onGoOn={goOn} />
      ) : null}
    </>
  )
}

type BeforeProps = { file: File; onGo: (mapping: Mapping) => void; onGoOn: (run: string) => void }

/** Before the import: the preview, as the columns are said. */
function Before({ file, onGo, onGoOn }: BeforeProps) {
  const [mapping, setMapping] = useState<Mapping | null>(null)
  const preview = usePreview(file, mapping)
  return (
    <Answered of={preview}>
      {(found) => (
        <>
          {found.unfinished && <GoOn run={found.unfinished} onGo={() => onGoOn(found.unfinished!.id)} />}
          <Found
            preview={found}
            isStale={preview.isPlaceholderData}
            mapping={mapping ?? mappingOf(found.columns)}
            onMapping={setMapping}
            onGo={onGo}
          />
        </>
      )}
    </Answered>
  )
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
