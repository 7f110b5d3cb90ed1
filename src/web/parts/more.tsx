import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { t } from '../texts/index.ts'

/** A list that begins short: the rest comes when it is wanted. */
export function More<T>({
  items,
  first,
  className,
  children,
}: {
  items: readonly T[]
  first: number
  className?: string
  children: (item: T) => ReactNode
}) {
  const [all, setAll] = useState(false)
  const rest = items.length - first
  return (
    <>
      <ul className={className}>{(all ? items : items.slice(0, first)).map(children)}</ul>
      {rest > 0 && !all && (
        <div className="no-print">
          <Button variant="default" size="xs" onClick={() => setAll(true)}>
            {t.more(rest)}
          </Button>
        </div>
      )}
    </>
  )
}
