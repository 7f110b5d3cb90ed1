import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { STAFF } from '../role.ts'
import { type Corpus, corpusOf, marked, scores } from './matching.ts'
import { readQuery, termsOf } from './query.ts'
import { id, text } from './shapes.ts'

// Search over people, organizations and openings. The words are kept in memory: under row-level security PostgreSQL
// uses no text index, and a workspace's words fit many times over.

const KINDS = ['person', 'organization', 'opening'] as const
type Kind = (typeof KINDS)[number]
/** `lines`: what is said of it, a line each position, skill, tag, note. */
type Entry = { kind: Kind; id: string; says: string; more: string; lines: string }

const pieces = z.array(z.object({ text: z.string(), hit: z.boolean() }))

export const searchFind = action({
  name: 'search.find',
  says: 'Find people, organizations and openings: names (a wrong letter is forgiven), words, "phrases", AND, OR, NOT and brackets.',
  kind: 'read',
  may: STAFF,
  input: z.object({
    query: text(500),
    kinds: z.array(z.enum(KINDS)).optional(),
    top: z.coerce.number().int().min(1).max(200).default(20),
  }),
  output: z.object({
    total: z.number().int(),
    found: z.array(
      z.object({
        ...{ kind: z.enum(KINDS), id, says: z.string(), more: z.string() },
        name: pieces.describe('the name in pieces, those that answer the search marked'),
        why: pieces.describe('the line of the record that answers, when the name alone does not'),
      }),
    ),
  }),
  async run(context, { query, kinds, top }) {
    const wanted = readQuery(query)
    if (wanted === null) return { total: 0, found: [] }
    const { entries, corpus } = await wordsOf(context)
    const score = scores(wanted, corpus)
    const hits = [...entries.keys()].filter(
      (at) => score[at]! > 0 && (kinds === undefined || kinds.includes(entries[at]!.kind)),
    )
    const nameAt = (at: number) => corpus.documents[at]!.name
    hits.sort((one, other) => score[other]! - score[one]! || (nameAt(one) < nameAt(other) ? -1 : 1))
    const terms = termsOf(wanted)
    return { total: hits.length, found: hits.slice(0, top).map((at) => shown(entries[at]!, terms)) }
  },
})

/** What is found, and why: the line that holds most of the words that the name does not. */
function shown({ kind, id, says, more, lines }: Entry, terms: readonly string[]) {
  const name = marked(says, terms)
  const lineOf = (line: string) => {
    const pieces = marked(line, terms)
    return { line: pieces, hits: hitsIn(pieces) }
  }
  const best = lines
    .split('\n')
    .map((line) => lineOf(around(line, terms)))
    .reduce((most, line) => (line.hits > most.hits ? line : most), { line: [] as typeof name, hits: 0 })
  return { kind, id, says, more, name, why: best.hits > 0 ? best.line : [] }
}

const hitsIn = (line: readonly { hit: boolean }[]): number => line.filter(({ hit }) => hit).length

const AROUND = 60

/** Of a long line, such as a note, what stands around the first word that answers. */
function around(line: string, terms: readonly string[]): string {
  if (line.length <= 3 * AROUND) return line
  const [before] = marked(line, terms)
  const at = before === undefined || before.hit ? 0 : before.text.length
  const from = Math.max(0, at - AROUND)
  const cut = line.slice(from, at + 2 * AROUND)
  return `${from > 0 ? '… ' : ''}${cut}${at + 2 * AROUND < line.length ? ' …' : ''}`
}

type Words = { entries: Entry[]; corpus: Corpus }
type Kept = { version: string; words: Promise<Words> }
const kept = new WeakMap<object, Map<string, Kept>>()

/** The words of the workspace, read again when something that is searched has changed. */
async function wordsOf(context: Context): Promise<Words> {
  const { engine, workspace } = context
  const version = await versionOf(context)
  const all = kept.get(engine) ?? new Map<string, Kept>()
  kept.set(engine, all)
  const known = all.get(workspace)
  if (known?.version === version) return known.words
  const words = readWords(context)
  all.set(workspace, { version, words })
  words.catch(() => all.delete(workspace))
  return words
}

/** Facts, and what was said of organizations: such words are appended, so that their count tells them apart. */
async function versionOf({ tx, factsVersion }: Context): Promise<string> {
  const { said } = await tx
    .selectFrom('organization_word')
    .select((eb) => eb.fn.countAll().as('said'))
    .executeTakeFirstOrThrow()
  return `${factsVersion}/${said}`
}

async function readWords({ tx }: Context): Promise<Words> {
  const { rows } = await sql<Entry>`
    select 'person' as kind, person.id, person.name as says, coalesce(job.last, headline, '') as more,
           concat_ws(E'\n', headline, job.all_of_them, nullif(array_to_string(skills, ', '), ''),
                     nullif(array_to_string(tags, ', '), ''), notes, summary, location) as lines
    from person left join (
      select person_id, string_agg(concat_ws(', ', title, organization.name), E'\n') as all_of_them,
             (array_agg(concat_ws(', ', title, organization.name) order by ended, coalesce(to_date, seen_on) desc))[1] as last
      from position join organization on organization.id = organization_id group by person_id
    ) as job on job.person_id = person.id
    where merged_into is null
    union all
    select 'organization', organization.id, name, coalesce(industry, ''), concat_ws(E'\n', domain, industry, word.says)
    from organization left join (
      select organization_id, string_agg(text, E'\n' order by at desc) as says from organization_word
      where text is not null group by 1
    ) as word on word.organization_id = organization.id
    union all
    select 'opening', opening.id, title, organization.name, concat_ws(E'\n', organization.name, location, department)
    from opening join organization on organization.id = organization_id where closed_at is null`.execute(tx)
  return { entries: rows, corpus: corpusOf(rows.map(({ says, lines }) => ({ name: says, text: lines }))) }
}
