import { Button, Checkbox, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useWrite } from '../api.ts'
import { Refused } from '../parts/answered.tsx'
import { Choice } from '../parts/choice.tsx'
import { RecordPick } from '../parts/record-pick.tsx'
import { t } from '../texts/index.ts'

type Kind = 'organization' | 'person'
type Effect = 'block' | 'warn'

const KINDS = (['organization', 'person'] as const).map((value) => ({ value, says: t.offLimits[value] }))
const EFFECTS = (['block', 'warn'] as const).map((value) => ({ value, says: t.offLimits.effects[value] }))

/** Whom, with what effect, until when, and what was agreed. */
export function OffLimitsForm({ onDone }: { onDone: () => void }) {
  const [kind, setKind] = useState<Kind>('organization')
  const [who, setWho] = useState<string | null>(null)
  const [effect, setEffect] = useState<Effect>('block')
  const [group, setGroup] = useState(true)
  const [until, setUntil] = useState('')
  const [because, setBecause] = useState('')
  const save = useWrite('off-limits.set', { quiet: true })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (who === null) return
    const given = { [kind]: who, effect, group, because, ...(until ? { until } : {}) }
    save.mutate(given, { onSuccess: onDone })
  }
  const change = (kind: Kind) => {
    setKind(kind)
    setWho(null)
  }
  return (
    <form className="sheet stack" onSubmit={submit} aria-label={t.offLimits.add}>
      <Choice legend={t.offLimits.kind} options={KINDS} value={kind} onChange={change} />
      <RecordPick key={kind} kind={kind} label={t.offLimits.who} value={who} onChange={setWho} required />
      {kind === 'organization' && (
        <Checkbox
          label={t.offLimits.group}
          checked={group}
          onChange={(event) => setGroup(event.target.checked)}
        />
      )}
      <Choice legend={t.offLimits.effect} options={EFFECTS} value={effect} onChange={setEffect} />
      <div className="row" style={{ alignItems: 'flex-end' }}>
        <TextInput
          className="grow"
          label={t.offLimits.because}
          required
          value={because}
          onChange={(event) => setBecause(event.target.value)}
        />
        <TextInput
          type="date"
          label={t.offLimits.until}
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
      </div>
      {save.error && <Refused error={save.error} />}
      <div className="row">
        <Button type="submit" loading={save.isPending}>
          {t.offLimits.add}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t.desk.form.cancel}
        </Button>
      </div>
    </form>
  )
}
