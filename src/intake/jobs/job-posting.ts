import { type Format, IntakeError, type Item, type OpeningFact, type OrganizationName } from '../records.ts'
import { isoDate } from '../text/iso-date.ts'
import { compact, isRecord, type Json, list, readJson, record, words } from '../text/json.ts'
import { beginsAsHtml, oneLine } from '../text/plain-text.ts'
import { httpUrl } from '../text/profile-url.ts'
import { decode } from '../text/text.ts'
import { type Found, nodesOfType, objectsInPage, type PageFacts } from './linked-data.ts'
import { employmentType, isOver } from './opening-words.ts'
import { otherSystem } from './other-boards.ts'
import { descriptionOf, first, organizationOf, placesOf, salaryFrom, text, texts } from './posting-fields.ts'

/** Whether the time is past: to the minute when it is given with one, else the day after. */
const isPast = (validThrough: string | undefined, now: Date): boolean => {
  const hasTime = validThrough !== undefined && /\dT\d/.test(validThrough)
  const end = hasTime
    ? Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(validThrough) ? validThrough : `${validThrough}Z`)
    : Number.NaN
  return Number.isNaN(end) ? isOver(isoDate(validThrough), now) : end < now.getTime()
}

const identityOf = (
  posting: Json,
  organization: OrganizationName,
  title: string,
  page: PageFacts,
): { key: string; url?: string } => {
  const identifier = first(posting.identifier)
  const id =
    text(identifier.value) ?? (isRecord(list(posting.identifier)[0]) ? undefined : text(posting.identifier))
  const own = httpUrl(text(posting.url) ?? '')?.href
  const described = [organization.name, title, placesOf(posting.jobLocation)]
    .filter(Boolean)
    .join(' | ')
    .toLowerCase()
  const key = id ? `posting:${organization.name.toLowerCase()}:${id}` : `posting:${own ?? described}`
  return { key, url: own ?? httpUrl(page.canonical ?? '')?.href }
}

const openingOf = (
  posting: Json,
  title: string,
  organization: OrganizationName,
  page: PageFacts,
  now: Date,
): OpeningFact => {
  const isRemote = texts(posting.jobLocationType).some((t) => /telecommute|remote/i.test(t))
  const validThrough = text(posting.validThrough)
  return compact({
    kind: 'opening' as const,
    ...identityOf(posting, organization, title, page),
    organization,
    title,
    description: descriptionOf(posting),
    department: text(posting.employmentUnit),
    location: placesOf(posting.jobLocation) ?? placesOf(posting.applicantLocationRequirements),
    remote: isRemote ? true : undefined,
    employmentType: employmentType(...list(posting.employmentType)),
    salary: salaryFrom(posting),
    postedOn: isoDate(text(posting.datePosted)),
    until: isoDate(validThrough),
    closed: isPast(validThrough, now) ? true : undefined,
  })
}

/** The organization of the page: the one that its postings name, or the site's own name. */
const organizationOfPage = (postings: Json[], page: PageFacts): OrganizationName | undefined => {
  const named = postings.map(organizationOf).filter((o) => o !== undefined)
  const isOne = new Set(named.map((o) => o.name)).size === 1
  return isOne ? named[0] : named.length === 0 && page.site ? { name: oneLine(page.site) } : undefined
}

const itemsOf = function* (found: Found[], page: PageFacts, now: Date): Generator<Item> {
  const shared = organizationOfPage(
    found.flatMap((f) => ('node' in f ? [f.node] : [])),
    page,
  )
  const seen = new Map<string, string>()
  for (const one of found) {
    const { at } = one
    if ('broken' in one) yield { at, rejected: one.broken }
    else {
      const title = oneLine(text(one.node.title) ?? text(one.node.name) ?? '')
      const organization = organizationOf(one.node) ?? shared
      const fact = title && organization ? openingOf(one.node, title, organization, page, now) : undefined
      if (!fact) yield { at, rejected: title ? 'does not say which organization is hiring' : 'has no title' }
      else if (seen.has(fact.key)) yield { at, skipped: `the same posting as in ${seen.get(fact.key)}` }
      else {
        seen.set(fact.key, at)
        yield { at, fact }
      }
    }
  }
}

/** A page by the charset that it declares, else as well as can be: a wrong byte spoils no posting. */
const decodePage = (bytes: Uint8Array): string => {
  const start = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  const charset = /<meta[^>]{0,200}charset=["']?([\w-]+)/i.exec(start)?.[1]
  try {
    if (charset && !/^(utf-?8|iso-8859-1|windows-1252)$/i.test(charset))
      return new TextDecoder(charset).decode(bytes)
  } catch {
    // an unknown charset: the bytes themselves say more
  }
  return decode(bytes).text
}

const isJson = (beginning: string): boolean => /^\uFEFF?\s*[{[]/.test(beginning)

const isMail = (beginning: string): boolean =>
  /^(?:received|return-path|delivered-to|mime-version|message-id|date|from|to|subject|x-[\w-]+):/i.test(
    beginning,
  )

/** A title for what a JSON feed is of, in the absence of the organization in its postings. */
const factsOfFeed = (value: unknown): PageFacts => ({
  site: words(record(value).feed_url) ? words(record(value).title) : undefined,
})

/** schema.org JobPosting in a page (JSON-LD, microdata, RDFa) or as bare JSON-LD. The same posting in several ways counts once. */
export const jobPosting: Format = {
  kind: 'job-posting',
  says: 'a page or file with schema.org job postings',
  recognizes({ text: beginning }) {
    if (isJson(beginning))
      return /"@(?:type|graph)"\s*:/.test(beginning) && /schema\.org|JobPosting/.test(beginning)
    if (isMail(beginning)) return false
    return beginsAsHtml(beginning) || /application\/ld\+json|schema\.org\/JobPosting/i.test(beginning)
  },
  *read(bytes, { name, now }) {
    const source = decodePage(bytes)
    const value = isJson(source) ? readJson(bytes, name) : undefined
    const { found, page } = isJson(source)
      ? {
          found: nodesOfType(value, 'JobPosting').map((node, i) => ({ at: `posting ${i + 1}`, node })),
          page: factsOfFeed(value),
        }
      : objectsInPage(source, 'JobPosting')
    if (found.length > 0) return yield* itemsOf(found, page, now)
    const system = isJson(source) ? undefined : otherSystem(source)
    throw new IntakeError(`${name} ${system ? `is ${system} and ` : ''}holds no schema.org JobPosting.`)
  },
}
