import type { Worth } from '../../../meeting/worth-shape.ts'
import { blocks, columns, counted, firstOf, indented, section } from './columns.ts'
import { openingName, pathLine, tieLines, warmth } from './words.ts'

const SHOWN = 10

/** What a meeting is worth, as one would tell it: the advice, whom one would meet, what comes within reach. */
export function renderWorth(worth: Worth): string {
  return blocks([
    advice(worth),
    section(`Whom you would meet: ${counted(worth.totals.people, 'interviewer')}`, room(worth)),
    section(
      'One line would add',
      worth.blind.map(({ because, ask }) => `${because} ${ask}`),
    ),
    section(doorsTitle(worth), doors(worth)),
    section(`Organizations newly in reach: ${worth.totals.organizations}`, organizations(worth)),
    section('Other openings where you are invited', atTheInviter(worth)),
    section(
      'Is it they?',
      worth.questions.map(({ ask, because }) => `${ask} (${because})`),
    ),
    section(
      'Careful',
      worth.discretion.map(({ because }) => because),
    ),
  ])
}

function advice({ advice }: Worth): string {
  const verdict = advice.verdict === 'take' ? 'Take this meeting.' : 'You may decline this meeting.'
  return blocks([`${verdict}\n${indented(advice.because)}`, advice.ask])
}

function room({ room }: Worth): string[] {
  if (room.length === 0) return []
  const rows = room.map((guest) => [
    guest.person.name,
    guest.title ?? guest.person.headline ?? guest.level ?? '',
    guest.role === 'interviewer' ? '' : guest.role,
    guest.known ? `you know each other (${warmth(guest.strength)})` : guest.shared.join('; '),
  ])
  return columns(rows).split('\n')
}

const doorsTitle = ({ totals }: Worth): string =>
  `Doors elsewhere: ${totals.opened} opened, ${totals.strengthened} strengthened`

function doors({ doors }: Worth): string[] {
  return firstOf(doors, SHOWN, (door) => {
    const title = `${openingName(door.opening)}: ${door.kind}, ${change(door.before, door.after)}`
    return [
      title,
      ...[pathLine(door.path), ...tieLines(door.path).map((line) => `  ${line}`), door.fitBecause]
        .filter(Boolean)
        .map((line) => `  ${line}`),
    ].join('\n')
  })
}

const change = (before: number | null, after: number): string =>
  warmth(before) === warmth(after) || before === null
    ? warmth(after)
    : `${warmth(before)}, then ${warmth(after)}`

function organizations({ organizations, totals }: Worth): string[] {
  const rows = organizations
    .slice(0, SHOWN)
    .map(({ organization, after, openings, path }) => [
      organization.name,
      warmth(after),
      openings > 0 ? counted(openings, 'opening') : '',
      pathLine(path),
    ])
  const more = totals.organizations - rows.length
  return rows.length === 0
    ? []
    : [...columns(rows).split('\n'), ...(more > 0 ? [`... and ${more} more`] : [])]
}

const atTheInviter = ({ atTheInviter }: Worth): string[] =>
  firstOf(atTheInviter, SHOWN, ({ opening, path }) => `${opening.title}\n  ${pathLine(path)}`)
