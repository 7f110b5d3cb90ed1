import { z } from 'zod'
import { action } from '../../action.ts'
import { id, words } from '../../people/shapes.ts'
import { STAFF } from '../../role.ts'
import { newId } from '../../store/ids.ts'
import { mappingShape, templateNamed } from './said.ts'

// What the columns of a list are read as, kept by a name for the next list of its kind.

const named = z.object({ id, name: z.string() })

export const listTemplateSave = action({
  name: 'list-template.save',
  says: 'Keep what the columns of a list are read as, by a name; a template of that name is replaced.',
  kind: 'write',
  may: STAFF,
  input: z.object({ name: words(200), mapping: mappingShape }),
  output: z.object({ template: named }),
  async run({ tx, workspace, now }, { name, mapping }) {
    const said = { mapping: JSON.stringify(mapping), at: now }
    const template = await tx
      .insertInto('list_template')
      .values({ workspace_id: workspace, id: newId<'list-template'>(now.getTime()), name, ...said })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'name']).doUpdateSet(said))
      .returning(['id', 'name'])
      .executeTakeFirstOrThrow()
    return { template }
  },
})

export const listTemplateList = action({
  name: 'list-template.list',
  says: 'What the columns of lists are read as, by name.',
  kind: 'read',
  may: STAFF,
  input: z.object({}),
  output: z.object({
    templates: z.array(named.extend({ mapping: z.record(z.string(), z.string()) })),
  }),
  async run({ tx }) {
    const rows = await tx
      .selectFrom('list_template')
      .select(['id', 'name', 'mapping'])
      .orderBy('name')
      .execute()
    return { templates: rows }
  },
})

export const listTemplateRemove = action({
  name: 'list-template.remove',
  says: 'Forget a template; lists that were imported by it stay.',
  kind: 'write',
  may: STAFF,
  input: z.object({ template: words(200).describe('its id or name') }),
  output: z.object({ template: named }),
  async run(context, { template: said }) {
    const { id, name } = await templateNamed(context, said)
    await context.tx.deleteFrom('list_template').where('id', '=', id).execute()
    return { template: { id, name } }
  },
})
