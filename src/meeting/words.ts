import type { RoomBook } from './guests.ts'
import type { Summons } from './summons.ts'
import type { Worth } from './worth-shape.ts'

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

/**
 * Why to take the meeting, in a sentence or two. It leads with whom one would meet; where the data see nothing beyond
 * them it says so of the data, never of the meeting.
 */
export function worthInWords(
  { organization }: Pick<Summons, 'organization'>,
  { guests }: Pick<RoomBook, 'guests'>,
  totals: Worth['totals'],
  blind: number,
): string {
  const met = meets(guests, totals.people)
  const opens = doorsInWords(totals)
  if (opens) return `${met} ${opens}`
  const where = organization ? ` at ${organization.name}` : ''
  if (totals.people === 0)
    return `Whoever you meet${where} works in your field and knows others who do. Add their names and Acquaint shows whom they reach.`
  if (blind > 0)
    return `${met} They know people of your field, offer or not; where they worked before is not known here yet: one line each would show it.`
  return `${met} They know people of your field, offer or not; the people known here show no further door so far.`
}

function meets(guests: RoomBook['guests'], people: number): string {
  const first = guests.find(({ role }) => role === 'interviewer')
  if (first === undefined) return ''
  const who = first.title ? `${first.person.name} (${first.title})` : first.person.name
  if (people === 1) return `You would meet ${who}.`
  return `You would meet ${who} and ${count(people - 1, 'other', 'others')}.`
}

function doorsInWords({ opened, strengthened, organizations }: Worth['totals']): string | null {
  if (opened + strengthened + organizations === 0) return null
  const parts = [
    opened > 0 ? `opens ${count(opened, 'door')} elsewhere` : '',
    strengthened > 0 ? `strengthens ${strengthened}` : '',
    organizations > 0 ? `brings ${count(organizations, 'organization')} within reach` : '',
  ].filter(Boolean)
  return `That ${parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : parts[0]}.`
}
