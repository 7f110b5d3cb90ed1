import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { Section } from '../parts/section.tsx'
import { t } from '../texts/index.ts'

type Shown = Pick<Answer<'organization.show'>, 'id' | 'activity' | 'ownWord'>

/** What an organization does, how certain that is and why; one's own word, which wins. */
export function OrganizationWork({ organization }: { organization: Shown }) {
  const { activity, ownWord } = organization
  return (
    <Section title={t.organization.does}>
      <div className="sheet stack">
        {activity === null ? <p>{t.organization.unknown}</p> : <OnRecord activity={activity} />}
        {/* A new word begins a new form. */}
        <OwnWord key={ownWord} organization={organization} />
      </div>
    </Section>
  )
}

function OnRecord({ activity }: { activity: NonNullable<Shown['activity']> }) {
  const { name, naics, certainty, because } = activity
  return (
    <div>
      <p>{name}</p>
      <p className="small quiet">
        {t.organization.certainty[certainty]}: {because}
        {naics !== null && ` · NAICS ${naics}`}
      </p>
    </div>
  )
}

function OwnWord({ organization: { id, ownWord } }: { organization: Shown }) {
  const said = ownWord ?? ''
  const [text, setText] = useState(said)
  const say = useWrite('organization.say')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const word = text.trim()
    say.mutate({ organization: id, says: 'does', ...(word ? { text: word } : {}) })
  }
  return (
    <form className="row" style={{ alignItems: 'flex-end' }} onSubmit={submit}>
      <TextInput
        className="grow"
        label={t.organization.ownWord}
        description={t.organization.ownWordSays}
        value={text}
        maxLength={500}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" variant="default" loading={say.isPending} disabled={text.trim() === said}>
        {t.organization.save}
      </Button>
    </form>
  )
}
