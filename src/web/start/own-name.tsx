import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useRead, useWrite } from '../api.ts'
import { t } from '../texts/index.ts'

/** Before anything was imported nobody knows who is invited: the name is asked along with the invitation. */
export function useOwnName() {
  const { data } = useRead('workspace.show', {})
  const [name, setName] = useState('')
  const write = useWrite('me.set', { quiet: true })
  const isAsked = data !== undefined && data.me === null
  const say = async () => {
    if (isAsked) await write.mutateAsync({ name: name.trim() })
  }
  return { name, setName, isAsked, say, error: write.error }
}

export function OwnName({ of: { name, setName, isAsked } }: { of: ReturnType<typeof useOwnName> }) {
  if (!isAsked) return null
  return (
    <TextInput
      label={t.me.name}
      description={t.me.why}
      value={name}
      onChange={(event) => setName(event.target.value)}
      required
    />
  )
}
