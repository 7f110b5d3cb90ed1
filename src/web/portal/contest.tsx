import { Button, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useWrite } from '../api.ts'
import { t } from '../texts/index.ts'

/** Contesting a fact or a reason: the firm is told, and answers here. */
export function Contest() {
  const contest = useWrite('portal.contest')
  const [about, setAbout] = useState('')
  const [says, setSays] = useState('')
  const send = async () => {
    await contest.mutateAsync({ about, says })
    notifications.show({ message: t.portal.contested, closeButtonProps: { 'aria-label': t.close } })
    setAbout('')
    setSays('')
  }
  return (
    <form
      className="stack"
      aria-label={t.portal.contestTitle}
      onSubmit={(event) => {
        event.preventDefault()
        send().catch(() => {})
      }}
    >
      <TextInput
        label={t.portal.contestAbout}
        required
        value={about}
        onChange={(event) => setAbout(event.target.value)}
      />
      <Textarea
        label={t.portal.contestSays}
        required
        autosize
        minRows={2}
        value={says}
        onChange={(event) => setSays(event.target.value)}
      />
      <div>
        <Button type="submit" variant="default" loading={contest.isPending}>
          {t.portal.contestSend}
        </Button>
      </div>
    </form>
  )
}
