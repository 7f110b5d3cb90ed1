import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { type Finding, industryOf, touches } from '../fit/index.ts'
import { language } from '../language.ts'
import { organizationRecords } from './organization-record.ts'
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
    unknown: z.number().int().describe('of which nothing says what they do'),
    organizations: z
      .array(z.object({ organization: organizationShape, conflict: z.boolean(), because: z.string() }))
      .describe('at most 12, those in conflict first'),
  }),
  async run(context, { sector }) {
    const rows = await organizationRecords(context, context.me)
    const people = await peopleAt(context)
    const found = rows.flatMap((row) => {
      const finding = touches(sector, row, language())
      return finding === null ? [] : [{ row, finding, conflict: isConflict(finding) }]
    })
    const sorted = found.sort(
      (one, other) =>
        Number(other.conflict) - Number(one.conflict) ||
        ORDER.indexOf(one.finding.relation) - ORDER.indexOf(other.finding.relation) ||
        (people.get(other.row.id) ?? 0) - (people.get(one.row.id) ?? 0),
    )
    const conflicts = found.filter(({ conflict }) => conflict).length
    return {
      conflicts,
      questions: found.length - conflicts,
      unknown: rows.filter((row) => !row.does && industryOf(row) === null).length,
      organizations: sorted.slice(0, MOST).map(({ row: { id, name }, finding, conflict }) => ({
        ...{ organization: { id, name }, conflict, because: finding.because },
      })),
    }
  },
})

/** As the advice has it: only what is made, and not guessed. */
const isConflict = ({ relation, certainty }: Finding): boolean =>
  relation === 'makes' && certainty !== 'guess'

/** How many people each organization has or had, as far as on record. */
async function peopleAt({ tx }: Context): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('position')
    .select(['organization_id', sql<number>`count(distinct person_id)::int`.as('people')])
    .groupBy('organization_id')
    .execute()
  return new Map(rows.map(({ organization_id, people }) => [organization_id, people]))
}
