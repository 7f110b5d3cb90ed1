import { useMemo, useState } from 'react'
import { useRead } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { type Column, LongTable, type Sort } from '../parts/long-table.tsx'
import { OrganizationLink } from '../parts/person-link.tsx'
import { number } from '../parts/when.ts'
import { t } from '../texts/index.ts'

type Row = Answer<'organization.list'>['organizations'][number]

const columns = (): Column<Row>[] => [
  {
    key: 'name',
    title: t.network.columns.organization,
    cell: (row) => <OrganizationLink organization={row} />,
  },
  { key: 'people', title: t.network.columns.people, width: '7rem', cell: (row) => number(row.people) },
  { key: 'openings', title: t.network.columns.openings, width: '7rem', cell: (row) => number(row.openings) },
]

/** The organizations with the most people first; sorted by any column. */
export function Organizations() {
  const found = useRead('organization.list', { top: 500 }, { keep: true })
  const [sort, setSort] = useState<Sort>({ by: 'people', isDown: true })
  const rows = useMemo(() => sorted(found.data?.organizations ?? [], sort), [found.data, sort])
  return (
    <Answered of={found}>
      {() =>
        rows.length === 0 ? (
          <p role="status">{t.network.noOrganizations}</p>
        ) : (
          <LongTable
            caption={t.network.organizations('')}
            columns={columns()}
            rows={rows}
            keyOf={({ id }) => id}
            sort={sort}
            onSort={(by) => setSort({ by, isDown: sort.by === by ? !sort.isDown : by !== 'name' })}
          />
        )
      }
    </Answered>
  )
}

function sorted(rows: readonly Row[], { by, isDown }: Sort): Row[] {
  const collator = new Intl.Collator(t.language)
  const up = rows.toSorted((one, other) =>
    by === 'people' || by === 'openings' ? one[by] - other[by] : collator.compare(one.name, other.name),
  )
  return isDown ? up.reverse() : up
}
