import { Button, Checkbox, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useWrite } from '../api.ts'
import type { Input } from '../client.ts'
import { Refused } from '../parts/answered.tsx'
import { t } from '../texts/index.ts'
import type { Shown } from './mandate.tsx'
import { Terms } from './open-mandate.tsx'

type Given = Omit<Input<'mandate.edit'>, 'mandate'>

/** The terms as they stand, to be changed; what is left empty stays as it was. */
export function EditTerms({ mandate }: { mandate: Shown }) {
  const [isOpen, setOpen] = useState(false)
  if (isOpen) return <Form mandate={mandate} onDone={() => setOpen(false)} />
  return (
    <div>
      <Button variant="default" size="xs" onClick={() => setOpen(true)}>
        {t.mandateAbout.edit}
      </Button>
    </div>
  )
}

function Form({ mandate, onDone }: { mandate: Shown; onDone: () => void }) {
  const { title, brief, engagement, fee, startsOn, dueOn, confidential } = mandate
  const [given, setGiven] = useState<Given>({
    ...{ title, engagement, confidential, brief: brief ?? '', fee: fee ?? '' },
    ...{ startsOn: startsOn ?? '', dueOn: dueOn ?? '' },
  })
  const edit = useWrite('mandate.edit', { quiet: true })
  const set = (change: Given) => setGiven((before) => ({ ...before, ...change }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const filled = Object.entries(given).filter(([, value]) => value !== '')
    edit.mutate({ mandate: mandate.id, ...Object.fromEntries(filled) }, { onSuccess: onDone })
  }
  return (
    <form className="sheet stack" onSubmit={submit} aria-label={t.mandateAbout.edit}>
      <TextInput
        label={t.desk.form.role}
        required
        value={given.title ?? ''}
        onChange={(event) => set({ title: event.target.value })}
      />
      <Terms given={given} set={set} />
      <Checkbox
        label={t.desk.form.confidential}
        checked={given.confidential ?? false}
        onChange={(event) => set({ confidential: event.target.checked })}
      />
      {edit.error && <Refused error={edit.error} />}
      <div className="row">
        <Button type="submit" loading={edit.isPending}>
          {t.desk.form.keep}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t.desk.form.cancel}
        </Button>
      </div>
    </form>
  )
}
