import { Button } from '@mantine/core'
import { IconDownload, IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { showProblem, useWrite } from '../api.ts'
import { call } from '../client.ts'
import { DOCUMENT_TYPES, downloadBase64 } from '../parts/download.ts'
import { t } from '../texts/index.ts'
import type { Draft } from './chosen.ts'

/** The original: handed out as it came, or removed. */
export function Original({ document: { id, name } }: { document: Draft['document'] }) {
  const remove = useWrite('resume.remove')
  const navigate = useNavigate()
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} />}
        onClick={() => handOut(id).catch(showProblem)}
      >
        {t.resume.original}
      </Button>
      <Button
        variant="default"
        leftSection={<IconTrash size={16} />}
        loading={remove.isPending}
        aria-label={`${t.resume.remove}: ${name}`}
        onClick={() => remove.mutate({ document: id }, { onSuccess: () => void navigate({ to: '/' }) })}
      >
        {t.resume.remove}
      </Button>
    </>
  )
}

async function handOut(document: string): Promise<void> {
  const { name, kind, base64 } = await call('resume.original', { document })
  downloadBase64(name, base64, DOCUMENT_TYPES[kind])
}
