import { listed, said } from '../language.ts'
import type { RoomBook } from './guests.ts'
import type { Summons } from './summons.ts'
import type { Worth } from './worth-shape.ts'

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
  if (totals.people === 0) return namesWanted(organization?.name)
  return `${met} ${blind > 0 ? careersWanted() : noDoorSoFar()}`
}

const namesWanted = (place: string | undefined): string =>
  said({
    en: `Whoever you meet${place ? ` at ${place}` : ''} works in your field and knows others who do. Add their names and Acquaint shows whom they reach.`,
    de: `Wen immer Sie${place ? ` bei ${place}` : ''} treffen: Sie oder er arbeitet in Ihrem Gebiet und kennt andere, die es auch tun. Nennen Sie die Namen, dann zeigt Acquaint, wen sie erreichen.`,
  })

const careersWanted = (): string =>
  said({
    en: 'They know people of your field, offer or not; where they worked before is not known here yet: one line each would show it.',
    de: 'Sie kennen Menschen Ihres Gebiets, mit oder ohne Angebot; wo sie vorher gearbeitet haben, ist hier noch nicht bekannt: Je eine Zeile würde es zeigen.',
  })

const noDoorSoFar = (): string =>
  said({
    en: 'They know people of your field, offer or not; the people known here show no further door so far.',
    de: 'Sie kennen Menschen Ihres Gebiets, mit oder ohne Angebot; die Menschen, die hier bekannt sind, zeigen bisher keine weitere Tür.',
  })

function meets(guests: RoomBook['guests'], people: number): string {
  const first = guests.find(({ role }) => role === 'interviewer')
  if (first === undefined) return ''
  const who = first.title ? `${first.person.name} (${first.title})` : first.person.name
  const more = people - 1
  if (more === 0) return said({ en: `You would meet ${who}.`, de: `Sie würden ${who} treffen.` })
  return said({
    en: `You would meet ${who} and ${more} ${more === 1 ? 'other' : 'others'}.`,
    de: `Sie würden ${who} und ${more} ${more === 1 ? 'weitere Person' : 'weitere'} treffen.`,
  })
}

function doorsInWords({ opened, strengthened, organizations }: Worth['totals']): string | null {
  if (opened + strengthened + organizations === 0) return null
  const parts = [
    opened > 0 ? opens(opened) : '',
    strengthened > 0 ? said({ en: `strengthens ${strengthened}`, de: `stärkt ${strengthened}` }) : '',
    organizations > 0 ? brings(organizations) : '',
  ].filter(Boolean)
  return said({ en: `That ${listed(parts)}.`, de: `Das ${listed(parts)}.` })
}

const opens = (n: number): string =>
  said({
    en: `opens ${n} ${n === 1 ? 'door' : 'doors'} elsewhere`,
    de: `öffnet ${n} ${n === 1 ? 'Tür' : 'Türen'} anderswo`,
  })

const brings = (n: number): string =>
  said({
    en: `brings ${n} ${n === 1 ? 'organization' : 'organizations'} within reach`,
    de: `bringt ${n} ${n === 1 ? 'Organisation' : 'Organisationen'} in Reichweite`,
  })
