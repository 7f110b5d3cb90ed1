import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import styles from './long-table.module.css'

export type Column<Row> = {
  key: string
  title: string
  cell: (row: Row) => ReactNode
  /** Left out on a phone. */
  minor?: boolean
  width?: string
}
export type Sort = { by: string; isDown: boolean }

const ONE_LINE = 44
const TWO_LINES = 56

type Props<Row> = {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** How many there are when all have come. */
  total?: number
  /** The row to be seen and marked. */
  on?: number | null
  sort?: Sort
  onSort?: (by: string) => void
  /** The last rows are near. */
  onEnd?: () => void
  height?: string
  /** Narrow: what is long goes on in a second line. */
  isNarrow?: boolean
}

/** A table of any length of which only what is seen is there; a screen reader hears how long it is, and where it stands. */
export function LongTable<Row>({
  caption,
  columns,
  rows,
  keyOf,
  on,
  onEnd,
  height,
  isNarrow,
  ...rest
}: Props<Row>) {
  const scroll = useRef<HTMLElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => (isNarrow ? TWO_LINES : ONE_LINE),
    overscan: 12,
  })
  const seen = virtual.getVirtualItems()
  const last = seen.at(-1)?.index ?? -1
  useEffect(() => {
    if (last >= rows.length - 20) onEnd?.()
  }, [last, rows.length, onEnd])
  useEffect(() => {
    if (on !== null && on !== undefined && on >= 0) virtual.scrollToIndex(on)
  }, [on, virtual])
  const before = seen[0]?.start ?? 0
  const after = virtual.getTotalSize() - (seen.at(-1)?.end ?? 0)
  return (
    <section
      ref={scroll}
      className={`${styles.scroll} sheet`}
      style={height ? ({ '--tall': height } as object) : undefined}
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
      tabIndex={0}
    >
      <table
        className={isNarrow ? `${styles.table} ${styles.narrow}` : styles.table}
        aria-label={caption}
        aria-rowcount={(rest.total ?? rows.length) + 1}
      >
        <Head columns={columns} {...rest} />
        <tbody>
          <Space height={before} span={columns.length} />
          {seen.map(({ index }) => (
            <tr
              key={keyOf(rows[index]!)}
              aria-rowindex={index + 2}
              className={index === on ? styles.on : undefined}
            >
              {columns.map(({ key, cell, minor }) => (
                <td key={key} className={minor ? styles.minor : undefined}>
                  {cell(rows[index]!)}
                </td>
              ))}
            </tr>
          ))}
          <Space height={after} span={columns.length} />
        </tbody>
      </table>
    </section>
  )
}

const Space = ({ height, span }: { height: number; span: number }) =>
  height > 0 && (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it stands for rows that are not there
    <tr role="presentation" className={styles.space} style={{ height }}>
      <td colSpan={span} />
    </tr>
  )

function Head<Row>({ columns, sort, onSort }: Pick<Props<Row>, 'columns' | 'sort' | 'onSort'>) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map(({ key, title, minor, width }) => (
          <th
            key={key}
            scope="col"
            className={minor ? styles.minor : undefined}
            style={width ? { width } : undefined}
            aria-sort={sort?.by === key ? (sort.isDown ? 'descending' : 'ascending') : undefined}
          >
            {onSort ? (
              <button type="button" className={styles.sort} onClick={() => onSort(key)}>
                {title}
                {sort?.by === key && <span aria-hidden="true">{sort.isDown ? ' ↓' : ' ↑'}</span>}
              </button>
            ) : (
              title
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}
