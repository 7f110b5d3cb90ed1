import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useWrite } from '../api.ts'
import { t } from '../texts/index.ts'

/** More names for the room, as they become known. */
export function AddPeople({ invitation, isEmpty }: { invitation: string; isEmpty: boolean }) {
  const [names, setNames] = useState('')
  const amend = useWrite('invitation.amend')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const given = names.split(/[,;]/).map((name) => name.trim())
    amend.mutate({ invitation, with: given.filter(Boolean) }, { onSuccess: () => setNames('') })
  }
  return (
    <form className="row no-print" style={{ alignItems: 'flex-end' }} onSubmit={submit}>
      <TextInput
        className="grow"
        label={isEmpty ? t.room.whom : t.room.whomElse}
        placeholder={t.room.namesExample}
        value={names}
        onChange={(event) => setNames(event.target.value)}
        required
      />
      <Button type="submit" variant="default" loading={amend.isPending}>
        {t.room.add}
      </Button>
    </form>
  )
}
