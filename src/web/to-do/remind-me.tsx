import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useWrite } from '../api.ts'
import { dayFromNow, ownZone } from '../parts/days.ts'
import { t } from '../texts/index.ts'
import styles from './to-do.module.css'

/** A reminder of one's own, about somebody or not; a time is one of the clock where the user is. */
export function RemindMe({ person }: { person?: { id: string } }) {
  const empty = { says: '', dueOn: dayFromNow(1), dueTime: '' }
  const [form, setForm] = useState(empty)
  const add = useWrite('follow-up.add', { quiet: true })
  const set = (field: keyof typeof form) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget
    setForm((before) => ({ ...before, [field]: value }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { says, dueOn, dueTime } = form
    const input = {
      ...{ says, dueOn },
      ...(dueTime ? { dueTime, timeZone: ownZone } : {}),
      ...(person ? { person: person.id } : {}),
    }
    add.mutate(input, { onSuccess: () => setForm(empty) })
  }
  return (
    <form className={`${styles.form} no-print`} onSubmit={submit} aria-label={t.toDo.addTitle}>
      <TextInput
        className={styles.what!}
        label={t.toDo.what}
        required
        value={form.says}
        onChange={set('says')}
        error={add.error?.message}
      />
      <TextInput type="date" label={t.toDo.on} required value={form.dueOn} onChange={set('dueOn')} />
      <TextInput type="time" label={t.toDo.at} value={form.dueTime} onChange={set('dueTime')} />
      <Button type="submit" variant="default" loading={add.isPending}>
        {t.toDo.add}
      </Button>
      {form.dueTime && <TellElsewhere />}
    </form>
  )
}

/** A reminder shows in the app; whoever wants it outside of the page as well lets the browser tell it. */
function TellElsewhere() {
  const [may, setMay] = useState(() =>
    typeof Notification === 'undefined' ? 'none' : Notification.permission,
  )
  if (may !== 'default') return null
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      onClick={() => void Notification.requestPermission().then(setMay)}
    >
      {t.toDo.elsewhere}
    </Button>
  )
}
