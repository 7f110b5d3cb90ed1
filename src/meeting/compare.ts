import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { id, reference } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { findInvitation } from './find.ts'
import { type InvitationShape, invitationShape, invitationShapes } from './invitations.ts'
import { worthOf } from './worth.ts'
import { type Worth, worthShape } from './worth-shape.ts'

// Invitations that clash: what each would open alone, what they share, and what a choice of two opens together.

export const invitationCompare = action({
  name: 'invitation.compare',
  says: 'Compare invitations that clash in time: the doors of each, their overlap, and what each choice opens together.',
  kind: 'read',
  may: ['owner'],
  input: z.object({ invitations: z.array(reference('invitation')).min(2).max(5) }),
  output: z.object({
    each: z.array(
      z.object({
        invitation: invitationShape,
        totals: worthShape.shape.totals,
        doors: z
          .array(z.object({ id, title: z.string(), organization: z.string() }))
          .describe('the listed ones'),
        onlyHere: z.number().int().describe('doors that none of the others has'),
      }),
    ),
    shared: z.number().int().describe('doors that all of them have'),
    choices: z
      .array(z.object({ invitations: z.array(id), doors: z.number().int(), people: z.number().int() }))
      .describe('every choice of one or two, the most doors first; a door or a person counts once'),
    clashes: z.array(z.object({ one: id, other: id, minutes: z.number().int() })).describe('overlap in time'),
  }),
  async run(context, input) {
    const ids = await distinctIds(context, input.invitations)
    const shapes = new Map((await invitationShapes(context, ids)).map((shape) => [shape.id, shape]))
    const sides: Side[] = []
    for (const invitation of ids)
      sides.push(sideOf(shapes.get(invitation)!, await worthOf(context, invitation)))
    return {
      each: sides.map((side) => ({
        invitation: side.shape,
        totals: side.worth.totals,
        doors: side.worth.doors.map(({ opening }) => ({
          ...{ id: opening.id, title: opening.title, organization: opening.organization.name },
        })),
        onlyHere: [...side.doors].filter((door) =>
          sides.every((other) => other === side || !other.doors.has(door)),
        ).length,
      })),
      shared: [...sides[0]!.doors].filter((door) => sides.every(({ doors }) => doors.has(door))).length,
      choices: choicesOf(sides),
      clashes: pairsOf(sides).flatMap(clashOf),
    }
  },
})

async function distinctIds(context: Context, given: readonly string[]) {
  const ids = new Set<Awaited<ReturnType<typeof findInvitation>>>()
  for (const text of given) ids.add(await findInvitation(context, text))
  if (ids.size >= 2) return [...ids]
  throw new Refusal('invalid-input', 'Two different invitations at least are compared.', 'invitations')
}

type Side = { shape: InvitationShape; worth: Worth; doors: Set<string>; people: Set<string> }

const sideOf = (shape: InvitationShape, worth: Worth): Side => ({
  shape,
  worth,
  doors: new Set(worth.doors.map(({ opening }) => opening.id)),
  people: new Set(worth.room.filter(({ role }) => role === 'interviewer').map(({ person }) => person.id)),
})

const pairsOf = (sides: readonly Side[]): [Side, Side][] =>
  sides.flatMap((one, at) => sides.slice(at + 1).map((other): [Side, Side] => [one, other]))

function choicesOf(sides: readonly Side[]) {
  const choices = [...sides.map((side) => [side]), ...pairsOf(sides)].map((chosen) => ({
    invitations: chosen.map(({ shape }) => shape.id),
    doors: new Set(chosen.flatMap(({ doors }) => [...doors])).size,
    people: new Set(chosen.flatMap(({ people }) => [...people])).size,
  }))
  return choices.sort(
    (one, other) => other.doors - one.doors || one.invitations.length - other.invitations.length,
  )
}

const HOUR = 3_600_000

/** Meetings of two invitations at the same time; one without an end is taken to last an hour. */
function clashOf([one, other]: [Side, Side]) {
  const spans = ({ shape }: Side) =>
    shape.meetings.flatMap(({ startsAt, endsAt, cancelled }) => {
      if (startsAt === null || cancelled) return []
      const from = Date.parse(startsAt)
      return [{ from, to: endsAt === null ? from + HOUR : Date.parse(endsAt) }]
    })
  const overlaps = spans(one).flatMap((a) =>
    spans(other).map((b) => Math.min(a.to, b.to) - Math.max(a.from, b.from)),
  )
  const minutes = Math.round(Math.max(0, ...overlaps) / 60_000)
  return minutes > 0 ? [{ one: one.shape.id, other: other.shape.id, minutes }] : []
}
