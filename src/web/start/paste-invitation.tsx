import { Button, Textarea } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useWrite } from '../api.ts'
import { Refused } from '../parts/answered.tsx'
import { t } from '../texts/index.ts'
import { OwnName, useOwnName } from './own-name.tsx'

/** A message as it came: who invites, for what, when and with whom is read from it. */
export function PasteInvitation() {
  const [text, setText] = useState('')
  const me = useOwnName()
  const paste = useWrite('invitation.paste', { quiet: true })
  const navigate = useNavigate()
  const send = async () => {
    await me.say()
    const { invitation } = await paste.mutateAsync({ text })
    await navigate({ to: '/invitations/$id', params: { id: invitation } })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // A refusal is shown below the text.
    void send().catch(() => {})
  }
  return (
    <form className="stack" onSubmit={submit}>
      <Textarea
        label={t.paste.label}
        placeholder={t.paste.placeholder}
        autosize
        minRows={3}
        maxRows={14}
        value={text}
        onChange={(event) => setText(event.target.value)}
        required
      />
      {text.trim() !== '' && <OwnName of={me} />}
      {(paste.error ?? me.error) && <Refused error={(paste.error ?? me.error)!} />}
      <div>
        <Button type="submit" variant="default" loading={paste.isPending}>
          {t.paste.go}
        </Button>
      </div>
    </form>
  )
}
