import { Button, Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Input } from '../client.ts'
import { Refused } from '../parts/answered.tsx'
import { weekdayName } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import type { Kind, Limit } from './limits.tsx'

type Given = Input<'limit.set'>
type Fields = { given: Given; set: (change: Partial<Given>) => void }

type Props = {
  kind: Kind
  limit: Limit | undefined
  error: Error | null
  isSaving: boolean
  onSave: (given: Given) => void
  onCancel: () => void
}

/** What a limit of this kind is made of. */
export function LimitForm({ kind, limit, error, isSaving, onSave, onCancel }: Props) {
  const { says: _, ...held } = limit ?? { says: '' }
  const [given, setGiven] = useState<Given>({ ...BEGIN[kind], ...held, kind })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave(given)
  }
  const fields: Fields = { given, set: (change) => setGiven((before) => ({ ...before, ...change })) }
  return (
    <form className="stack" onSubmit={submit} aria-label={t.limits.kinds[kind]}>
      {FORMS[kind](fields)}
      {error && <Refused error={error} />}
      <div className="row">
        <Button type="submit" size="xs" loading={isSaving}>
          {t.limits.save}
        </Button>
        <Button variant="default" size="xs" onClick={onCancel}>
          {t.limits.cancel}
        </Button>
      </div>
    </form>
  )
}

const BEGIN: Partial<Record<Kind, Partial<Given>>> = { pay: { currency: 'EUR', per: 'year' } }

const FORMS: Record<Kind, (fields: Fields) => ReactNode> = {
  place: (fields) => <Places {...fields} />,
  time: (fields) => <Employment {...fields} />,
  days: (fields) => <Days {...fields} />,
  'present-employer': () => null,
  pay: (fields) => <Pay {...fields} />,
}

function Places({ given, set }: Fields) {
  const [typed, setTyped] = useState(given.places?.join(', ') ?? '')
  const say = (text: string) => {
    setTyped(text)
    const places = text.split(',').map((place) => place.trim())
    set({ places: places.filter(Boolean) })
  }
  return (
    <>
      <TextInput
        label={t.limits.places}
        value={typed}
        onChange={(event) => say(event.target.value)}
        required
        data-autofocus
      />
      <Checkbox
        label={t.limits.remote}
        checked={given.remote ?? false}
        onChange={(event) => set({ remote: event.target.checked })}
      />
    </>
  )
}

type Employment = NonNullable<Given['employment']>[number]

function Employment({ given, set }: Fields) {
  const chosen = given.employment ?? []
  return (
    <div className="row">
      {(Object.keys(t.limits.employment) as Employment[]).map((kind) => (
        <Checkbox
          key={kind}
          label={t.limits.employment[kind]}
          checked={chosen.includes(kind)}
          onChange={(event) => set({ employment: toggled(chosen, kind, event.target.checked) })}
        />
      ))}
    </div>
  )
}

const WEEK = [1, 2, 3, 4, 5, 6, 7]

function Days({ given, set }: Fields) {
  const chosen = (given.days ?? []) as number[]
  return (
    <div className="row">
      {WEEK.map((day) => (
        <Checkbox
          key={day}
          label={weekdayName(day)}
          checked={chosen.includes(day)}
          onChange={(event) => set({ days: toggled(chosen, day, event.target.checked).sort() })}
        />
      ))}
    </div>
  )
}

const toggled = <T,>(chosen: readonly T[], one: T, isOn: boolean): T[] =>
  isOn ? [...chosen, one] : chosen.filter((other) => other !== one)

function Pay({ given, set }: Fields) {
  return (
    <div className="row" style={{ alignItems: 'flex-end' }}>
      <NumberInput
        label={t.limits.least}
        value={(given.least as number | undefined) ?? ''}
        onChange={(least) => set({ least: Number(least) || undefined })}
        min={1}
        hideControls
        thousandSeparator=" "
        required
      />
      <TextInput
        label={t.limits.currency}
        value={given.currency ?? ''}
        onChange={(event) => set({ currency: event.target.value.toUpperCase() })}
        maxLength={3}
        w="6rem"
        required
      />
      <NativeSelect
        label={t.limits.per}
        data={Object.entries(t.limits.periods).map(([value, label]) => ({ value, label }))}
        value={given.per ?? 'year'}
        onChange={(event) => set({ per: event.target.value as NonNullable<Given['per']> })}
      />
    </div>
  )
}
