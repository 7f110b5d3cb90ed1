import { said } from '../language.ts'
import type { GuestShape } from './guests.ts'
import type { Summons } from './summons.ts'

/** What to ask one person of the room: from what is known of them, nothing generic. Pure. */
export function questionsFor(guest: GuestShape, { organization }: Pick<Summons, 'organization'>): string[] {
  const { person, career, shared, level, title, known } = guest
  const first = person.name.split(' ')[0]!
  const place = organization?.name ?? said({ en: 'there', de: 'dort' })
  const before = career[0]
  const senior = isSenior(level)
  return [
    ...shared.map((what) => aboutThatTime(first, what)),
    before ? aboutComing(first, before, place) : whereBefore(first, place),
    ...(senior ? [aboutTheRole(first)] : []),
    ...(title && !senior ? [aboutTheWeek(title)] : []),
    whomElse(first),
    ...(known ? [askBeforehand(first)] : []),
  ]
}

const aboutThatTime = (first: string, what: string): string =>
  said({
    en: `${first} and ${what}: whom do you both know from that time?`,
    de: `${first} und Sie – ${what}: Wen kennen Sie beide aus dieser Zeit?`,
  })

const aboutComing = (first: string, before: string, place: string): string =>
  said({
    en: `${first} ${before}: what made ${first} come to ${place}?`,
    de: `${first} ${before}: Was hat ${first} zu ${place} geführt?`,
  })

const whereBefore = (first: string, place: string): string =>
  said({ en: `Where was ${first} before ${place}?`, de: `Wo war ${first} vor ${place}?` })

const aboutTheRole = (first: string): string =>
  said({
    en: `What does ${first} expect of this role in the first half year?`,
    de: `Was erwartet ${first} von dieser Stelle im ersten halben Jahr?`,
  })

const aboutTheWeek = (title: string): string =>
  said({
    en: `What does a week as ${title} look like, and with whom?`,
    de: `Wie sieht eine Woche als ${title} aus, und mit wem?`,
  })

const whomElse = (first: string): string =>
  said({
    en: `Whom else in the field should you know, ${first} might say, whatever comes of this?`,
    de: `Wen sonst sollten Sie, meint ${first}, in Ihrem Gebiet kennen, was immer hieraus wird?`,
  })

const askBeforehand = (first: string): string =>
  said({
    en: `You know ${first} already: ask beforehand what matters to the others in the room.`,
    de: `Sie kennen ${first} schon: Fragen Sie vorher, worauf es den anderen im Raum ankommt.`,
  })

const SENIOR = ['board', 'chief', 'vice president', 'director', 'head']
const isSenior = (level: string | null): boolean => level !== null && SENIOR.includes(level)
