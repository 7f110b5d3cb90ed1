import type { Title } from './title.ts'

/** From which fit on two different fields are said to overlap, to be neighbours, to have something in common. */
const OVERLAP = 0.6
const NEIGHBOURS = 0.3
const COMMON = 0.15

/** Why two titles are as related as they are, by the families of occupations that they name. */
export function inWords(a: Title, b: Title, fit: number): string {
  const mine = a.families[0]?.family
  const theirs = b.families[0]?.family
  if (mine && mine === theirs) return sameField(mine.name, fit)
  const names = mine && theirs ? `${mine.name} and ${theirs.name}` : 'the titles'
  if (fit >= OVERLAP) return mine && theirs ? `${names} overlap here` : `${names} are of one kind of work`
  if (fit >= NEIGHBOURS) return `${names} are ${mine && theirs ? '' : 'of '}neighbouring fields`
  return `${names} are ${mine && theirs ? '' : 'of '}different fields${fit >= COMMON ? ' with some common ground' : ''}`
}

function sameField(name: string, fit: number): string {
  return fit >= NEIGHBOURS ? `both are ${name}` : `both are ${name}, but the work differs`
}
