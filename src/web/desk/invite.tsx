import { Button, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useRead, useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { CopyText } from '../parts/copy-text.tsx'
import { isLead, useRole } from '../shell/role.ts'
import { t } from '../texts/index.ts'

type Shown = Answer<'candidacy.show'>

/** Asking a candidate to meet the client: prepared, then with its pitch looked at, then given as a link. */
export function Invite({ one: { candidacy } }: { one: Shown }) {
  const may = isLead(useRole())
  const [isOpen, setOpen] = useState(false)
  const [invitation, setInvitation] = useState<string | null>(null)
  if (!may) return null
  if (!isOpen) {
    return (
      <div>
        <Button size="xs" variant="default" onClick={() => setOpen(true)}>
          {t.invite.title}
        </Button>
      </div>
    )
  }
  return (
    <section className="sheet stack" aria-label={t.invite.title}>
      <h3>{t.invite.title}</h3>
      {invitation === null ? (
        <Prepare candidacy={candidacy} onDone={setInvitation} />
      ) : (
        <Pitched invitation={invitation} />
      )}
    </section>
  )
}

function Prepare({ candidacy, onDone }: { candidacy: string; onDone: (invitation: string) => void }) {
  const invite = useWrite('candidacy.invite')
  const [at, setAt] = useState('')
  const [place, setPlace] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    const more = {
      ...(at ? { at: at.replace('T', ' '), timeZone } : {}),
      ...(place.trim() ? { place } : {}),
    }
    invite.mutate({ candidacy, ...more }, { onSuccess: (made) => onDone(made.invitation) })
  }
  return (
    <form className="stack" onSubmit={submit}>
      <p className="small quiet">{t.invite.says}</p>
      <div className="row" style={{ alignItems: 'flex-end' }}>
        <TextInput
          type="datetime-local"
          label={t.invite.at}
          value={at}
          onChange={(event) => setAt(event.target.value)}
        />
        <TextInput
          className="grow"
          label={t.invite.place}
          value={place}
          onChange={(event) => setPlace(event.target.value)}
        />
        <Button type="submit" loading={invite.isPending}>
          {t.invite.prepare}
        </Button>
      </div>
    </form>
  )
}

function Pitched({ invitation }: { invitation: string }) {
  const pitch = useRead('invitation.pitch', { invitation })
  return <Answered of={pitch}>{(drafted) => <Send drafted={drafted} />}</Answered>
}

function Send({ drafted }: { drafted: Answer<'invitation.pitch'> }) {
  const { invitation, draft, facts } = drafted
  const send = useWrite('invitation.send')
  const [pitch, setPitch] = useState(draft)
  if (send.data) {
    const link = `${window.location.origin}/answer#${send.data.token}`
    return (
      <>
        <p>{t.invite.linkSays}</p>
        <CopyText text={link} label={t.invite.link} />
      </>
    )
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate({ invitation, pitch })
      }}
    >
      <Textarea
        label={t.invite.pitch}
        description={t.invite.pitchSays}
        autosize
        required
        minRows={5}
        value={pitch}
        onChange={(event) => setPitch(event.target.value)}
      />
      <details>
        <summary>{t.invite.facts}</summary>
        <ul>
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </details>
      <div>
        <Button type="submit" loading={send.isPending}>
          {t.invite.send}
        </Button>
      </div>
    </form>
  )
}
