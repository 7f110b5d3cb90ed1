import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useRead } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { Empty } from '../parts/empty.tsx'
import { LinkButton } from '../parts/link-button.tsx'
import { More } from '../parts/more.tsx'
import { Page } from '../parts/page.tsx'
import { t } from '../texts/index.ts'
import { OpeningRow } from './opening-row.tsx'

const FITS = [
  { value: '', label: t.openings.anyFit },
  { value: '0.3', label: t.openings.related },
  { value: '0.6', label: t.openings.close },
]

/** Open openings, the nearest first, with the best path to each. */
export function Openings() {
  const { search = '', reach, fit = '' } = useSearch({ from: '/openings' })
  const found = useRead(
    'opening.list',
    {
      ...(search ? { search } : {}),
      ...(reach ? { reachable: true } : {}),
      ...(fit ? { leastFit: Number(fit) } : {}),
    },
    { keep: true },
  )
  const isFiltered = Boolean(search || reach || fit)
  return (
    <Page title={t.nav.openings}>
      <Filters />
      <Answered of={found}>{(answer) => <Found answer={answer} isFiltered={isFiltered} />}</Answered>
    </Page>
  )
}

function Filters() {
  const { search = '', reach, fit = '' } = useSearch({ from: '/openings' })
  const navigate = useNavigate({ from: '/openings' })
  const [typed, setTyped] = useState(search)
  const [wanted] = useDebouncedValue(typed, 180)
  useEffect(() => {
    void navigate({ search: (before) => ({ ...before, search: wanted || undefined }), replace: true })
  }, [wanted, navigate])
  const set = (change: { reach?: string | undefined; fit?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  return (
    <div className="row" style={{ alignItems: 'flex-end' }}>
      <TextInput
        className="grow"
        type="search"
        label={t.openings.search}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <NativeSelect
        label={t.openings.fit}
        data={FITS}
        value={fit}
        onChange={(event) => set({ fit: event.target.value || undefined })}
      />
      <Checkbox
        label={t.openings.reachable}
        checked={reach !== undefined}
        onChange={(event) => set({ reach: event.target.checked ? 'yes' : undefined })}
        style={{ paddingBottom: '0.5rem' }}
      />
    </div>
  )
}

function Found({ answer, isFiltered }: { answer: Answer<'opening.list'>; isFiltered: boolean }) {
  if (answer.openings.length === 0) return isFiltered ? <p role="status">{t.openings.noMatch}</p> : <None />
  return (
    <>
      <p className="small quiet" role="status">
        {t.openings.found(answer.openings.length, answer.total)}
      </p>
      <More items={answer.openings} first={20} className="sheet rows">
        {(row) => <OpeningRow key={row.opening.id} row={row} />}
      </More>
    </>
  )
}

function None() {
  return (
    <Empty title={t.openings.empty}>
      <p>{t.openings.emptySays}</p>
      <div>
        <LinkButton to="/add">{t.nav.add}</LinkButton>
      </div>
    </Empty>
  )
}
