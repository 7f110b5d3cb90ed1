import { type BoardAddress, boardAddress } from './board-address.ts'

/** Legal forms that no board's token holds. */
const LEGAL =
  /[\s,]+(?:inc|incorporated|corp|corporation|co|ltd|limited|llc|llp|plc|gmbh|ag|se|kg|sa|sas|bv|ab|oy|as)\.?$/i

/** At most so many spellings are tried at each of the three. */
const MOST = 3

/** How an organization may be spelt in its board's address: from its name, and from its domain. */
export function boardTokens(name: string, domain: string | null): string[] {
  const words = name
    .replace(LEGAL, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const label = domain
    ?.toLowerCase()
    .replace(/^www\./, '')
    .split('.')[0]
  const spellings = [words.join(''), words.join('-'), label ?? '']
  return [...new Set(spellings)].filter((token) => token.length > 1).slice(0, MOST)
}

const PAGES = ['https://boards.greenhouse.io/', 'https://jobs.lever.co/', 'https://jobs.ashbyhq.com/']

/** Where a board of this organization might be: guesses, until somebody asks. */
export const guessedBoards = (name: string, domain: string | null): BoardAddress[] =>
  boardTokens(name, domain).flatMap((token) =>
    PAGES.flatMap((page) => {
      const board = boardAddress(page + token)
      return board === null ? [] : [board]
    }),
  )
