import { Link, useParams } from '@tanstack/react-router'
import { isRefusal, useRead } from '../api.ts'
import { Answered } from '../parts/answered.tsx'
import { Page } from '../parts/page.tsx'
import { day, meetingTime } from '../parts/when.ts'
import { NotFound } from '../shell/not-found.tsx'
import { t } from '../texts/index.ts'
import { Answering } from './answering.tsx'
import { HowWasIt, Wanted } from './said.tsx'
import type { Invited as One } from './words.ts'
import { Worth } from './worth.tsx'

/** An invitation that a firm gave to one of its candidates, in their own file. */
export function Invited() {
  const { id } = useParams({ from: '/portal/invitations/$id' })
  const shown = useRead('portal.invitation', { invitation: id })
  if (isRefusal(shown.error, 404)) return <NotFound />
  return (
    <Page title={titleOf(shown.data)} above={<Link to="/portal">{t.portal.title}</Link>}>
      <Answered of={shown}>{(one) => <Whole one={one} />}</Answered>
    </Page>
  )
}

export const titleOf = (one: One | undefined): string =>
  one === undefined ? t.invited.page : t.invited.asks(one.organization, one.role)

/**
 * Why to meet and the answer first; the description of the role last, for whoever wants it. What one felt is told by
 * whoever has signed in: a link may have been passed on.
 */
export function Whole({ one, byLink = false }: { one: One; byLink?: boolean }) {
  return (
    <>
      {one.from && <p className="quiet">{t.invited.from(one.from, day(one.sentAt))}</p>}
      <p>{timesOf(one)}</p>
      {one.pitch && (
        <p className="wrap" style={{ whiteSpace: 'pre-wrap' }}>
          {one.pitch}
        </p>
      )}
      <Answering one={one} />
      {!byLink && <Wanted one={one} />}
      {!byLink && <HowWasIt one={one} />}
      <Worth worth={one.worth} />
      <details>
        <summary>{t.invited.details}</summary>
        <p className="wrap" style={{ whiteSpace: 'pre-wrap' }}>
          {one.details.description ?? t.invited.noDetails}
        </p>
        {one.details.url && <a href={one.details.url}>{one.details.url}</a>}
      </details>
    </>
  )
}

const timesOf = ({ meetings }: One): string =>
  meetings
    .filter(({ cancelled }) => !cancelled)
    .flatMap((one) => [meetingTime(one), one.place].filter(Boolean).join(', ') || [])
    .join(' · ') || t.invited.noTime
