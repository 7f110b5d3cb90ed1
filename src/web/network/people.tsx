import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { call } from '../client.ts'
import { Refused } from '../parts/answered.tsx'
import { Empty } from '../parts/empty.tsx'
import { LinkButton } from '../parts/link-button.tsx'
import { type Column, LongTable } from '../parts/long-table.tsx'
import { PersonLink } from '../parts/person-link.tsx'
import { t } from '../texts/index.ts'

const PAGE = 200

type Row = {
  id: string
  name: string
  title: string | null
  organization: string | null
  headline?: string | null
}

const columns = (): Column<Row>[] => [
  { key: 'name', title: t.network.columns.name, cell: (row) => <PersonLink person={row} /> },
  { key: 'title', title: t.network.columns.title, cell: (row) => row.title ?? row.headline },
  {
    key: 'organization',
    title: t.network.columns.organization,
    minor: true,
    cell: (row) => row.organization,
  },
]

/** Everybody on record by name: pages come as one scrolls. */
export function People({ total }: { total: number | undefined }) {
  const pages = useInfiniteQuery({
    queryKey: ['person.list', 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call('person.list', { top: PAGE, ...(pageParam ? { after: pageParam } : {}) }, { signal }),
    initialPageParam: '',
    // Pages that are here do not change by the next one: comparing them all would take longer with each.
    structuralSharing: false,
    getNextPageParam: ({ people }) => (people.length < PAGE ? undefined : people.at(-1)?.id),
  })
  const people = useMemo(() => (pages.data?.pages ?? []).flatMap((page) => page.people), [pages.data])
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  if (pages.error) return <Refused error={pages.error} />
  if (pages.data === undefined) return <p role="status">{t.waiting}</p>
  if (people.length === 0) return <Nobody />
  return (
    <LongTable
      caption={t.network.people('')}
      columns={columns()}
      rows={people}
      total={total ?? people.length}
      keyOf={({ id }) => id}
      onEnd={more}
    />
  )
}

function Nobody() {
  return (
    <Empty title={t.network.empty}>
      <p>{t.network.emptySays}</p>
      <div>
        <LinkButton to="/add">{t.nav.add}</LinkButton>
      </div>
    </Empty>
  )
}
