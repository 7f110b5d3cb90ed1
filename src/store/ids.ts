import { randomBytes } from 'node:crypto'

/** A UUIDv7 of one kind: an id of a person cannot be passed for one of an organization. */
export type Id<Kind extends string> = string & { readonly __kind: Kind }

const TAIL = 2 ** 32
let lastAt = 0
let tail = 0

/**
 * A new UUIDv7 (RFC 9562), made in the application. Ids of one time `now` are in the order in which they were made,
 * in other processes and while the clock of a test stands still too: behind `now` come 42 bits of the real clock,
 * then a number that counts up.
 */
export function newId<Kind extends string>(now: number = Date.now()): Id<Kind> {
  const at = Math.max(lastAt, Date.now())
  tail = at === lastAt ? tail + 1 : randomBytes(4).readUInt32BE() >>> 1
  lastAt = tail < TAIL ? at : at + 1
  tail %= TAIL
  const real = BigInt.asUintN(42, BigInt(lastAt))
  const high = (BigInt(now) << 16n) | 0x7000n | (real >> 30n)
  const low = (0b10n << 62n) | ((real & 0x3fffffffn) << 32n) | BigInt(tail)
  const hex = ((high << 64n) | low).toString(16).padStart(32, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<Kind>
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const isId = (text: string): boolean => UUID.test(text)
