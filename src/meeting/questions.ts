import type { GuestShape } from './guests.ts'
import type { Summons } from './summons.ts'

/** What to ask one person of the room: from what is known of them, nothing generic. Pure. */
export function questionsFor(guest: GuestShape, { organization }: Pick<Summons, 'organization'>): string[] {
  const { person, career, shared, level, title, known } = guest
  const first = person.name.split(' ')[0]!
  const place = organization?.name ?? 'there'
  const before = career[0]
  return [
    ...shared.map((what) => `${first} and ${what}: whom do you both know from that time?`),
    before
      ? `${first} ${before}: what made ${first} come to ${place}?`
      : `Where was ${first} before ${place}?`,
    ...(isSenior(level) ? [`What does ${first} expect of this role in the first half year?`] : []),
    ...(title && !isSenior(level) ? [`What does a week as ${title} look like, and with whom?`] : []),
    `Whom else in the field should you know, ${first} might say, whatever comes of this?`,
    ...(known ? [`You know ${first} already: ask beforehand what matters to the others in the room.`] : []),
  ]
}

const SENIOR = ['board', 'chief', 'vice president', 'director', 'head']
const isSenior = (level: string | null): boolean => level !== null && SENIOR.includes(level)
