import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { isRefusal, useWrite } from '../api.ts'
import type { Input } from '../client.ts'
import { Refused } from '../parts/answered.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { RecordPick } from '../parts/record-pick.tsx'
import { t } from '../texts/index.ts'

type Source = NonNullable<Input<'candidacy.add'>['source']>

/** Somebody comes onto the longlist; who is off limits only with a reason. */
export function AddCandidate({ mandate, onClose }: { mandate: string; onClose: () => void }) {
  const [person, setPerson] = useState<string | null>(null)
  const [source, setSource] = useState<Source>('research')
  const [by, setBy] = useState<string | null>(null)
  const [why, setWhy] = useState('')
  const add = useWrite('candidacy.add', { quiet: true })
  const isBlocked = isRefusal(add.error, 409)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (person === null) return
    const more = {
      ...(by ? { sourcePerson: by } : {}),
      ...(isBlocked && why.trim() ? { override: why } : {}),
    }
    const done = { onSuccess: ({ warnings }: { warnings: string[] }) => warnings.length === 0 && onClose() }
    add.mutate({ mandate, person, source, ...more }, done)
  }
  if (add.data) return <Warned warnings={add.data.warnings} onClose={onClose} />
  return (
    <Dialog title={t.candidacy.add} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <RecordPick kind="person" label={t.candidacy.person} value={person} onChange={setPerson} required />
        <NativeSelect
          label={t.candidacy.source}
          data={Object.entries(t.desk.sources).map(([value, label]) => ({ value, label }))}
          value={source}
          onChange={(event) => setSource(event.target.value as Source)}
        />
        <RecordPick kind="person" label={t.candidacy.by} value={by} onChange={setBy} />
        {add.error && <Refused error={add.error} />}
        {isBlocked && (
          <TextInput
            label={t.candidacy.override}
            value={why}
            onChange={(event) => setWhy(event.target.value)}
          />
        )}
        <Button type="submit" loading={add.isPending}>
          {isBlocked && why.trim() ? t.candidacy.overrideSave : t.candidacy.save}
        </Button>
      </form>
    </Dialog>
  )
}

function Warned({ warnings, onClose }: { warnings: readonly string[]; onClose: () => void }) {
  if (warnings.length === 0) return null
  return (
    <Dialog title={t.candidacy.warned} onClose={onClose}>
      <ul role="alert">
        {warnings.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <Button onClick={onClose}>{t.close}</Button>
    </Dialog>
  )
}
