import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { Refusal } from '../refusal.ts'
import { STAFF } from '../role.ts'
import { isId } from '../store/ids.ts'
import { mergeAgain } from './merge.ts'
import { type Merge, putBack } from './merge-journal.ts'
import { personMatch } from './names.ts'
import type { PersonId } from './person.ts'
import { id, personShape, reference } from './shapes.ts'

// A merge is taken back: both records are again what they were, and what was said of the survivor since stays there.

type Standing = Merge & { people: PersonId[]; goneName: string; staysName: string; at: Date }

const standing = ({ tx }: Context) =>
  tx
    .selectFrom('person_merge as merge')
    .innerJoin('person as gone', 'gone.id', 'merge.gone')
    .innerJoin('person as stays', 'stays.id', 'merge.stays')
    .select(['merge.id', 'merge.gone', 'merge.stays', 'merge.people', 'merge.at'])
    .select(['gone.name as goneName', 'stays.name as staysName'])
    .where('merge.undone_at', 'is', null)
    .orderBy('merge.id')

export const personMerged = action({
  name: 'person.merged',
  says: 'Records that turned out to be another one, newest first: each can be taken back.',
  kind: 'read',
  may: STAFF,
  input: z.object({}),
  output: z.object({
    merges: z.array(
      z.object({
        person: personShape.describe('the record that went'),
        other: personShape.describe('the record that stays'),
        at: z.iso.datetime(),
      }),
    ),
  }),
  async run(context) {
    const merges = await standing(context).execute()
    return {
      merges: merges.reverse().map(({ gone, goneName, stays, staysName, at }) => ({
        person: { id: gone, name: goneName },
        other: { id: stays, name: staysName },
        at: at.toISOString(),
      })),
    }
  },
})

export const personUnmerge = action({
  name: 'person.unmerge',
  says: 'Take back that two records are one person, on any later day. What was said of the survivor since stays there.',
  kind: 'write',
  may: STAFF,
  input: z.object({
    person: reference('person').describe('the record that went: its id, or its exact name'),
  }),
  output: z.object({ person: id, other: id }),
  async run(context, { person }) {
    const all = await standing(context).execute()
    const merge = theMerge(all, person)
    const later = hangingOn(merge, all)
    for (const one of later.toReversed()) await putBack(context, one)
    await putBack(context, merge)
    await context.tx
      .updateTable('person_merge')
      .set({ undone_at: context.now })
      .where('id', '=', merge.id)
      .execute()
    for (const one of later) await mergeAgain(context, one)
    return { person: merge.gone, other: merge.stays }
  },
})

/** @throws Refusal when the record went nowhere, or several of its name did */
function theMerge(all: readonly Standing[], given: string): Standing {
  const found = all.filter(({ gone, goneName }) =>
    isId(given) ? gone === given : personMatch(goneName) === personMatch(given),
  )
  if (found.length === 1) return found[0]!
  if (found.length > 1)
    throw new Refusal(
      'ambiguous',
      `${found.length} records called "${given}" went into another. Give the id.`,
      given,
    )
  throw new Refusal('conflict', `"${given}" is a record of its own: there is no merge to take back.`, given)
}

/**
 * Later merges that touched the same people: they are taken back first, newest first, and done again afterwards. So each
 * is put back onto the very rows that it left.
 */
function hangingOn(merge: Standing, all: readonly Standing[]): Standing[] {
  const touched = new Set<PersonId>([merge.gone, merge.stays, ...merge.people])
  const ends = new Set<PersonId>([merge.gone, merge.stays])
  return all.filter((one) => {
    if (one.id <= merge.id) return false
    const hangs = [one.gone, one.stays].some((id) => touched.has(id)) || one.people.some((id) => ends.has(id))
    if (!hangs) return false
    for (const id of [one.gone, one.stays]) ends.add(id)
    for (const id of one.people) touched.add(id)
    return true
  })
}
