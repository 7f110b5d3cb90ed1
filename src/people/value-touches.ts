import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { type Finding, touches } from '../fit/index.ts'
import { language } from '../language.ts'
import { organizationShape, words } from './shapes.ts'

// Which of the organizations on record a value would touch: seen before it is held.

const MOST = 12

/** What is certain comes first. */
const ORDER: Finding['relation'][] = ['makes', 'serves', 'unknown']

export const valueTouches = action({
  name: 'value.touches',
  says: 'Which organizations on record a sector would touch: those that make it conflict with a "never", the others are a question.',
  kind: 'read',
  may: ['owner'],
  input: z.object({ sector: words(80) }),
  output: z.object({
    conflicts: z.number().int().describe('make it or mainly do it, for certain'),
    questions: z.number().int().describe('sell to it, serve it, or may have to do with it'),
    unknown: z.number().int().describe('of which nobody said what they do'),
    organizations: z
      .array(z.object({ organization: organizationShape, conflict: z.boolean(), because: z.string() }))
      .describe('at most 12, those in conflict first'),
  }),
  async run(context, { sector }) {
    const rows = await organizationsOf(context)
    const found = rows.flatMap((row) => {
      const finding = touches(sector, row, language())
      return finding === null ? [] : [{ row, finding, conflict: isConflict(finding) }]
    })
    const sorted = found.sort(
      (one, other) =>
        Number(other.conflict) - Number(one.conflict) ||
        ORDER.indexOf(one.finding.relation) - ORDER.indexOf(other.finding.relation) ||
        other.row.people - one.row.people,
    )
    const conflicts = found.filter(({ conflict }) => conflict).length
    return {
      conflicts,
      questions: found.length - conflicts,
      unknown: rows.filter(({ industry, does }) => !industry && !does).length,
      organizations: sorted.slice(0, MOST).map(({ row: { id, name }, finding, conflict }) => ({
        ...{ organization: { id, name }, conflict, because: finding.because },
      })),
    }
  },
})

/** As the advice has it: only what is made, and not guessed. */
const isConflict = ({ relation, certainty }: Finding): boolean =>
  relation === 'makes' && certainty !== 'guess'

type Row = { id: string; name: string; industry: string | null; does?: string; people: number }

async function organizationsOf({ tx, me }: Context): Promise<Row[]> {
  const { rows } = await sql<Omit<Row, 'does'> & { does: string | null }>`
    select organization.id, name, industry, coalesce(people, 0) as people, word.text as does
    from organization
    left join (select organization_id, count(distinct person_id)::int as people from position group by 1) as seen
      on seen.organization_id = organization.id
    left join (
      select distinct on (organization_id) organization_id, text from organization_word
      where says = 'does' and person_id = ${me} order by organization_id, at desc, id desc
    ) as word on word.organization_id = organization.id
    order by name, id`.execute(tx)
  return rows.map(({ does, ...row }) => (does === null ? row : { ...row, does }))
}
