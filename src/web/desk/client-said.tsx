import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { ClientWords } from '../parts/client-words.tsx'
import { isLead, useRole } from '../shell/role.ts'
import { t } from '../texts/index.ts'

type Shown = Answer<'candidacy.show'>

/** What the client said of a candidate, and an answer to it. */
export function ClientSaid({ one }: { one: Shown }) {
  const may = isLead(useRole())
  const isShared = (one.share?.fields.length ?? 0) > 0
  if (!isShared && one.words.length === 0) return null
  return (
    <section className="stack" aria-labelledby="client-said">
      <h3 id="client-said">{t.clientWords.title}</h3>
      <ClientWords words={one.words} />
      {may && isShared && <Answering candidacy={one.candidacy} />}
    </section>
  )
}

function Answering({ candidacy }: { candidacy: string }) {
  const answer = useWrite('candidacy.answer')
  const [says, setSays] = useState('')
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        answer.mutate({ candidacy, says }, { onSuccess: () => setSays('') })
      }}
    >
      <Textarea
        label={t.clientWords.answer}
        description={t.clientWords.answerSays}
        autosize
        required
        value={says}
        onChange={(event) => setSays(event.target.value)}
      />
      <div>
        <Button type="submit" size="xs" variant="default" loading={answer.isPending}>
          {t.clientWords.send}
        </Button>
      </div>
    </form>
  )
}
