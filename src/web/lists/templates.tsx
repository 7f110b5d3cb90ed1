import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWrite } from '../api.ts'
import { Refused } from '../parts/answered.tsx'
import { t } from '../texts/index.ts'
import type { Mapping, Preview } from './use-preview.ts'

type Template = Preview['templates'][number]

/** Saved mappings of lists with the same columns: one click says it all; or is forgotten. */
export function TemplatesOffered({
  templates,
  onChoose,
}: {
  templates: Template[]
  onChoose: (mapping: Mapping) => void
}) {
  const remove = useWrite('list-template.remove')
  return (
    <ul className="stack">
      {templates.map(({ id, name, mapping }) => (
        <li key={id} className="row">
          <Button variant="default" onClick={() => onChoose(mapping as Mapping)}>
            {t.lists.asSaved(name)}
          </Button>
          <Button
            variant="subtle"
            aria-label={t.lists.forgetNamed(name)}
            loading={remove.isPending}
            onClick={() => remove.mutate({ template: id })}
          >
            {t.lists.forget}
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** Keeps what the columns are read as, by a name. */
export function SaveTemplate({ mapping }: { mapping: Mapping }) {
  const [name, setName] = useState('')
  const save = useWrite('list-template.save', { quiet: true })
  return (
    <form
      className="row"
      style={{ alignItems: 'end' }}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ name, mapping })
      }}
    >
      <TextInput
        label={t.lists.templateName}
        description={t.lists.templateSays}
        value={name}
        maxLength={200}
        className="grow"
        style={{ maxWidth: '28rem' }}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={name.trim() === ''} loading={save.isPending}>
        {t.lists.saveTemplate}
      </Button>
      <span role="status" className="small quiet">
        {save.data && t.lists.templateSaved(save.data.template.name)}
      </span>
      {save.error && <Refused error={save.error} />}
    </form>
  )
}
