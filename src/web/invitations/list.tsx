import { Link } from '@tanstack/react-router'
import { useRead } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { useDiscreet } from '../parts/discreet.ts'
import { Empty } from '../parts/empty.tsx'
import { LinkButton } from '../parts/link-button.tsx'
import { More } from '../parts/more.tsx'
import { Page } from '../parts/page.tsx'
import { Section } from '../parts/section.tsx'
import { day, fromNow, hasBegun, listed, meetingTime } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import styles from './invitations.module.css'

type Invited = Answer<'invitation.list'>['invitations'][number]

/** What is open, what is coming, what wants a debrief, what was refused, and what came of the others. */
export function Invitations() {
  const invitations = useRead('invitation.list', {})
  return (
    <Page title={t.nav.invitations} actions={<Actions />}>
      <Answered of={invitations}>{(answer) => <Groups invitations={answer.invitations} />}</Answered>
      <Removed />
    </Page>
  )
}

function Actions() {
  return (
    <>
      <LinkButton variant="default" to="/compare" search={{}}>
        {t.compare.go}
      </LinkButton>
      <LinkButton variant="default" to="/looking-back">
        {t.lookBack.title}
      </LinkButton>
      <LinkButton to="/add">{t.list.add}</LinkButton>
    </>
  )
}

const nextOf = ({ meetings }: Invited) => meetings.findLast(({ cancelled }) => !cancelled) ?? meetings.at(-1)
const isOver = (one: Invited): boolean => {
  const next = nextOf(one)
  return next !== undefined && hasBegun(next)
}

type Group = 'open' | 'debrief' | 'coming' | 'offer' | 'held' | 'refused' | 'ended'
const GROUPS: Group[] = ['offer', 'open', 'debrief', 'coming', 'held', 'refused', 'ended']

function groupOf(one: Invited): Group {
  if (one.state === 'taken') return isOver(one) ? 'debrief' : 'coming'
  if (one.state === 'accepted' || one.state === 'ended' || one.state === 'cancelled') return 'ended'
  return one.state
}

function Groups({ invitations }: { invitations: Invited[] }) {
  if (invitations.length === 0) return <None />
  return (
    <>
      <Clash invitations={invitations} />
      <Sorted invitations={invitations} />
    </>
  )
}

/** Meetings at the same time ask to be compared. */
function Clash({ invitations }: { invitations: Invited[] }) {
  const clashing = clashingOf(invitations.filter((one) => one.state === 'open' || one.state === 'taken'))
  if (clashing.length < 2) return null
  return (
    <p role="status">
      <Link to="/compare" search={{ of: clashing.map(({ id }) => id).join(',') }}>
        {t.compare.offer(clashing.length)}
      </Link>
    </p>
  )
}

const HOUR = 3_600_000

function clashingOf(invitations: readonly Invited[]): Invited[] {
  const spanOf = (one: Invited) => {
    const { startsAt = null, endsAt = null } = nextOf(one) ?? {}
    if (startsAt === null) return null
    const from = Date.parse(startsAt)
    return { from, to: endsAt ? Date.parse(endsAt) : from + HOUR }
  }
  const spans = invitations.flatMap((one) => {
    const span = spanOf(one)
    return span && span.to > Date.now() ? [{ one, ...span }] : []
  })
  return spans
    .filter((a) => spans.some((b) => a !== b && a.from < b.to && b.from < a.to))
    .map(({ one }) => one)
}

/** Written down by mistake: out of sight, and to be put back. */
function Removed() {
  const { data } = useRead('invitation.list', { removed: true })
  if (data === undefined || data.invitations.length === 0) return null
  return (
    <details className="small">
      <summary>
        {t.list.groups.removed} ({data.invitations.length})
      </summary>
      <p className="quiet" style={{ padding: '0.5rem 0' }}>
        {t.list.explained.removed}
      </p>
      <ul className={styles.list}>
        {data.invitations.map((one) => (
          <Row key={one.id} one={one} />
        ))}
      </ul>
    </details>
  )
}

function Sorted({ invitations }: { invitations: Invited[] }) {
  return GROUPS.map((group) => {
    const own = invitations.filter((one) => groupOf(one) === group)
    if (own.length === 0) return null
    return (
      <Section key={group} title={t.list.groups[group]} says={t.list.explained[group]}>
        <More items={own} first={8} className={styles.list!}>
          {(one) => <Row key={one.id} one={one} />}
        </More>
      </Section>
    )
  })
}

function Row({ one }: { one: Invited }) {
  return (
    <li className={styles.item}>
      <Link to="/invitations/$id" params={{ id: one.id }} className={styles.open}>
        <span className={styles.title}>{t.invitation.name(one.organization?.name ?? null, one.role)}</span>
        <span className="small quiet">{whoOf(one)}</span>
        {(one.state === 'open' || one.state === 'taken') && !one.removed && <Brings invitation={one.id} />}
      </Link>
      <span className="small quiet">{standingOf(one).join(' · ')}</span>
    </li>
  )
}

/** What it would bring, in words; the same question as its own screen asks. */
function Brings({ invitation }: { invitation: string }) {
  const [discreet] = useDiscreet()
  const { data } = useRead('invitation.worth', { invitation, discreet })
  if (data === undefined) return null
  const places = new Set(data.doors.map(({ opening }) => opening.organization.id)).size
  const { totals, blind } = data
  const says = t.worth.opens(totals, places) ?? (totals.people > 0 ? t.worth.beyond(blind.length) : null)
  return says && <span className={`${styles.brings} small`}>{says}</span>
}

function whoOf({ room }: Invited): string {
  if (room.length === 0) return t.list.noNames
  const names = room.slice(0, 3).map(({ name }) => name)
  return room.length > 3 ? t.list.with(names.join(', '), room.length - 3) : listed(names)
}

/** When, and what else is to be known before opening it. */
function standingOf(one: Invited): string[] {
  const next = nextOf(one)
  const time = next && meetingTime(next)
  const start = next?.startsAt ?? next?.onDay
  const isToCome = one.state === 'open' || one.state === 'taken'
  return [
    ...(time && start ? [time, fromNow(start)] : [isToCome ? t.list.noTime : day(one.receivedAt)]),
    ...(one.state === 'refused' && one.reason ? [t.reasons[one.reason as keyof typeof t.reasons]] : []),
    ...(one.nearlyRefused ? [t.lineage.nearlyRefused] : []),
    ...(groupOf(one) === 'ended' ? [t.states[one.state]] : []),
  ]
}

function None() {
  return (
    <Empty title={t.list.empty}>
      <p>{t.list.emptySays}</p>
      <div>
        <LinkButton to="/add">{t.list.add}</LinkButton>
      </div>
    </Empty>
  )
}
