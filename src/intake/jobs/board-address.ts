import type { OpeningFact } from '../records.ts'
import { httpUrl } from '../text/profile-url.ts'

export type Provider = NonNullable<OpeningFact['board']>['provider']

/** Where a board can be fetched: `api` answers with the JSON that the format of that provider reads. */
export type BoardAddress = { provider: Provider; token: string; api: string }

/** A host's pages: which part of the path (from 0) or which query field is the token. `eu` boards answer at another API. */
type Host = { provider: Provider; path: number; under?: string; query?: string }

const HOSTS: Record<string, Host[]> = {
  'boards.greenhouse.io': [
    { provider: 'greenhouse', path: -1, under: '/embed/', query: 'for' },
    { provider: 'greenhouse', path: 0 },
  ],
  'boards-api.greenhouse.io': [{ provider: 'greenhouse', path: 2, under: '/v1/boards/' }],
  'api.greenhouse.io': [{ provider: 'greenhouse', path: 2, under: '/v1/boards/' }],
  'jobs.lever.co': [{ provider: 'lever', path: 0 }],
  'api.lever.co': [{ provider: 'lever', path: 2, under: '/v0/postings/' }],
  'jobs.ashbyhq.com': [{ provider: 'ashby', path: 0 }],
  'api.ashbyhq.com': [{ provider: 'ashby', path: 2, under: '/posting-api/job-board/' }],
}

/** First parts of a path that belong to the provider, not to one of its boards. */
const NO_TOKENS = new Set([
  'embed',
  'api',
  'v0',
  'v1',
  'users',
  'static',
  'robots.txt',
  'favicon.ico',
  'sitemap.xml',
])

const API: Record<Provider, (token: string, isEu: boolean) => string> = {
  greenhouse: (token) => `https://boards-api.greenhouse.io/v1/boards/${token}/jobs?content=true`,
  lever: (token, isEu) => `https://api.${isEu ? 'eu.' : ''}lever.co/v0/postings/${token}?mode=json`,
  ashby: (token) => `https://api.ashbyhq.com/posting-api/job-board/${token}?includeCompensation=true`,
}

const decoded = (text: string | undefined): string => {
  try {
    return decodeURIComponent(text ?? '').trim()
  } catch {
    return ''
  }
}

const tokenIn = (url: URL, host: Host): string => {
  const parts = url.pathname.split('/').filter(Boolean)
  const token = host.query ? (url.searchParams.get(host.query) ?? '') : decoded(parts[host.path])
  const isToken = host.provider === 'ashby' ? /^[^/?#<>"\\]{1,100}$/ : /^[\w.-]{1,100}$/
  return isToken.test(token) && !NO_TOKENS.has(token.toLowerCase()) && !/^\.+$/.test(token) ? token : ''
}

/**
 * The board that the address of a careers page, of one of its jobs or of its API belongs to, and the address to fetch
 * it from; null for every other page.
 */
export const boardAddress = (text: string): BoardAddress | null => {
  const url = httpUrl(text.trim())
  if (url === null) return null
  if (url.username !== '' || url.port !== '') return null
  const isEu = /(^|\.)eu\.(greenhouse|lever)\./.test(url.hostname)
  const name = url.hostname
    .replace(/(^|\.)eu\.(?=(greenhouse|lever)\.)/, '$1')
    .replace(/^job-boards\./, 'boards.')
  const host = Object.hasOwn(HOSTS, name)
    ? HOSTS[name]!.find((h) => url.pathname.startsWith(h.under ?? '/'))
    : undefined
  const token = host && tokenIn(url, host)
  return token
    ? { provider: host.provider, token, api: API[host.provider](encodeURIComponent(token), isEu) }
    : null
}

/** A name to show for a token: "acme-robotics" is "Acme Robotics"; one with capitals is left as its owner wrote it. */
export const nameOfToken = (token: string): string => {
  const parts = token.split(/[-_\s]+/).filter(Boolean)
  return parts.map((p) => (/\p{Lu}/u.test(p) ? p : p.charAt(0).toUpperCase() + p.slice(1))).join(' ')
}
