import { Button, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useWrite } from '../api.ts'
import type { Input } from '../client.ts'
import { t } from '../texts/index.ts'

type Kind = NonNullable<Input<'client.say'>['kind']>

/** Yes, no, more please, each with words or without; or a comment in words alone. */
export function Say({ candidacy }: { candidacy: string }) {
  const say = useWrite('client.say')
  const [says, setSays] = useState('')
  const isEmpty = says.trim() === ''
  const send = async (kind: Kind) => {
    await say.mutateAsync({ candidacy, kind, ...(isEmpty ? {} : { says }) })
    notifications.show({ message: t.shared.sent, closeButtonProps: { 'aria-label': t.close } })
    setSays('')
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        send('comment').catch(() => {})
      }}
    >
      <Textarea
        label={t.shared.comment}
        description={t.shared.commentSays}
        autosize
        minRows={2}
        value={says}
        onChange={(event) => setSays(event.target.value)}
      />
      <div className="row">
        {(['yes', 'no', 'more'] as const).map((kind) => (
          <Button
            key={kind}
            variant="default"
            disabled={say.isPending}
            onClick={() => void send(kind).catch(() => {})}
          >
            {t.clientWords.kinds[kind]}
          </Button>
        ))}
        <Button type="submit" disabled={isEmpty} loading={say.isPending}>
          {t.shared.send}
        </Button>
      </div>
    </form>
  )
}
