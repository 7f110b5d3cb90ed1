import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useRead } from '../api.ts'
import { t } from '../texts/index.ts'
import { type Search, useAsked } from './asked.ts'
import styles from './openings.module.css'

type Option = { value: string; label: string }

const optionsOf = (words: Record<string, string>, first: string): Option[] =>
  Object.entries(words).map(([key, label]) => ({ value: key === first ? '' : key, label }))

const REACHES = optionsOf(t.openings.reaches, 'any')
const ORDERS = optionsOf(t.openings.orders, 'best')
const FITS: Option[] = [
  { value: '', label: t.openings.anyFit },
  { value: '0.3', label: t.openings.related },
  { value: '0.6', label: t.openings.close },
]

/** What is shown and in which order; all of it stands in the address. */
export function Filters({ total }: { total: number }) {
  const asked = useAsked()
  const navigate = useNavigate({ from: '/openings' })
  const set = (change: { [K in keyof Search]?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  const select = (field: 'reach' | 'fit' | 'order', data: Option[]) => (
    <NativeSelect
      label={t.openings[field]}
      data={data}
      value={asked[field] ?? ''}
      onChange={(event) => set({ [field]: event.target.value || undefined })}
    />
  )
  const check = (field: 'isNew' | 'ended') => (
    <Checkbox
      label={t.openings[field]}
      checked={asked[field] !== undefined}
      onChange={(event) => set({ [field]: event.target.checked ? 'yes' : undefined })}
    />
  )
  return (
    <search className="stack">
      <div className={styles.filters}>
        <SearchText onSearch={(search) => set({ search: search || undefined })} />
        {select('reach', REACHES)}
        {select('fit', FITS)}
        {select('order', ORDERS)}
      </div>
      <div className="spread">
        <div className="row">
          <p className="small quiet" role="status">
            {t.openings.found(total)}
          </p>
          {asked.organization && <At organization={asked.organization} />}
        </div>
        <div className="row">
          {check('isNew')}
          {check('ended')}
        </div>
      </div>
    </search>
  )
}

function SearchText({ onSearch }: { onSearch: (text: string) => void }) {
  const { search = '' } = useAsked()
  const [typed, setTyped] = useState(search)
  const [wanted] = useDebouncedValue(typed, 180)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed changes the address
  useEffect(() => {
    if (wanted !== search) onSearch(wanted)
  }, [wanted])
  return (
    <TextInput
      className={styles.search!}
      type="search"
      label={t.openings.search}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}

function At({ organization }: { organization: string }) {
  const { data } = useRead('organization.show', { organization })
  if (!data) return null
  return (
    <p className="small">
      {t.openings.of(data.name)} · <Link to="/openings">{t.openings.everywhere}</Link>
    </p>
  )
}
