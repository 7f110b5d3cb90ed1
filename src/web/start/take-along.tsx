import { Button, FileButton } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../client.ts'
import { Refused } from '../parts/answered.tsx'
import { downloadBase64 } from '../parts/download.ts'
import { Section } from '../parts/section.tsx'
import { t } from '../texts/index.ts'

/** Everything here as one file to keep. */
export function TakeAlong() {
  const save = useMutation({ mutationFn: exported })
  return (
    <Section title={t.whole.title} says={t.whole.says}>
      <div className="row">
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t.whole.save}
        </Button>
        <span role="status">{save.data && t.whole.saved(save.data.rows, save.data.files)}</span>
      </div>
      {save.error && <Refused error={save.error} />}
    </Section>
  )
}

async function exported() {
  const { name, base64, rows, files } = await call('workspace.export', {})
  downloadBase64(name, base64, 'application/zip')
  return { rows, files: files.length }
}

/** Such a file brought back: offered only where nothing is yet. */
export function BringBack() {
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const bring = useMutation({
    mutationFn: (file: File) => call('workspace.import', {}, { files: [file] }),
    onMutate: (file) => setName(file.name),
    onSettled: () => queries.invalidateQueries(),
  })
  return (
    <Section title={t.whole.backTitle} says={t.whole.backSays}>
      <div className="row">
        <FileButton accept="application/zip,.zip" onChange={(file) => file && bring.mutate(file)}>
          {(props) => (
            <Button variant="default" loading={bring.isPending} {...props}>
              {t.whole.back}
            </Button>
          )}
        </FileButton>
        <span role="status">{bring.data && t.whole.brought(name, bring.data.rows)}</span>
      </div>
      {bring.error && <Refused error={bring.error} />}
    </Section>
  )
}
