import type { OpeningFact } from '../records.ts'
import { isoDate } from '../text/iso-date.ts'
import { amount, compact, type Json, list, record, records, words } from '../text/json.ts'
import { employmentType, payPeriod, salaryOf } from './opening-words.ts'

/** What one job says, whichever board it stands on. Texts may be HTML. */
export type Job = {
  id?: string
  title?: string
  url?: string
  company?: string
  hidden?: string
  html?: string[]
  fields: Partial<OpeningFact>
}

type Salary = OpeningFact['salary']

/** `2026-09-30T00:00:00Z` as a day, from milliseconds as Lever gives them. */
const dayOfMillis = (value: unknown): string | undefined =>
  typeof value === 'number' && Math.abs(value) < 8e15 ? new Date(value).toISOString().slice(0, 10) : undefined

const remoteIf = (text: unknown): true | undefined =>
  /\bremote\b/i.test(words(text) ?? '') ? true : undefined

/** Lever and Ashby name the workplace: remote, hybrid or on-site. Hybrid is not remote. */
const isRemote = (workplace: unknown, flag?: unknown): boolean | undefined => {
  const kind = words(workplace)?.toLowerCase()
  if (kind && kind !== 'unspecified') return kind === 'remote'
  return typeof flag === 'boolean' ? flag : undefined
}

const greenhouseSalary = (job: Json): Salary => {
  const range = records(job.pay_input_ranges)[0]
  const [min, max] = [amount(range?.min_cents), amount(range?.max_cents)]
  return salaryOf(
    compact({ min: min && min / 100, max: max && max / 100, currency: words(range?.currency_type) }),
  )
}

/** A job of the Greenhouse Job Board API. */
export const greenhouseJob = (job: Json): Job => {
  const location = words(record(job.location).name)
  const types = records(job.metadata).filter((m) => /^(employment|job|time) type$/i.test(words(m.name) ?? ''))
  const places = records(job.offices).map((o) => words(o.name))
  return {
    id: words(job.id),
    title: words(job.title),
    url: words(job.absolute_url),
    company: words(job.company_name),
    html: [words(job.content) ?? ''],
    fields: {
      department: words(records(job.departments)[0]?.name),
      location: location ?? (places.filter(Boolean).join('; ') || undefined),
      remote: remoteIf(location),
      employmentType: employmentType(types[0]?.value),
      salary: greenhouseSalary(job),
      postedOn: isoDate(job.first_published),
      until: isoDate(job.application_deadline),
    },
  }
}

/** A posting of the Lever Postings API. */
export const leverJob = (job: Json): Job => {
  const { commitment, department, team, location, allLocations } = record(job.categories)
  const places = list(allLocations).map(words).filter(Boolean)
  const { min, max, currency, interval } = record(job.salaryRange)
  const lists = records(job.lists).map(
    (l) => `<h3>${words(l.text) ?? ''}</h3><ul>${words(l.content) ?? ''}</ul>`,
  )
  const salary = compact({
    min: amount(min),
    max: amount(max),
    currency: words(currency),
    per: payPeriod(interval),
  })
  return {
    id: words(job.id),
    title: words(job.text),
    url: words(job.hostedUrl),
    html: [
      words(job.description) ?? words(job.descriptionPlain) ?? '',
      ...lists,
      words(job.additional) ?? '',
    ],
    fields: {
      department: words(department) ?? words(team),
      location: places.length > 1 ? places.join('; ') : words(location),
      remote: isRemote(job.workplaceType) ?? remoteIf(location),
      employmentType: employmentType(commitment),
      salary: salaryOf(salary),
      postedOn: dayOfMillis(job.createdAt),
    },
  }
}

const ashbySalary = (job: Json): Salary => {
  if (job.shouldDisplayCompensationOnJobPostings === false) return undefined
  const { summaryComponents, compensationTiers } = record(job.compensation)
  const parts = [
    ...records(summaryComponents),
    ...records(compensationTiers).flatMap((t) => records(t.components)),
  ]
  const pay = parts.find((p) => /^salary$/i.test(words(p.compensationType) ?? ''))
  const [min, max] = [amount(pay?.minValue), amount(pay?.maxValue)]
  return salaryOf(compact({ min, max, currency: words(pay?.currencyCode), per: payPeriod(pay?.interval) }))
}

/** A job of the Ashby posting API. */
export const ashbyJob = (job: Json): Job => {
  const others = records(job.secondaryLocations).map((l) => words(l.location))
  return {
    id: words(job.id),
    title: words(job.title),
    url: words(job.jobUrl),
    hidden: job.isListed === false ? 'not listed on the board' : undefined,
    html: [words(job.descriptionHtml) ?? words(job.descriptionPlain) ?? ''],
    fields: {
      department: words(job.department) ?? words(job.team),
      location: [words(job.location), ...others].filter(Boolean).join('; ') || undefined,
      remote: isRemote(job.workplaceType, job.isRemote),
      employmentType: employmentType(words(job.employmentType)?.replace(/([a-z])([A-Z])/g, '$1-$2')),
      salary: ashbySalary(job),
      postedOn: isoDate(job.publishedAt),
    },
  }
}
