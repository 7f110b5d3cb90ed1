import { sql } from 'kysely'
import { z } from 'zod'
import { action } from '../action.ts'
import { said } from '../language.ts'
import { findOrganization } from '../people/find.ts'
import { id, reference } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { STAFF } from '../role.ts'

/** Which organization stands above another: what is off limits for the one is so for the other. */
export const organizationBelong = action({
  name: 'organization.belong',
  says: 'Say to which organization another belongs; without one, to none. What is off limits above is off limits below.',
  kind: 'write',
  may: STAFF,
  input: z.object({
    organization: reference('organization'),
    to: reference('organization').optional().describe('the one above it'),
  }),
  output: z.object({ organization: id, to: id.nullable() }),
  async run(context, input) {
    const { tx } = context
    const organization = await findOrganization(context, input.organization)
    const to = input.to === undefined ? null : await findOrganization(context, input.to)
    const { rows } = await sql<{ id: string }>`
      with recursive above as (select ${to}::uuid as id union
        select parent_id from above join organization using (id) where parent_id is not null)
      select id from above where id = ${organization}`.execute(tx)
    if (rows.length > 0) throw new Refusal('conflict', said(CIRCLE), 'to')
    await tx.updateTable('organization').set({ parent_id: to }).where('id', '=', organization).execute()
    return { organization, to }
  },
})

const CIRCLE = {
  en: 'That would go in a circle: the one belongs to the other already.',
  de: 'Das ginge im Kreis: Die eine gehört schon zur anderen.',
}
