import { Button, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useWrite } from '../api.ts'
import { day } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import type { File } from './portal.tsx'

/** What is on record of oneself, in fields: what is changed there holds at once. */
export function AboutYou({ file }: { file: File }) {
  const correct = useWrite('portal.correct')
  const [fields, setFields] = useState(() => fieldsOf(file))
  const [email, setEmail] = useState('')
  const set = (name: keyof typeof fields) => (event: { target: { value: string } }) =>
    setFields({ ...fields, [name]: event.target.value })
  const keep = async () => {
    const { skills, ...texts } = fields
    const listed = skills
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '')
    await correct.mutateAsync({ ...texts, skills: listed, ...(email === '' ? {} : { email }) })
    notifications.show({ message: t.portal.kept, closeButtonProps: { 'aria-label': t.close } })
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        keep().catch(() => {})
      }}
    >
      <TextInput label={t.portal.name} required value={fields.name} onChange={set('name')} />
      <TextInput label={t.portal.headline} value={fields.headline} onChange={set('headline')} />
      <TextInput label={t.portal.location} value={fields.location} onChange={set('location')} />
      <Textarea
        label={t.portal.summary}
        autosize
        minRows={2}
        value={fields.summary}
        onChange={set('summary')}
      />
      <TextInput
        label={t.portal.skills}
        description={t.portal.skillsSay}
        value={fields.skills}
        onChange={set('skills')}
      />
      <TextInput
        label={t.portal.email}
        type="email"
        autoComplete="email"
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      {file.tags.length > 0 && (
        <p className="small">
          {t.portal.tags}: {file.tags.join(', ')}
        </p>
      )}
      <p className="small quiet">{t.portal.from(file.from.kind, day(file.from.at))}</p>
      <div>
        <Button type="submit" loading={correct.isPending}>
          {t.portal.keep}
        </Button>
      </div>
    </form>
  )
}

const fieldsOf = ({ name, headline, location, summary, skills }: File) => ({
  ...{ name, headline: headline ?? '', location: location ?? '', summary: summary ?? '' },
  skills: skills.join(', '),
})
