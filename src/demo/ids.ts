import type { Id } from '../store/ids.ts'

// Ids of the invented: UUIDv7 with the row's place in the last digits, so that they sort like the places, are the same
// for the same world, and can be made by the database from a place alone.

export type Kind = 'person' | 'organization' | 'position' | 'opening' | 'contact' | 'recommendation'
const DIGIT: Record<Kind, number> = {
  ...{ person: 1, organization: 2, position: 3, opening: 4, contact: 5, recommendation: 6 },
}

/** The first 24 characters of the ids of a kind; the place follows as 12 hexadecimal digits. */
export function idPrefix(kind: Kind, seed: number, now: Date): string {
  const time = now.getTime().toString(16).padStart(12, '0')
  const mark = (seed % 0xfffff).toString(16).padStart(5, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${DIGIT[kind]}${mark.slice(0, 2)}-8${mark.slice(2)}-`
}

export const demoId = <K extends Kind>(kind: K, seed: number, now: Date, place: number): Id<K> =>
  (idPrefix(kind, seed, now) + place.toString(16).padStart(12, '0')) as Id<K>
