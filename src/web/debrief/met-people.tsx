import { Checkbox } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { Choice } from '../parts/choice.tsx'
import { Scale } from '../parts/scale.tsx'
import { t } from '../texts/index.ts'
import type { Call, DebriefValues, MetForm } from './form.ts'

const CALLS = (['yes', 'unsure', 'no'] as const).map((value) => ({ value, says: t.debrief.calls[value] }))

/** For each of the room: met or not, the chemistry, and whether they would take your call. */
export function MetPeople({ form }: { form: UseFormReturnType<DebriefValues> }) {
  const set = (index: number, change: Partial<MetForm>) =>
    form.setFieldValue(`met.${index}`, { ...form.values.met[index]!, ...change })
  if (form.values.met.length === 0) return <p className="quiet">{t.debrief.nobody}</p>
  return (
    <ul className="stack">
      {form.values.met.map((one, index) => (
        <li key={one.person} className="sheet stack">
          <Checkbox
            size="md"
            label={one.name}
            checked={one.met}
            onChange={(event) => set(index, { met: event.currentTarget.checked })}
          />
          {one.met && <How one={one} onChange={(change) => set(index, change)} />}
        </li>
      ))}
    </ul>
  )
}

function How({ one, onChange }: { one: MetForm; onChange: (change: Partial<MetForm>) => void }) {
  return (
    <>
      <Scale
        legend={t.debrief.chemistry(one.name)}
        low={t.debrief.none}
        high={t.debrief.great}
        value={one.chemistry}
        onChange={(chemistry) => onChange({ chemistry })}
      />
      <Choice<Call>
        legend={t.debrief.wouldTakeCall(one.name)}
        options={CALLS}
        value={one.call}
        onChange={(call) => onChange({ call })}
      />
    </>
  )
}
