import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { answers, type Document, plain, readQuery } from './query.ts'
import { id, text } from './shapes.ts'

// Search over people, organizations and openings. The words are kept in memory: under row-level security PostgreSQL
// uses no text index, and a workspace's words fit many times over.

const KINDS = ['person', 'organization', 'opening'] as const
type Kind = (typeof KINDS)[number]
type Entry = Document & { kind: Kind; id: string; says: string; more: string }

export const searchFind = action({
  name: 'search.find',
  says: 'Find people, organizations and openings: names (a wrong letter is forgiven), words, "phrases", AND, OR, NOT and brackets.',
  kind: 'read',
  may: ['owner'],
  input: z.object({
    query: text(500),
    kinds: z.array(z.enum(KINDS)).optional(),
    top: z.coerce.number().int().min(1).max(200).default(20),
  }),
  output: z.object({
    total: z.number().int(),
    found: z.array(z.object({ kind: z.enum(KINDS), id, says: z.string(), more: z.string() })),
  }),
  async run(context, { query, kinds, top }) {
    const wanted = readQuery(query)
    if (wanted === null) return { total: 0, found: [] }
    const entries = await entriesOf(context)
    const hits = entries
      .filter(({ kind }) => kinds === undefined || kinds.includes(kind))
      .map((entry) => ({ entry, score: answers(wanted, entry) }))
      .filter(({ score }) => score > 0)
    hits.sort((one, other) => other.score - one.score || (one.entry.name < other.entry.name ? -1 : 1))
    const found = hits.slice(0, top).map(({ entry: { kind, id, says, more } }) => ({ kind, id, says, more }))
    return { total: hits.length, found }
  },
})

type Kept = { factsVersion: number; entries: Promise<Entry[]> }
const kept = new WeakMap<object, Map<string, Kept>>()

/** The words of the workspace, read again when its facts have changed. */
function entriesOf(context: Context): Promise<Entry[]> {
  const { engine, workspace, factsVersion } = context
  const all = kept.get(engine) ?? new Map<string, Kept>()
  kept.set(engine, all)
  const known = all.get(workspace)
  if (known && known.factsVersion >= factsVersion) return known.entries
  const entries = readEntries(context)
  all.set(workspace, { factsVersion, entries })
  entries.catch(() => all.delete(workspace))
  return entries
}

type Row = { kind: Kind; id: string; says: string; more: string; words: string }

async function readEntries({ tx }: Context): Promise<Entry[]> {
  const { rows } = await sql<Row>`
    select 'person' as kind, person.id, person.name as says, coalesce(job.last, headline, '') as more,
           concat_ws(' ', headline, job.all_of_them, array_to_string(skills, ' '), array_to_string(tags, ' '), notes) as words
    from person left join (
      select person_id, string_agg(concat_ws(' ', title, organization.name), ' ') as all_of_them,
             (array_agg(concat_ws(', ', title, organization.name) order by ended, coalesce(to_date, seen_on) desc))[1] as last
      from position join organization on organization.id = organization_id group by person_id
    ) as job on job.person_id = person.id
    where merged_into is null
    union all
    select 'organization', id, name, coalesce(industry, ''), concat_ws(' ', domain, industry) from organization
    union all
    select 'opening', opening.id, title, organization.name, concat_ws(' ', organization.name, location, department)
    from opening join organization on organization.id = organization_id where closed_at is null`.execute(tx)
  return rows.map(({ kind, id, says, more, words }) => ({
    kind,
    id,
    says,
    more,
    name: plain(says),
    text: plain(words),
  }))
}
