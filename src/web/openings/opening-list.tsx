import { useQueries } from '@tanstack/react-query'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import { type Answer, call, type Input } from '../client.ts'
import { t } from '../texts/index.ts'
import { OpeningRow } from './opening-row.tsx'
import styles from './openings.module.css'

/** So many are asked for at once. */
export const PAGE = 50
const USUAL_HEIGHT = 132

type Asked = Input<'opening.list'>
type Row = Answer<'opening.list'>['openings'][number]

/** Thousands of openings: only those in sight are in the page, and only their pages are asked for. */
export function OpeningList({ asked, total }: { asked: Asked; total: number }) {
  const list = useRef<HTMLUListElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), [])
  const rows = useWindowVirtualizer({
    count: total,
    estimateSize: () => USUAL_HEIGHT,
    overscan: 6,
    scrollMargin: top,
  })
  const shown = rows.getVirtualItems()
  const rowAt = useRows(asked, [...new Set(shown.map(({ index }) => Math.floor(index / PAGE)))])
  return (
    <ul
      ref={list}
      className={`sheet ${styles.list}`}
      aria-label={t.openings.list}
      style={{ height: rows.getTotalSize() }}
    >
      {shown.map(({ index, key, start }) => (
        <li
          key={key}
          ref={rows.measureElement}
          data-index={index}
          className={styles.item}
          aria-setsize={total}
          aria-posinset={index + 1}
          style={{ transform: `translateY(${start - top}px)` }}
        >
          <RowAt row={rowAt(index)} />
        </li>
      ))}
    </ul>
  )
}

function RowAt({ row }: { row: Row | undefined }) {
  if (row === undefined) return <p className="quiet small">{t.openings.loading}</p>
  return <OpeningRow key={row.opening.id} row={row} />
}

/** The rows of these pages, by their place in the whole list. */
function useRows(asked: Asked, pages: number[]): (index: number) => Row | undefined {
  const answers = useQueries({
    queries: pages.map((page) => {
      const input = { ...asked, skip: page * PAGE, top: PAGE }
      return {
        queryKey: ['opening.list', input],
        queryFn: ({ signal }: { signal: AbortSignal }) => call('opening.list', input, { signal }),
      }
    }),
  })
  const byPage = new Map(pages.map((page, at) => [page, answers[at]?.data]))
  return (index) => byPage.get(Math.floor(index / PAGE))?.openings[index % PAGE]
}
