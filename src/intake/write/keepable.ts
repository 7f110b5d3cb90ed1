import type { Fact } from '../records.ts'

/** A NUL or half of a surrogate pair, as JSON writes them; a backslash of the text itself is written doubled. */
const NOT_TEXT = /(?<!\\)(?:\\\\)*\\u(0000|d[89a-f][0-9a-f]{2})/

/** What is looked up by its text stands in an index, where a row has room for 2,700 bytes. In characters. */
const MOST: Record<string, number> = {
  ...{ name: 500, domain: 500, uid: 800 },
  ...{ email: 800, emails: 800, profileUrl: 800, profileUrls: 800, phones: 500 },
}

/** Why a fact cannot be kept, or null: a row that is too much for the database must not take the others with it. */
export function whyNotKept(fact: Fact): string | null {
  let tooLong: string | null = null
  const text = JSON.stringify(fact, (key, value: unknown) => {
    const most = MOST[key]
    const longest = most === undefined ? 0 : longestOf(value)
    if (most !== undefined && longest > most)
      tooLong = `${key}: ${longest} characters; at most ${most} are kept`
    return value
  })
  const found = NOT_TEXT.exec(text)
  if (found === null) return tooLong
  return `contains ${found[1] === '0000' ? 'a NUL character' : 'half a character'}, which cannot be kept`
}

function longestOf(value: unknown): number {
  if (typeof value === 'string') return value.length
  return Array.isArray(value) ? Math.max(0, ...value.map(longestOf)) : 0
}
