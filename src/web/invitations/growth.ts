import { useEffect, useRef, useState } from 'react'
import { t } from '../texts/index.ts'
import type { Totals, Worth } from './types.ts'

/** What the last line added: in a sentence, by name, and which rows of the lists are new. */
export type Growth = { says: string; names: string[]; doors: Set<string>; organizations: Set<string> }

/** The worth of the same invitation grew before one's eyes: what changed, until it changes again. */
export function useGrowth(worth: Worth): Growth | null {
  const before = useRef<Worth | null>(null)
  const [grown, setGrown] = useState<Growth | null>(null)
  useEffect(() => {
    const last = before.current
    before.current = worth
    if (last?.invitation !== worth.invitation || last.discreet !== worth.discreet) return
    const growth = growthBetween(last, worth)
    if (growth !== null) setGrown(growth)
  }, [worth])
  return grown
}

function growthBetween(before: Worth, after: Worth): Growth | null {
  const says = moreInWords(before.totals, after.totals)
  if (says === null) return null
  const had = new Set([...before.doors.map(doorId), ...before.organizations.map(placeId)])
  const doors = after.doors.filter((door) => !had.has(doorId(door)))
  const organizations = after.organizations.filter((one) => !had.has(placeId(one)))
  return {
    says,
    names: [
      ...organizations.map(({ organization }) => organization.name),
      ...doors.map(({ opening }) => `${opening.title} (${opening.organization.name})`),
    ],
    doors: new Set(doors.map(doorId)),
    organizations: new Set(organizations.map(placeId)),
  }
}

const doorId = ({ opening }: Worth['doors'][number]): string => opening.id
const placeId = ({ organization }: Worth['organizations'][number]): string => organization.id

function moreInWords(before: Totals, after: Totals): string | null {
  const more = {
    opened: after.opened - before.opened,
    strengthened: after.strengthened - before.strengthened,
    organizations: after.organizations - before.organizations,
  }
  return more.opened > 0 || more.organizations > 0 || more.strengthened > 0 ? t.worth.grown(more) : null
}
