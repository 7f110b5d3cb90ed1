import type { ReactNode } from 'react'

/** Nothing here yet: what would be here, and how it comes. */
export function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="sheet stack">
      <h2>{title}</h2>
      {children}
    </div>
  )
}
