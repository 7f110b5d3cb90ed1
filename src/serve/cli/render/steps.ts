import type { z } from 'zod'
import type { invitationDecide } from '../../../meeting/decision.ts'
import type { lineageShow } from '../../../meeting/lineage.ts'
import type { pathFind } from '../../../meeting/paths.ts'
import type { meetingPrepare } from '../../../meeting/prepare.ts'
import { blocks, columns, counted, section } from './columns.ts'
import { pathLine, tieLines, warmth } from './words.ts'

type Paths = z.output<typeof pathFind.output>
type Lineage = z.output<typeof lineageShow.output>
type Prepared = z.output<typeof meetingPrepare.output>
type Decided = z.output<typeof invitationDecide.output>

export function renderPaths(
  { paths, independent, none, discretion }: Paths,
  { from = 'You' }: { from?: string },
): string {
  if (none) return blocks([none.because, none.nearest && `The nearest you know: ${none.nearest.name}.`])
  const lines = paths.map((path) =>
    [
      `${pathLine(path, from)}: ${warmth(path.strength)}`,
      ...tieLines(path, from).map((line) => `  ${line}`),
    ].join('\n'),
  )
  return blocks([
    ...lines,
    `${counted(paths.length, 'path')}, ${independent} of them independent.`,
    section(
      'Careful',
      discretion.map(({ because }) => because),
    ),
  ])
}

export function renderLineage({ chain, cameOfIt }: Lineage): string {
  return (
    blocks([section('It goes back to', links(chain)), section('What came of it', links(cameOfIt))]) ||
    'Nothing is known to lead here.'
  )
}

function links(found: Lineage['chain']): string[] {
  const rows = found.map(({ kind, at, says, nearlyRefused }) => [
    at.slice(0, 10),
    kind,
    nearlyRefused ? `${says} (nearly refused)` : says,
  ])
  return rows.length === 0 ? [] : columns(rows).split('\n')
}

export function renderPrepared({
  organization,
  role,
  meeting,
  enthusiasm,
  room,
  plan,
  owed,
}: Prepared): string {
  const what = [organization?.name, role].filter(Boolean).join(': ')
  return blocks([
    [what, when(meeting)].filter(Boolean).join('\n'),
    ...room.map((guest) =>
      section([guest.person.name, guest.title].filter(Boolean).join(', '), about(guest)),
    ),
    section(
      'Before you go',
      plan.map(({ says }) => says),
    ),
    section(
      'You owe',
      owed.map(({ says, dueOn, person }) => `${says}${person ? ` (${person.name})` : ''}, until ${dueOn}`),
    ),
    enthusiasm.before === null && !enthusiasm.locked
      ? 'How much do you want this? Say so before: --enthusiasm 1..5'
      : null,
  ])
}

const when = ({ startsAt, onDay, timeZone, place }: Prepared['meeting']): string =>
  [startsAt ? inZone(startsAt, timeZone) : onDay, place].filter(Boolean).join(', ')

function inZone(startsAt: string, timeZone: string | null): string {
  const options = { dateStyle: 'full', timeStyle: 'short', timeZone: timeZone ?? undefined } as const
  try {
    return `${new Intl.DateTimeFormat('en-GB', options).format(new Date(startsAt))}${timeZone ? ` (${timeZone})` : ''}`
  } catch {
    return startsAt
  }
}

const about = (guest: Prepared['room'][number]): string[] => {
  const { known, strength, shared, career, common, discretion, ask } = guest
  return [
    ...(known ? [`You know each other (${warmth(strength)}).`] : []),
    ...shared,
    ...career,
    ...(common.length > 0 ? [`Known to ${common.map(({ name }) => name).join(', ')}, whom you know.`] : []),
    ...discretion.map((because) => `Careful: ${because}`),
    ...ask.map((question) => `Ask: ${question}`),
  ]
}

export function renderDecided({ verdict, reason, advice, overruled, forgone }: Decided): string {
  const said = verdict === 'take' ? 'Taken.' : `Refused${reason && reason !== 'none' ? ` (${reason})` : ''}.`
  const lost =
    forgone &&
    `It forgoes ${counted(forgone.people, 'person', 'people')}, ${counted(forgone.organizations, 'organization')}, ${counted(forgone.opened + forgone.strengthened, 'door')}.`
  return [said, lost, overruled ? `The advice was otherwise, and that is kept: ${advice.because}` : null]
    .filter(Boolean)
    .join(' ')
}
