import { createHash } from 'node:crypto'
import { cut } from '../../src/fit/cut.ts'

export type Part = 'train' | 'tune' | 'test'

/** One spelling of a title: two titles that the model would read alike are one title. */
export const normal = (title: string): string => cut(title).words.join(' ')

/**
 * The part a title belongs to, by a hash of its one spelling: a tenth is never trained on (`test`), a twentieth only
 * calibrates (`tune`). The same rule for every source, so that no title stands in two parts.
 */
export function partOf(title: string): Part {
  const share = createHash('sha256').update(normal(title)).digest().readUInt32BE(0) / 2 ** 32
  if (share < 0.1) return 'test'
  return share < 0.15 ? 'tune' : 'train'
}
