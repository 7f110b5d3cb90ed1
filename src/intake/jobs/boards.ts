import { type Format, IntakeError, type Item, type OpeningFact, type ReadContext } from '../records.ts'
import { compact, isRecord, type Json, readJson, record } from '../text/json.ts'
import { jsonKeys } from '../text/json-keys.ts'
import { oneLine, plainText, TEXT_LIMIT } from '../text/plain-text.ts'
import { httpUrl } from '../text/profile-url.ts'
import { type BoardAddress, boardAddress, nameOfToken, type Provider } from './board-address.ts'
import { ashbyJob, greenhouseJob, type Job, leverJob } from './board-jobs.ts'
import { isOver } from './opening-words.ts'

export { boardAddress } from './board-address.ts'

/** The board of a file: that of its jobs' addresses, else that of the address it was fetched from. */
const boardOf = (jobs: Job[], provider: Provider, name: string): BoardAddress | undefined =>
  [...jobs.map((j) => j.url ?? ''), name].map(boardAddress).find((b) => b?.provider === provider) ?? undefined

const organizationOf = (job: Job, token: string | undefined): OpeningFact['organization'] | undefined => {
  if (job.company) return { name: oneLine(job.company) }
  if (token) return { name: nameOfToken(token) }
  const host = httpUrl(job.url ?? '')?.hostname.replace(/^(www|jobs|careers)\./, '')
  return host ? { name: nameOfToken(host.split('.').at(-2) ?? host), domain: host } : undefined
}

/** `isFull`: the file holds all jobs of its board, so that what is missing in it is closed. */
type Listing = { provider: Provider; isFull: boolean; board?: BoardAddress; context: ReadContext }

const openingOf = (job: Job, id: string, title: string, listing: Listing): OpeningFact | undefined => {
  const { provider, board, isFull, context } = listing
  const token = boardAddress(job.url ?? '')?.token ?? board?.token
  const organization = context.organization ? { name: context.organization } : organizationOf(job, token)
  if (!organization) return undefined
  const description = (job.html ?? [])
    .map((h) => plainText(h))
    .filter(Boolean)
    .join('\n\n')
    .slice(0, TEXT_LIMIT)
  return compact({
    kind: 'opening' as const,
    key: `${provider}:${token ?? organization.domain ?? organization.name}:${id}`,
    board: isFull && token ? { provider, token } : undefined,
    organization,
    title: oneLine(title),
    description: description || undefined,
    ...job.fields,
    url: job.url,
    closed: isOver(job.fields.until, context.now) ? true : undefined,
  })
}

const itemOf = (job: Job, at: string, listing: Listing): Item => {
  if (job.hidden) return { at, skipped: job.hidden }
  if (!job.id || !job.title) return { at, rejected: job.id ? 'has no title' : 'has no id' }
  const fact = openingOf(job, job.id, job.title, listing)
  return fact ? { at, fact } : { at, rejected: 'does not say which organization is hiring' }
}

type Shape = { provider: Provider; says: string; under: 'jobs' | ''; read: (job: Json) => Job }

type FoundJobs = { jobs: unknown[]; at: string; isFull: boolean }

/** The jobs of a file: a full listing, those of one department, or one job by itself. */
const jobsIn = (value: unknown, { under, provider, says }: Shape, name: string): FoundJobs => {
  const listed = under === '' ? value : record(value)[under]
  const isPart = isRecord(value) && 'id' in value
  if (Array.isArray(listed)) return { jobs: listed, at: under || 'posting', isFull: !isPart }
  if (isPart && (value.title || value.text)) return { jobs: [value], at: '', isFull: false }
  throw new IntakeError(`${name} is no ${provider} board: ${says} were expected.`)
}

const readBoard = function* (shape: Shape, bytes: Uint8Array, context: ReadContext): Generator<Item> {
  const { jobs, at, isFull } = jobsIn(readJson(bytes, context.name), shape, context.name)
  const read = jobs.map((job) => (isRecord(job) ? shape.read(job) : undefined))
  const known = read.filter((job) => job !== undefined)
  const board = boardOf(known, shape.provider, context.name)
  const listing: Listing = { provider: shape.provider, isFull, board, context }
  const seen = new Set<string>()
  if (jobs.length === 0) yield { at, skipped: 'the board lists no openings' }
  for (const [i, job] of read.entries()) {
    const place = at === '' ? 'the job' : `${at}[${i}]`
    const item: Item = job
      ? itemOf(job, place, listing)
      : { at: place, rejected: 'is no job: an object was expected' }
    const key = 'fact' in item ? (item.fact as OpeningFact).key : ''
    yield key && seen.has(key) ? { at: place, skipped: 'the same job stands above' } : item
    seen.add(key)
  }
}

/** Whether all of the first and one of the others are among the keys, in a list or alone. */
const has = (keys: Set<string>, prefix: string, all: string[], some: string[]): boolean =>
  all.every((k) => keys.has(prefix + k)) && some.some((k) => keys.has(prefix + k))

const GREENHOUSE = ['absolute_url', 'internal_job_id', 'demographic_questions']
const LEVER = ['hostedUrl', 'descriptionPlain', 'additionalPlain', 'text', 'applyUrl']
const ASHBY = ['jobUrl', 'isListed', 'publishedAt', 'shouldDisplayCompensationOnJobPostings', 'isRemote']

const greenhouseShape: Shape = {
  provider: 'greenhouse',
  says: 'jobs with id, title and absolute_url',
  under: 'jobs',
  read: greenhouseJob,
}
const leverShape: Shape = {
  provider: 'lever',
  says: 'postings with id, text and hostedUrl',
  under: '',
  read: leverJob,
}
const ashbyShape: Shape = {
  provider: 'ashby',
  says: 'jobs with id, title and jobUrl',
  under: 'jobs',
  read: ashbyJob,
}

/** Greenhouse Job Board API: the jobs of a board (`{ jobs, meta }`), with or without content, or one job. */
export const greenhouse: Format = {
  kind: 'greenhouse',
  says: 'openings of a Greenhouse board',
  recognizes({ text }) {
    const keys = jsonKeys(text)
    const isEmpty = keys.has('jobs') && keys.has('meta.total') && !/"jobs"\s*:\s*\[\s*[^\]\s]/.test(text)
    return (
      isEmpty || has(keys, 'jobs[].', ['title'], GREENHOUSE) || has(keys, '', ['id', 'title'], GREENHOUSE)
    )
  },
  read: (bytes, context) => readBoard(greenhouseShape, bytes, context),
}

/** Lever Postings API: an array of postings, or one. */
export const lever: Format = {
  kind: 'lever',
  says: 'openings of a Lever board',
  recognizes({ text }) {
    const keys = jsonKeys(text)
    return has(keys, '[].', ['categories'], LEVER) || has(keys, '', ['id', 'categories'], LEVER)
  },
  read: (bytes, context) => readBoard(leverShape, bytes, context),
}

/** Ashby posting API: `{ jobs, apiVersion }`. */
export const ashby: Format = {
  kind: 'ashby',
  says: 'openings of an Ashby board',
  recognizes({ text }) {
    const keys = jsonKeys(text)
    return has(keys, 'jobs[].', ['title'], ASHBY) && !has(keys, 'jobs[].', [], GREENHOUSE)
  },
  read: (bytes, context) => readBoard(ashbyShape, bytes, context),
}
