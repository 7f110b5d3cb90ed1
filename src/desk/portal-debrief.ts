import { z } from 'zod'
import { action } from '../action.ts'
import { said } from '../language.ts'
import { debrief as sayHowItWas } from '../meeting/debrief.ts'
import { sayBefore, scale } from '../meeting/enthusiasm.ts'
import { id, text, words } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { OWN_FILE } from './portal.ts'
import { ownInvitation } from './portal-invitations.ts'

// What a candidate says of a meeting: how much they want it before, and afterwards whom they met and how it was.

export const portalWant = action({
  name: 'portal.want',
  says: 'How much do you want this, 1 to 5, before the meeting? Locked when the meeting starts.',
  kind: 'write',
  may: OWN_FILE,
  input: z.object({ invitation: id, value: scale }),
  output: z.object({ invitation: id, meeting: id, value: z.number().int() }),
  async run(context, { invitation, value }) {
    const own = await ownInvitation(context, invitation)
    return { invitation: own, ...(await context.asHouse((house) => sayBefore(house, own, value))) }
  },
})

export const portalDebrief = action({
  name: 'portal.debrief',
  says: 'How a meeting was: whom of the room you met, the chemistry, how much you want it now, openings you heard of. Your consultant reads it.',
  kind: 'write',
  may: OWN_FILE,
  input: z.object({
    invitation: id,
    enthusiasm: scale.describe('how much you want this now, 1 to 5'),
    met: z.array(
      z.strictObject({
        person: id,
        chemistry: scale.optional(),
        wouldTakeCall: z.boolean().optional().describe('they would take your call'),
      }),
    ),
    note: text().optional(),
    openings: z
      .array(z.strictObject({ title: words(), organization: words() }))
      .default([])
      .describe('other openings that were mentioned'),
  }),
  output: z.object({ invitation: id, debrief: id, meeting: id }),
  async run(context, { invitation, enthusiasm, met, note, openings }) {
    const own = await ownInvitation(context, invitation)
    return context.asHouse(async (house) => {
      const room = await house.tx
        .selectFrom('room')
        .select('person_id')
        .where('invitation_id', '=', own)
        .execute()
      const seated = new Set<string>(room.map(({ person_id }) => person_id))
      if (met.some(({ person }) => !seated.has(person))) {
        throw new Refusal('not-found', said(NOT_THERE), 'met')
      }
      const would = (asked: boolean) =>
        met.flatMap(({ person, wouldTakeCall }) => (wouldTakeCall === asked ? [person as string] : []))
      const { debrief, meeting } = await sayHowItWas(house, {
        ...{ invitation: own, enthusiasm, note, openings, followUps: [] },
        met: met.map(({ person, chemistry }) =>
          chemistry === undefined ? person : `${person}=${chemistry}`,
        ),
        ...{ wouldTakeCall: would(true), wouldNotTakeCall: would(false) },
      })
      return { invitation: own, debrief, meeting }
    })
  },
})

const NOT_THERE = {
  en: 'This person was not in the room of this meeting.',
  de: 'Diese Person war bei diesem Treffen nicht im Raum.',
}
