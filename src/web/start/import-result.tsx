import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useRead } from '../api.ts'
import type { Answer } from '../client.ts'
import { LinkButton } from '../parts/link-button.tsx'
import { number } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import { downloadRejected } from './rejected.ts'
import styles from './start.module.css'

export type ImportedFile = Answer<'file.import'>['files'][number]

/** What was found: for each file what became of its rows, and where the invitations stand that it brought. */
export function ImportResult({ files }: { files: ImportedFile[] }) {
  const rejected = files.flatMap((file) => file.rejected)
  return (
    <div className="sheet stack" role="status">
      <h3>{t.result.title(sum(files, 'created'), sum(files, 'updated'), sum(files, 'unchanged'))}</h3>
      <Invitations ids={[...new Set(files.flatMap(({ invitations }) => invitations))]} />
      <Documents files={files} />
      <LookAlikes />
      <ul className="rows">
        {files.map((file) => (
          <FileRow key={file.name} file={file} />
        ))}
      </ul>
      <div className="row">
        <LinkButton variant="default" to="/network">
          {t.result.next}
        </LinkButton>
        <LinkButton variant="default" to="/openings">
          {t.result.openings}
        </LinkButton>
      </div>
      {rejected.length > 0 && (
        <div>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} />}
            onClick={() => downloadRejected(files)}
          >
            {t.result.download(rejected.length)}
          </Button>
        </div>
      )}
    </div>
  )
}

const sum = (files: ImportedFile[], what: 'created' | 'updated' | 'unchanged') =>
  files.reduce((total, file) => total + file[what], 0)

function FileRow({ file }: { file: ImportedFile }) {
  const counts = (['created', 'updated', 'unchanged', 'skipped'] as const).filter((what) => file[what] > 0)
  return (
    <li className="stack" style={{ gap: '0.25rem' }}>
      <div className="spread">
        <span className="wrap">{file.name}</span>
        <span className="small quiet">{kindOf(file.kind)}</span>
      </div>
      <div className={`${styles.counts} small`}>
        <span>
          <b>{number(file.read)}</b> {t.result.read}
        </span>
        {counts.map((what) => (
          <span key={what}>
            <b>{number(file[what])}</b> {t.result[what]}
          </span>
        ))}
        {file.rejected.length > 0 && (
          <span>
            <b>{number(file.rejected.length)}</b> {t.result.rejected}
          </span>
        )}
      </div>
      <Reasons file={file} />
    </li>
  )
}

const kindOf = (kind: string): string =>
  kind === 'unknown' ? t.result.unknownKind : ((t.kinds as Record<string, string>)[kind] ?? kind)

const SHOWN = 3

function Reasons({ file: { why, skippedBecause, rejected } }: { file: ImportedFile }) {
  const reasons = [
    ...(why === undefined ? [] : [why]),
    ...skippedBecause.map((one) => t.result.skippedBecause(one.count, one.why)),
    ...(why === undefined ? rejected.slice(0, SHOWN).map((one) => `${one.at}: ${one.why}`) : []),
    ...(rejected.length > SHOWN ? [t.result.moreRejected(rejected.length - SHOWN)] : []),
  ]
  if (reasons.length === 0) return null
  return (
    <ul className="small quiet wrap">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  )
}

function Invitations({ ids }: { ids: string[] }) {
  const { data } = useRead('invitation.list', {}, { enabled: ids.length > 0 })
  const found = (data?.invitations ?? []).filter(({ id }) => ids.includes(id))
  if (found.length === 0) return null
  return (
    <ul className="stack">
      {found.map((invitation) => (
        <li key={invitation.id}>
          <LinkButton to="/invitations/$id" params={{ id: invitation.id }}>
            {t.result.see(t.invitation.name(invitation.organization?.name ?? null, invitation.role))}
          </LinkButton>
        </li>
      ))}
    </ul>
  )
}

/** Who came is held against those who were here while this is shown: the number grows by itself. */
function LookAlikes() {
  const { data } = useRead('look-alike.list', {})
  const pairs = data?.pairs ?? []
  if (pairs.length === 0) return null
  return (
    <div>
      <LinkButton variant="default" to="/network/same-person">
        {t.result.lookAlikes(pairs.length)}
      </LinkButton>
    </div>
  )
}

/** Resumes wait for a look: nothing of them counts before. */
function Documents({ files }: { files: ImportedFile[] }) {
  const found = files.flatMap(({ name, documents }) => documents.map((id) => ({ id, name })))
  if (found.length === 0) return null
  return (
    <ul className="stack">
      {found.map(({ id, name }) => (
        <li key={id}>
          <LinkButton to="/resumes/$id" params={{ id }}>
            {t.resume.waiting(name)}
          </LinkButton>
        </li>
      ))}
    </ul>
  )
}
