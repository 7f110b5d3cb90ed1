import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { conflict } from '../fit/index.ts'
import { STAFF } from '../role.ts'
import { isAlone } from './alone.ts'
import { findPerson } from './find.ts'
import { organizationRecords } from './organization-record.ts'
import type { PersonId } from './person.ts'
import { id, organizationShape, reference } from './shapes.ts'
import { stancesOf } from './stances.ts'

// To which organizations somebody is not to be presented: all that others see of their values. It is worked out while
// the person is there, since nobody else can open what it rests on.

export const personNotToPresent = action({
  name: 'person.not-to-present',
  says: 'To which organizations a person is not to be presented. Why, is theirs alone.',
  kind: 'read',
  file: true,
  may: STAFF,
  input: z.object({ person: reference('person') }),
  output: z.object({ person: id, organizations: z.array(organizationShape) }),
  async run(context, input) {
    const person = await findPerson(context, input.person)
    const organizations = await context.tx
      .selectFrom('not_to_present')
      .innerJoin('organization', 'organization.id', 'organization_id')
      .select(['organization.id', 'organization.name'])
      .where('person_id', '=', person)
      .orderBy('organization.name')
      .orderBy('organization.id')
      .execute()
    return { person, organizations }
  },
})

/** Works it out anew, from what the person holds now and the organizations on record; nothing where one is alone. */
export async function workOutNotToPresent(context: Context, person: PersonId): Promise<void> {
  if (await isAlone(context)) return
  const stances = await stancesOf(context, person)
  await context.asHouse(async (house) => {
    const { tx, workspace, now } = house
    const records = await organizationRecords(house, person)
    const against = records.filter((record) => conflict(stances, record).verdict === 'conflict')
    await tx.deleteFrom('not_to_present').where('person_id', '=', person).execute()
    const common = { workspace_id: workspace, person_id: person, at: now }
    const rows = against.map((record) => ({ ...common, organization_id: record.id }))
    if (rows.length > 0) await tx.insertInto('not_to_present').values(rows).execute()
  })
}
