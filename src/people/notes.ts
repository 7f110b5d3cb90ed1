import { z } from 'zod'
import { action } from '../action.ts'
import { said } from '../language.ts'
import { Refusal } from '../refusal.ts'
import { STAFF } from '../role.ts'
import { type Id, newId } from '../store/ids.ts'
import { findPerson } from './find.ts'
import { id, reference, words } from './shapes.ts'

// What one writes down of somebody, with its day: a line of their timeline, and a contact if one was in touch.

export const noteAdd = action({
  name: 'note.add',
  says: 'Write a note about somebody, or that you were in touch: the keep-in-touch rhythm then begins anew.',
  kind: 'write',
  may: STAFF,
  input: z.object({
    person: reference('person'),
    says: words(20_000),
    on: z.iso.date().optional().describe('the day it is about; today, when absent'),
    contact: z.boolean().default(false).describe('you were in touch that day'),
  }),
  output: z.object({ note: id, person: id, on: z.string() }),
  async run(context, { says, contact, on, ...input }) {
    const { tx, workspace, now } = context
    const person = await findPerson(context, input.person)
    const day = on ?? now.toISOString().slice(0, 10)
    if (contact && day > tomorrow(now)) throw notYet(day)
    const note = newId<'note'>(now.getTime())
    await tx
      .insertInto('note')
      .values({
        ...{ workspace_id: workspace, id: note, person_id: person, says, on_day: day, contact },
        ...{ at: now, removed_at: null },
      })
      .execute()
    return { note, person, on: day }
  },
})

/** It may be tomorrow already where the user is. */
const tomorrow = (now: Date): string => new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10)

const notYet = (day: string): Refusal =>
  new Refusal(
    'invalid-input',
    said({
      en: `${day} is still to come; a contact was on a day that has been.`,
      de: `Der ${day} kommt erst noch; ein Kontakt war an einem Tag, der gewesen ist.`,
    }),
    'on',
  )

export const noteRemove = action({
  name: 'note.remove',
  says: 'Take a note back, or put it back where it was.',
  kind: 'write',
  may: STAFF,
  input: z.object({ note: id, removed: z.boolean().default(true) }),
  output: z.object({ note: id, removed: z.boolean() }),
  async run({ tx, now }, { note, removed }) {
    const changed = await tx
      .updateTable('note')
      .set({ removed_at: removed ? now : null })
      .where('id', '=', note as Id<'note'>)
      .executeTakeFirst()
    if (changed.numUpdatedRows > 0n) return { note, removed }
    const sentence = { en: 'There is no such note.', de: 'Diese Notiz gibt es nicht.' }
    throw new Refusal('not-found', said(sentence), 'note')
  },
})
