import { Link, useParams } from '@tanstack/react-router'
import { useRead } from '../api.ts'
import { Answered } from '../parts/answered.tsx'
import { Page } from '../parts/page.tsx'
import { t } from '../texts/index.ts'
import { DebriefForm } from './debrief-form.tsx'

/** Five minutes, the same evening, with a thumb. */
export function Debrief() {
  const { id } = useParams({ from: '/invitations/$id/debrief' })
  const prepared = useRead('meeting.prepare', { invitation: id })
  const name = prepared.data
    ? t.invitation.name(prepared.data.organization?.name ?? null, prepared.data.role)
    : t.waiting
  return (
    <Page
      title={t.debrief.title}
      above={
        <Link to="/invitations/$id" params={{ id }}>
          {name}
        </Link>
      }
    >
      <Answered of={prepared}>{(meeting) => <DebriefForm meeting={meeting} />}</Answered>
    </Page>
  )
}
