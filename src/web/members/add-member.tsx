import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useWrite } from '../api.ts'
import { Refused } from '../parts/answered.tsx'
import { Section } from '../parts/section.tsx'
import { t } from '../texts/index.ts'
import { type One, ROLES } from './member.tsx'

type Role = One['role']

const EMPTY = { name: '', email: '', role: 'consultant' as Role }

/** Somebody comes in, with a role; their link is made beside their name. */
export function AddMember() {
  const [given, setGiven] = useState(EMPTY)
  const add = useWrite('member.add', { quiet: true })
  const set = (change: Partial<typeof EMPTY>) => setGiven((before) => ({ ...before, ...change }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate(given, { onSuccess: () => setGiven(EMPTY) })
  }
  return (
    <Section title={t.members.add}>
      <form className="sheet stack" onSubmit={submit} aria-label={t.members.add}>
        <div className="row" style={{ alignItems: 'flex-end' }}>
          <TextInput
            className="grow"
            label={t.members.name}
            required
            value={given.name}
            onChange={(event) => set({ name: event.target.value })}
          />
          <TextInput
            className="grow"
            type="email"
            label={t.members.email}
            required
            value={given.email}
            onChange={(event) => set({ email: event.target.value })}
          />
          <NativeSelect
            label={t.members.role}
            data={ROLES}
            value={given.role}
            onChange={(event) => set({ role: event.target.value as Role })}
          />
          <Button type="submit" loading={add.isPending}>
            {t.members.add}
          </Button>
        </div>
        {add.error && <Refused error={add.error} />}
      </form>
    </Section>
  )
}
