import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { id, reference, text, words } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { STAFF } from '../role.ts'
import { type Id, newId } from '../store/ids.ts'
import { findMandate } from './mandate-of.ts'

// Named views of a mandate's table: its filters, order and columns, as its address holds them.

type ViewId = Id<'desk-view'>

const viewQuery = z.object({
  text: text(500).optional(),
  stage: text(200).optional(),
  source: text(200).optional(),
  sort: text(100).optional().describe('a column; "-" before it: downwards'),
  columns: text(500).optional().describe('the columns that are shown, with commas between'),
})

export const viewSave = action({
  name: 'view.save',
  says: 'Keep a view of a table under a name, for oneself or for colleagues too. Only its maker changes it.',
  kind: 'write',
  may: STAFF,
  input: z.object({
    view: id.optional().describe('one of your own, to be changed; a new one, when absent'),
    mandate: reference('mandate')
      .optional()
      .describe('the mandate whose table it shows; of any, when absent'),
    name: words(120),
    query: viewQuery,
    shared: z.boolean().default(false).describe('offered to colleagues too'),
  }),
  output: z.object({ view: id, mandate: id.nullable() }),
  async run(context, { view, name, shared, ...given }) {
    const mandate = given.mandate === undefined ? null : await findMandate(context, given.mandate)
    const said = { name, shared, query: JSON.stringify(given.query), mandate_id: mandate, at: context.now }
    if (view === undefined) return { view: await make(context, said), mandate }
    await refuseOthers(context, view)
    await context.tx
      .updateTable('desk_view')
      .set(said)
      .where('id', '=', view as ViewId)
      .execute()
    return { view, mandate }
  },
})

type Given = { name: string; shared: boolean; query: string; mandate_id: Id<'mandate'> | null; at: Date }

async function make({ tx, workspace, now, caller }: Context, given: Given): Promise<ViewId> {
  if (!caller.member) throw new Refusal('conflict', said(NOBODYS))
  const view = newId<'desk-view'>(now.getTime())
  await tx
    .insertInto('desk_view')
    .values({ workspace_id: workspace, id: view, by_member: caller.member, ...given })
    .execute()
  return view
}

/** @throws Refusal when it is not there, and when it is a colleague's. */
async function refuseOthers({ tx, caller }: Context, view: string) {
  const found = await tx
    .selectFrom('desk_view')
    .innerJoin('member', 'member.id', 'by_member')
    .select(['by_member', 'member.name', 'mandate_id'])
    .where('desk_view.id', '=', view as ViewId)
    .executeTakeFirst()
  if (found === undefined) throw new Refusal('not-found', said(NO_VIEW), 'view')
  if (found.by_member === caller.member) return found
  const sentence = {
    en: `This view is ${found.name}'s: keep your own under another name.`,
    de: `Diese Ansicht gehört ${found.name}: Behalten Sie eine eigene unter anderem Namen.`,
  }
  throw new Refusal('forbidden', said(sentence), 'view')
}

export const viewList = action({
  name: 'view.list',
  says: 'The views of a table that you kept, and those that colleagues share.',
  kind: 'read',
  may: STAFF,
  input: z.object({ mandate: reference('mandate').optional() }),
  output: z.object({
    views: z.array(
      z.object({
        ...{ view: id, name: z.string(), mandate: id.nullable(), query: viewQuery, shared: z.boolean() },
        ...{ by: z.string(), yours: z.boolean() },
      }),
    ),
  }),
  async run(context, input) {
    const { tx, caller } = context
    const mandate = input.mandate === undefined ? null : await findMandate(context, input.mandate)
    const rows = await tx
      .selectFrom('desk_view')
      .innerJoin('member', 'member.id', 'by_member')
      .select(['desk_view.id as view', 'desk_view.name', 'mandate_id', 'query', 'shared'])
      .select(['member.name as by', 'by_member'])
      .where((eb) => eb.or([eb('mandate_id', 'is', null), eb('mandate_id', '=', mandate)]))
      .orderBy('desk_view.name')
      .orderBy('desk_view.id')
      .execute()
    return {
      views: rows.map(({ mandate_id, by_member, query, ...row }) => ({
        ...{ ...row, mandate: mandate_id, yours: by_member === caller.member },
        query: query as z.output<typeof viewQuery>,
      })),
    }
  },
})

export const viewRemove = action({
  name: 'view.remove',
  says: 'Remove a view of your own.',
  kind: 'write',
  may: STAFF,
  input: z.object({ view: id }),
  output: z.object({ view: id, mandate: id.nullable() }),
  async run(context, { view }) {
    const { mandate_id: mandate } = await refuseOthers(context, view)
    await context.tx
      .deleteFrom('desk_view')
      .where('id', '=', view as ViewId)
      .execute()
    return { view, mandate }
  },
})

const NO_VIEW = { en: 'There is no such view.', de: 'Diese Ansicht gibt es nicht.' }
const NOBODYS = {
  en: 'A view belongs to a member: sign in as one.',
  de: 'Eine Ansicht gehört zu einem Mitglied: Melden Sie sich als eines an.',
}
