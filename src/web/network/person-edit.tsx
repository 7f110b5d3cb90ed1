import { Button, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { t } from '../texts/index.ts'

type Shown = Answer<'person.show'>

const FIELDS = ['name', 'headline', 'location', 'tags', 'email'] as const

/** What is on record, corrected by hand: folded away until it is wanted. */
export function PersonEdit({ person }: { person: Shown }) {
  return (
    <details className="no-print">
      <summary>{t.edit.title}</summary>
      <Form key={person.id} person={person} />
    </details>
  )
}

function Form({ person }: { person: Shown }) {
  const [form, setForm] = useState({
    ...{ name: person.name, headline: person.headline ?? '', location: person.location ?? '' },
    ...{ tags: person.tags.join(', '), email: '', notes: person.notes ?? '' },
  })
  const edit = useWrite('person.edit', { quiet: true })
  const set = (field: keyof typeof form) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget
    setForm((before) => ({ ...before, [field]: value }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { tags, email, ...texts } = form
    const list = tags.split(',').flatMap((tag) => tag.trim() || [])
    edit.mutate(
      { person: person.id, ...texts, tags: list, ...(email ? { email } : {}) },
      { onSuccess: () => setForm((before) => ({ ...before, email: '' })) },
    )
  }
  return (
    <form className="sheet stack" onSubmit={submit}>
      {FIELDS.map((field) => (
        <TextInput
          key={field}
          label={t.edit[field]}
          type={field === 'email' ? 'email' : 'text'}
          required={field === 'name'}
          value={form[field]}
          onChange={set(field)}
        />
      ))}
      <Textarea
        label={t.edit.notes}
        autosize
        minRows={2}
        maxRows={12}
        value={form.notes}
        onChange={set('notes')}
      />
      {edit.error && <p role="alert">{edit.error.message}</p>}
      <div>
        <Button type="submit" variant="default" loading={edit.isPending}>
          {t.edit.save}
        </Button>
      </div>
    </form>
  )
}
