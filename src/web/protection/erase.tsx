import { Button, Checkbox } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead, useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { t } from '../texts/index.ts'

type Plan = Answer<'person.erasure-plan'>
type Named = { id: string; name: string }

/** What would go and what would stay, before it is done; then it is done, for good. */
export function Erase({ person, onClose }: { person: Named; onClose: () => void }) {
  const [also, setAlso] = useState<string[]>([])
  const plan = useRead('person.erasure-plan', { person: person.id, also }, { keep: true })
  return (
    <Dialog wide title={t.protection.eraseTitle(person.name)} onClose={onClose}>
      <p>{t.protection.eraseSays}</p>
      <Answered of={plan}>
        {(told) => (
          <>
            <Kinds title={t.protection.goes} kinds={told.goes} />
            <Kinds title={t.protection.remains} kinds={told.stays} />
            <Mentions mentions={told.mentions} />
            <Words words={told.words} also={also} onChange={setAlso} />
            {told.unread > 0 && <p className="small">{t.protection.unread(told.unread)}</p>}
            <p className="small quiet">{t.protection.unseen}</p>
            <Now person={person} also={also} onClose={onClose} />
          </>
        )}
      </Answered>
    </Dialog>
  )
}

function Kinds({ title, kinds }: { title: string; kinds: Plan['goes'] }) {
  return (
    <div>
      <h3>{title}</h3>
      <p className="wrap">
        {kinds.map(({ kind, rows }) => `${rows} ${kind}`).join(', ') || t.protection.nothing}
      </p>
    </div>
  )
}

function Mentions({ mentions }: { mentions: Plan['mentions'] }) {
  if (mentions.length === 0) return null
  return (
    <div>
      <h3>{t.protection.mentioned}</h3>
      <ul className="plain stack small">
        {mentions.map(({ kind, rows, excerpts }) => (
          <li key={kind} className="wrap">
            {rows} {kind}: {excerpts.map((one) => `“…${one}…”`).join(' ')}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Words that may mean somebody else, too: whether they mean this person is for the user to say. */
function Words({
  words,
  also,
  onChange,
}: {
  words: Plan['words']
  also: string[]
  onChange: (also: string[]) => void
}) {
  if (words.length === 0) return null
  return (
    <Checkbox.Group
      label={t.protection.words}
      value={words.flatMap(({ word, replaced }) => (replaced || also.includes(word) ? word : []))}
    >
      <div className="row">
        {words.map(({ word, rows, replaced }) => (
          <Checkbox
            key={word}
            value={word}
            label={t.protection.wordRows(word, rows)}
            disabled={replaced && !also.includes(word)}
            onChange={({ currentTarget: { checked } }) =>
              onChange(checked ? [...also, word] : also.filter((one) => one !== word))
            }
          />
        ))}
      </div>
    </Checkbox.Group>
  )
}

function Now({ person, also, onClose }: { person: Named; also: string[]; onClose: () => void }) {
  const navigate = useNavigate()
  const erase = useWrite('person.erase')
  const done = () => {
    notifications.show({ message: t.protection.gone })
    onClose()
    void navigate({ to: '/network' })
  }
  return (
    <div className="row">
      <Button
        loading={erase.isPending}
        onClick={() => erase.mutate({ person: person.id, also }, { onSuccess: done })}
      >
        {t.protection.eraseNow}
      </Button>
      <Button variant="default" onClick={onClose}>
        {t.desk.form.cancel}
      </Button>
    </div>
  )
}
