import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type Answer, call, type Progress } from '../client.ts'
import { Refused } from '../parts/answered.tsx'
import { Section } from '../parts/section.tsx'
import { t } from '../texts/index.ts'
import { WriteOpening } from './write-opening.tsx'

/** A careers page by its address, fetched on the click after saying what leaves the machine; or an opening by hand. */
export function BringIn() {
  const [isWriting, setWriting] = useState(false)
  return (
    <Section title={t.board.title}>
      <FetchBoard />
      {isWriting ? (
        <WriteOpening onDone={() => setWriting(false)} />
      ) : (
        <div>
          <Button variant="subtle" size="compact-sm" onClick={() => setWriting(true)}>
            {t.board.write}
          </Button>
        </div>
      )}
    </Section>
  )
}

/** Fetches a board and writes its openings down, telling whom it asks. */
export function useFetchBoard() {
  const queries = useQueryClient()
  const [step, setStep] = useState<Progress | null>(null)
  const run = useMutation<Answer<'board.fetch'>, Error, { url: string; organization?: string }>({
    mutationFn: (input) => call('board.fetch', input, { onProgress: setStep }),
    onMutate: () => setStep(null),
    onSettled: () => queries.invalidateQueries(),
  })
  return { ...run, step }
}

function FetchBoard() {
  const [typed, setTyped] = useState('')
  const fetched = useFetchBoard()
  const url = addressOf(typed)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (url) fetched.mutate({ url: url.href })
  }
  return (
    <form className="stack" style={{ gap: '0.5rem' }} onSubmit={submit}>
      <div className="row" style={{ alignItems: 'flex-end' }}>
        <TextInput
          className="grow"
          type="text"
          inputMode="url"
          label={t.board.label}
          placeholder={t.board.placeholder}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" variant="default" disabled={url === null} loading={fetched.isPending}>
          {t.board.go}
        </Button>
      </div>
      <p className="small quiet">{url ? t.board.leaves(url.host) : t.board.says}</p>
      <Fetching of={fetched} />
    </form>
  )
}

/** What is being asked, what came of it, or why it did not. */
export function Fetching({ of }: { of: ReturnType<typeof useFetchBoard> }) {
  if (of.isPending)
    return (
      <p className="small" role="status">
        {t.board.fetching(of.step?.says ?? t.waiting)}
      </p>
    )
  if (of.error) return <Refused error={of.error} />
  if (!of.data) return null
  const { created, updated, unchanged, skipped } = of.data.file
  return <p role="status">{t.board.found(created, updated, unchanged, skipped)}</p>
}

/** What was typed as a web address; with https when it names no scheme. */
function addressOf(typed: string): URL | null {
  const text = typed.trim()
  if (!text.includes('.') && !text.includes(':')) return null
  const full = /^https?:\/\//i.test(text) ? text : `https://${text}`
  return URL.canParse(full) ? new URL(full) : null
}
