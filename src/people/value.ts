import { z } from 'zod'
import { action } from '../action.ts'
import { SECTORS } from '../fit/index.ts'
import { newId } from '../store/ids.ts'
import { findOrganization, whoIsMe } from './find.ts'
import { id, reference, text } from './shapes.ts'

// What a person will not work for. Beliefs: theirs alone.

const stance = z.enum(['never', 'only if', 'fine'])
const sectorIds = SECTORS.map((sector) => sector.id) as [string, ...string[]]

export const valueSet = action({
  name: 'value.set',
  says: 'Say how you stand to a sector: never, only if, or fine. Only you see it.',
  kind: 'write',
  may: ['owner'],
  input: z.object({ sector: z.enum(sectorIds), stance }),
  output: z.object({ sector: z.string(), stance }),
  async run(context, input) {
    const { tx, workspace, now } = context
    await tx
      .insertInto('value_stance')
      .values({
        workspace_id: workspace,
        id: newId(now.getTime()),
        person_id: whoIsMe(context),
        ...input,
        at: now,
      })
      .execute()
    return input
  },
})

export const valueList = action({
  name: 'value.list',
  says: 'Common sectors and how you stand to each.',
  kind: 'read',
  may: ['owner'],
  input: z.object({}),
  output: z.object({
    sectors: z.array(z.object({ sector: z.string(), name: z.string(), stance: stance.nullable() })),
  }),
  async run(context) {
    const rows =
      context.me === null
        ? []
        : await context.tx
            .selectFrom('value_stance')
            .distinctOn('sector')
            .select(['sector', 'stance'])
            .where('person_id', '=', context.me)
            .orderBy('sector')
            .orderBy('at', 'desc')
            .orderBy('id', 'desc')
            .execute()
    const said = new Map(rows.map((row) => [row.sector, row.stance]))
    return { sectors: SECTORS.map(({ id, name }) => ({ sector: id, name, stance: said.get(id) ?? null })) }
  },
})

export const organizationSay = action({
  name: 'organization.say',
  says: 'Your own word about an organization: that you know it thoroughly (or do not), or what it does. It wins over any record.',
  kind: 'write',
  may: ['owner'],
  input: z.object({
    organization: reference('organization'),
    says: z.enum(['know-thoroughly', 'do-not-know', 'does']),
    text: text(500).optional().describe('what it makes or mainly does, for "does"'),
  }),
  output: z.object({ organization: id }),
  async run(context, input) {
    const { tx, workspace, now } = context
    const organization = await findOrganization(context, input.organization)
    await tx
      .insertInto('organization_word')
      .values({
        workspace_id: workspace,
        id: newId(now.getTime()),
        organization_id: organization,
        person_id: whoIsMe(context),
        says: input.says,
        text: input.text ?? null,
        at: now,
      })
      .execute()
    return { organization }
  },
})
