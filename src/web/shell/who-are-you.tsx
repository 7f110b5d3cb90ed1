import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useRead, useWrite } from '../api.ts'
import { Refused } from '../parts/answered.tsx'
import { t } from '../texts/index.ts'

/** Asked once, when files did not say who the jobseeker is: without that, nothing can be reached from anybody. */
export function WhoAreYou() {
  const { data } = useRead('workspace.show', {})
  if (data === undefined || data.me !== null) return null
  const isEmpty = data.counts.people + data.counts.invitations === 0
  return isEmpty ? null : <Ask />
}

function Ask() {
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const say = useWrite('me.set', { quiet: true })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    say.mutate({ name: name.trim(), ...(email.trim() ? { email: email.trim() } : {}) })
  }
  return (
    <form
      className="sheet stack no-print"
      style={{ maxWidth: '52rem', margin: '0 auto 1.75rem' }}
      onSubmit={submit}
    >
      <h2>{t.me.title}</h2>
      <p className="small quiet">{t.me.why}</p>
      <div className="row" style={{ alignItems: 'flex-end' }}>
        <TextInput
          className="grow"
          label={t.me.name}
          value={name}
          onChange={(e) => setName(e.target.value)}
          required
        />
        <TextInput
          className="grow"
          type="email"
          label={t.me.email}
          value={email}
          onChange={(e) => setEmail(e.target.value)}
        />
        <Button type="submit" loading={say.isPending}>
          {t.me.say}
        </Button>
      </div>
      {say.error && <Refused error={say.error} />}
    </form>
  )
}
