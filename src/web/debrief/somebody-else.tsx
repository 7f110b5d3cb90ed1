import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWrite } from '../api.ts'
import { call } from '../client.ts'
import { t } from '../texts/index.ts'
import type { MetForm } from './form.ts'

/** Somebody was there whom the invitation did not name: joins the room, and the form. */
export function SomebodyElse({
  invitation,
  onAdded,
}: {
  invitation: string
  onAdded: (met: MetForm) => void
}) {
  const [name, setName] = useState('')
  const amend = useWrite('invitation.amend')
  const add = async () => {
    const before = await call('invitation.show', { invitation })
    await amend.mutateAsync({ invitation, with: [name.trim()] })
    const { room } = await call('invitation.show', { invitation })
    const known = new Set(before.room.map(({ id }) => id))
    for (const person of room.filter(({ id }) => !known.has(id))) {
      onAdded({ person: person.id, name: person.name, met: true, chemistry: null, call: null })
    }
    setName('')
  }
  return (
    <div className="row" style={{ alignItems: 'flex-end' }}>
      <TextInput
        className="grow"
        label={t.debrief.somebodyElse}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button
        variant="default"
        disabled={name.trim() === ''}
        loading={amend.isPending}
        onClick={() => void add().catch(() => {})}
      >
        {t.room.add}
      </Button>
    </div>
  )
}
