import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useRead, useWrite } from '../api.ts'
import { dayFromNow } from '../parts/days.ts'
import { Section } from '../parts/section.tsx'
import { offerUndo } from '../parts/undo.tsx'
import { day, fromNow } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import { FollowUpRow } from '../to-do/follow-up-row.tsx'
import { RemindMe } from '../to-do/remind-me.tsx'
import styles from './network.module.css'

type Named = { id: string; name: string }

/** Keeping in touch: how often, what was talked about, and what to do next. */
export function PersonTouch({ person }: { person: Named }) {
  const { data } = useRead('follow-up.list', { person: person.id })
  return (
    <Section title={t.touch.title}>
      <div className="sheet stack">
        <Rhythm person={person} />
        <Note person={person} />
      </div>
      {data && data.followUps.length > 0 && (
        <ul className="sheet rows">
          {data.followUps.map((one) => (
            <FollowUpRow key={one.id} one={one} withPerson={false} />
          ))}
        </ul>
      )}
      <RemindMe person={person} />
    </Section>
  )
}

const CHOICES = Object.entries(t.touch.rhythms)

function Rhythm({ person }: { person: Named }) {
  const { data } = useRead('rhythm.list', { person: person.id })
  const set = useWrite('rhythm.set')
  const held = data?.rhythms[0]
  const days = held?.days ?? 0
  const own = CHOICES.some(([choice]) => Number(choice) === days) ? [] : [[String(days), t.toDo.every(days)]]
  return (
    <NativeSelect
      label={t.touch.rhythm}
      description={held && t.touch.nextOn(day(held.nextOn), fromNow(held.nextOn))}
      data={[...CHOICES, ...own].map(([value, label]) => ({ value: value!, label: label! }))}
      value={String(days)}
      disabled={data === undefined || set.isPending}
      onChange={(event) => {
        const chosen = Number(event.currentTarget.value)
        set.mutate({ person: person.id, ...(chosen > 0 ? { days: chosen } : {}) })
      }}
    />
  )
}

function Note({ person }: { person: Named }) {
  const empty = { says: '', on: dayFromNow(), contact: false }
  const [form, setForm] = useState(empty)
  const add = useWrite('note.add', { quiet: true })
  const remove = useWrite('note.remove')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const { note } = await add.mutateAsync({ person: person.id, ...form })
    setForm(empty)
    offerUndo(t.touch.noted, () => remove.mutate({ note }))
  }
  return (
    <form className="stack no-print" onSubmit={(event) => void submit(event).catch(() => {})}>
      <Textarea
        label={t.touch.note}
        autosize
        minRows={2}
        maxRows={10}
        required
        value={form.says}
        error={add.error?.message}
        onChange={(event) => setForm({ ...form, says: event.currentTarget.value })}
      />
      <div className={styles.noted}>
        <Checkbox
          label={t.touch.contact}
          checked={form.contact}
          onChange={(event) => setForm({ ...form, contact: event.currentTarget.checked })}
        />
        <TextInput
          type="date"
          size="xs"
          label={t.touch.day}
          required
          value={form.on}
          onChange={(event) => setForm({ ...form, on: event.currentTarget.value })}
        />
        <Button type="submit" variant="default" size="xs" loading={add.isPending}>
          {t.touch.save}
        </Button>
      </div>
    </form>
  )
}
