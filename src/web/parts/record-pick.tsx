import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useRead } from '../api.ts'
import { t } from '../texts/index.ts'

const PAUSE = 120

type Props = {
  kind: 'person' | 'organization'
  label: string
  value: string | null
  onChange: (id: string | null) => void
  required?: boolean
}

/** One of the records by a few letters of its name. */
export function RecordPick({ kind, label, value, onChange, required = false }: Props) {
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed, PAUSE)
  const isAsked = asked.trim().length > 1
  const found = useRead(
    'search.find',
    { query: asked, kinds: [kind], top: 12 },
    { enabled: isAsked, keep: true },
  )
  const hits = isAsked ? (found.data?.found ?? []) : []
  return (
    <Select
      className="grow"
      label={label}
      placeholder={t.candidacy.type}
      searchable
      required={required}
      // What the server found is what is shown: a wrong letter is forgiven there.
      filter={({ options }) => options}
      data={hits.map(({ id, says, more }) => ({ value: id, label: more ? `${says}, ${more}` : says }))}
      nothingFoundMessage={isAsked && found.isSuccess ? t.candidacy.nobody : undefined}
      value={value}
      onChange={onChange}
      onSearchChange={setTyped}
    />
  )
}
