import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useId, useState } from 'react'
import { useWrite } from '../api.ts'
import { t } from '../texts/index.ts'
import styles from './ask.module.css'

/** One line, or a pasted profile: where this person was before. The worth follows at once. */
export function CareerLine({ person, ask }: { person: { id: string; name: string }; ask: string }) {
  const [text, setText] = useState('')
  const id = useId()
  const paste = useWrite('career.paste', { quiet: true })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    paste.mutate({ person: person.id, text }, { onSuccess: () => setText('') })
  }
  return (
    <form className={`${styles.ask} no-print`} onSubmit={submit}>
      <Textarea
        id={id}
        className="grow"
        label={ask}
        placeholder={t.career.placeholder}
        description={t.career.how}
        autosize
        minRows={1}
        maxRows={8}
        value={text}
        error={paste.error?.message}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          // One line is the rule: Enter sends it, Shift and Enter begins another.
          if (event.key !== 'Enter' || event.shiftKey) return
          event.preventDefault()
          event.currentTarget.form?.requestSubmit()
        }}
        required
      />
      <Button type="submit" variant="default" loading={paste.isPending}>
        {t.career.go}
      </Button>
    </form>
  )
}
