import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { call } from '../client.ts'
import { Refused } from '../parts/answered.tsx'
import { Empty } from '../parts/empty.tsx'
import { LinkButton } from '../parts/link-button.tsx'
import { PersonLink } from '../parts/person-link.tsx'
import { t } from '../texts/index.ts'

const PAGE = 50

export function People({ search }: { search: string }) {
  const pages = useInfiniteQuery({
    queryKey: ['person.list', 'pages', search],
    queryFn: ({ pageParam, signal }) =>
      call('person.list', { search, top: PAGE, ...(pageParam ? { after: pageParam } : {}) }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ people }) => (people.length < PAGE ? undefined : people.at(-1)?.name),
  })
  if (pages.error) return <Refused error={pages.error} />
  if (pages.data === undefined) return <p role="status">{t.waiting}</p>
  const people = pages.data.pages.flatMap((page) => page.people)
  if (people.length === 0) return <Nobody search={search} />
  return (
    <>
      <ul className="sheet rows" aria-label={t.network.people('')}>
        {people.map((person) => (
          <li key={person.id} className="spread">
            <strong style={{ fontWeight: 550 }} className="wrap">
              <PersonLink person={person} />
            </strong>
            <span className="small quiet wrap">
              {[person.title, person.organization].filter(Boolean).join(' · ') || person.headline}
            </span>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t.network.more}
        </Button>
      )}
    </>
  )
}

function Nobody({ search }: { search: string }) {
  if (search !== '') return <p role="status">{t.network.nobody(search)}</p>
  return (
    <Empty title={t.network.empty}>
      <p>{t.network.emptySays}</p>
      <div>
        <LinkButton to="/add">{t.nav.add}</LinkButton>
      </div>
    </Empty>
  )
}
