import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { type Column, LongTable, type Sort } from '../parts/long-table.tsx'
import { PersonLink } from '../parts/person-link.tsx'
import { Reach } from '../parts/reach.tsx'
import { listed } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import type { Picture } from './drawing.ts'
import styles from './picture.module.css'

type Row = { person: number; id: string; name: string; organization: string; strength: number; via: string }

/** The facts of the picture as a table, in which one searches; who is hovered here is shown there. */
export function Beside({
  picture,
  chosen,
  choose,
}: {
  picture: Picture
  chosen: number | null
  choose: (person: number) => void
}) {
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim().toLocaleLowerCase())
  const [sort, setSort] = useState<Sort>({ by: 'reach', isDown: true })
  const all = useMemo(() => rowsOf(picture), [picture])
  const rows = useMemo(() => {
    const fits = ({ name, organization }: Row) =>
      `${name} ${organization}`.toLocaleLowerCase().includes(wanted)
    return sorted(wanted === '' ? all : all.filter(fits), sort)
  }, [all, wanted, sort])
  const find = (next: string) => {
    setText(next)
    const hit = all.find(({ name }) => name.toLocaleLowerCase().includes(next.trim().toLocaleLowerCase()))
    if (next.trim() !== '' && hit) choose(hit.person)
  }
  return (
    <div className="stack">
      <TextInput
        type="search"
        leftSection={<IconSearch size={16} stroke={1.6} />}
        aria-label={t.picture.search}
        placeholder={t.picture.search}
        value={text}
        onChange={(event) => find(event.target.value)}
      />
      {rows.length === 0 && <p role="status">{t.picture.nobody}</p>}
      <LongTable
        caption={t.picture.table}
        columns={COLUMNS()}
        rows={rows}
        keyOf={({ id }) => id}
        on={rows.findIndex(({ person }) => person === chosen)}
        sort={sort}
        onSort={(by) => setSort({ by, isDown: sort.by === by ? !sort.isDown : by === 'reach' })}
        height="min(66dvh, 43rem)"
        isNarrow
      />
    </div>
  )
}

const COLUMNS = (): Column<Row>[] => [
  { key: 'name', title: t.picture.columns.name, cell: (row) => <PersonLink person={row} /> },
  { key: 'organization', title: t.picture.columns.organization, cell: (row) => row.organization },
  {
    key: 'reach',
    title: t.picture.columns.reach,
    width: '9rem',
    cell: (row) => (
      <>
        <Reach strength={row.strength} />
        {row.via && <div className={`${styles.via} small quiet`}>{t.picture.through(row.via)}</div>}
      </>
    ),
  },
]

function rowsOf({ people, organizations }: Picture): Row[] {
  return people.map(({ id, name, organization, strength, via }, person) => ({
    ...{ person, id, name, strength },
    organization: organization === null ? '' : organizations[organization]!.name,
    via: listed(via.map((one) => people[one]!.name)),
  }))
}

function sorted(rows: readonly Row[], { by, isDown }: Sort): Row[] {
  const collator = new Intl.Collator(t.language)
  const order = {
    name: (one: Row, other: Row) => collator.compare(one.name, other.name),
    organization: (one: Row, other: Row) => collator.compare(one.organization, other.organization),
    reach: (one: Row, other: Row) => one.strength - other.strength,
  }[by]
  const up = rows.toSorted(order)
  return isDown ? up.reverse() : up
}
