import { useEffect, useRef } from 'react'
import { useRead } from '../api.ts'
import type { Answer } from '../client.ts'
import { LinkButton } from '../parts/link-button.tsx'
import { t } from '../texts/index.ts'

/** Kept: what that made, and where to go from here. */
export function Done({ debrief, invitation }: { debrief: Answer<'meeting.debrief'>; invitation: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const reachable = useRead('opening.list', { reachable: true, top: 1 })
  return (
    <div className="sheet stack" role="status">
      <h2 ref={heading} tabIndex={-1}>
        {t.debrief.kept}
      </h2>
      <p>{t.debrief.keptSays(debrief.met.length, debrief.followUps, debrief.openings.length)}</p>
      {reachable.data && reachable.data.total > 0 && <p>{t.debrief.reach(reachable.data.total)}</p>}
      <div className="row">
        <LinkButton to="/openings" search={{ reach: 'yes' }}>
          {t.decide.openings}
        </LinkButton>
        <LinkButton variant="default" to="/invitations/$id" params={{ id: invitation }}>
          {t.prepare.back}
        </LinkButton>
      </div>
    </div>
  )
}
