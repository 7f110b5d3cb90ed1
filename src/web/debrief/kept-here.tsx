import { useEffect, useRef } from 'react'
import { LinkButton } from '../parts/link-button.tsx'
import { t } from '../texts/index.ts'

/** No connection: it waits on this device. */
export function KeptHere({ invitation }: { invitation: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="sheet stack" role="status">
      <h2 ref={heading} tabIndex={-1}>
        {t.debrief.offline}
      </h2>
      <p>{t.debrief.offlineSays}</p>
      <div>
        <LinkButton variant="default" to="/invitations/$id" params={{ id: invitation }}>
          {t.prepare.back}
        </LinkButton>
      </div>
    </div>
  )
}
