import { useEffect, useRef, useState } from 'react'
import { t } from '../texts/index.ts'
import type { Totals, Worth } from './types.ts'

/** What the last line added, in a sentence: the worth of the same invitation grew before one's eyes. */
export function useGrowth({ invitation, totals }: Worth): string | null {
  const before = useRef<{ invitation: string; totals: Totals } | null>(null)
  const [grown, setGrown] = useState<string | null>(null)
  useEffect(() => {
    const last = before.current
    before.current = { invitation, totals }
    if (last?.invitation === invitation) {
      const says = growthBetween(last.totals, totals)
      if (says !== null) setGrown(says)
    }
  }, [invitation, totals])
  return grown
}

function growthBetween(before: Totals, after: Totals): string | null {
  const more = {
    opened: after.opened - before.opened,
    strengthened: after.strengthened - before.strengthened,
    organizations: after.organizations - before.organizations,
  }
  return more.opened > 0 || more.organizations > 0 || more.strengthened > 0 ? t.worth.grown(more) : null
}
