import { z } from 'zod'
import { action } from '../action.ts'
import { SECTORS } from '../fit/index.ts'
import { SEEKERS, STAFF } from '../role.ts'
import { newId } from '../store/ids.ts'
import { findOrganization, whoIsMe } from './find.ts'
import { workOutNotToPresent } from './not-to-present.ts'
import { id, reference, text, words } from './shapes.ts'
import { addStance, stancesOf } from './stances.ts'

// What a person will not work for. Beliefs: theirs alone.

const stance = z.enum(['never', 'only if', 'fine'])
const sector = words(80).describe('one of the common sectors, or a word of your own')

/** A common sector by its id or name; whatever else is said is a word of one's own. */
function sectorOf(given: string): string {
  const wanted = given.trim().toLowerCase()
  return SECTORS.find(({ id, name }) => id === wanted || name === wanted)?.id ?? given.trim()
}

export const valueSet = action({
  name: 'value.set',
  says: 'Say how you stand to a sector, or to a word of your own: never, only if, or fine. Only you see it; a firm sees to which organizations you are not to be presented.',
  kind: 'write',
  sealed: true,
  may: SEEKERS,
  input: z.object({ sector, stance }),
  output: z.object({ sector: z.string(), stance }),
  async run(context, input) {
    const said = { sector: sectorOf(input.sector), stance: input.stance }
    const me = whoIsMe(context)
    await addStance(context, me, said)
    await workOutNotToPresent(context, me)
    return said
  },
})

export const valueList = action({
  name: 'value.list',
  says: 'Common sectors and your own words, and how you stand to each.',
  kind: 'read',
  may: SEEKERS,
  input: z.object({}),
  output: z.object({
    sectors: z.array(
      z.object({
        sector: z.string(),
        name: z.string(),
        stance: stance.nullable(),
        own: z.boolean().describe('a word of your own'),
      }),
    ),
  }),
  async run(context) {
    const { me } = context
    const held = me === null ? [] : await stancesOf(context, me)
    const said = new Map(held.map((row) => [row.sector, row.stance]))
    const common = SECTORS.map(({ id, name }) => ({
      ...{ sector: id, name, stance: said.get(id) ?? null, own: false },
    }))
    const known = new Set(SECTORS.map(({ id }) => id))
    // A word of one's own that is fine again needs no line.
    const own = [...said].flatMap(([word, stance]) =>
      known.has(word) || stance === 'fine' ? [] : [{ sector: word, name: word, stance, own: true }],
    )
    return { sectors: [...common, ...own] }
  },
})

export const organizationSay = action({
  name: 'organization.say',
  says: 'Your own word about an organization: that you know it thoroughly (or do not), or what it does. It wins over any record.',
  kind: 'write',
  may: STAFF,
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
