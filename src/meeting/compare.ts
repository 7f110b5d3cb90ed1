import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { id, reference } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { STAFF } from '../role.ts'
import { findInvitation } from './find.ts'
import { type InvitationShape, invitationShape, invitationShapes } from './invitations.ts'
import { type Weighed, worthOf } from './worth.ts'
import { type Worth, worthShape } from './worth-shape.ts'

// Invitations that clash: what each would open alone, what they share, and what a choice of two opens together.

export const invitationCompare = action({
  name: 'invitation.compare',
  says: 'Compare invitations that clash in time: the doors of each, their overlap, and what each choice opens together.',
  kind: 'read',
  may: STAFF,
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
    union: z.number().int().describe('doors that any of them has'),
    regions: z
      .array(z.object({ invitations: z.array(id), doors: z.number().int() }))
      .describe('how many doors exactly these have, and no other'),
    choices: z
      .array(z.object({ invitations: z.array(id), doors: z.number().int(), people: z.number().int() }))
      .describe('every choice of one or two, the most doors first; a door or a person counts once'),
    clashes: z.array(z.object({ one: id, other: id, minutes: z.number().int() })).describe('overlap in time'),
    between: z
      .array(z.object({ one: id, other: id, minutes: z.number().int(), places: z.array(z.string()) }))
      .describe('meetings within three hours of each other: the minutes from the end of one to the other'),
  }),
  async run(context, input) {
    const ids = await distinctIds(context, input.invitations)
    const shapes = new Map((await invitationShapes(context, ids)).map((shape) => [shape.id, shape]))
    const sides: Side[] = []
    for (const invitation of ids)
      sides.push(sideOf(shapes.get(invitation)!, await worthOf(context, invitation)))
    const regions = regionsOf(sides)
    return {
      each: sides.map((side) => ({
        invitation: side.shape,
        totals: side.worth.totals,
        doors: side.worth.doors.map(({ opening }) => ({
          ...{ id: opening.id, title: opening.title, organization: opening.organization.name },
        })),
        onlyHere: countOf(regions, [side]),
      })),
      shared: countOf(regions, sides),
      union: regions.reduce((sum, { doors }) => sum + doors, 0),
      regions,
      choices: choicesOf(sides),
      clashes: pairsOf(sides).flatMap(clashOf),
      between: pairsOf(sides).flatMap(betweenOf),
    }
  },
})

async function distinctIds(context: Context, given: readonly string[]) {
  const ids = new Set<Awaited<ReturnType<typeof findInvitation>>>()
  for (const text of given) ids.add(await findInvitation(context, text))
  if (ids.size >= 2) return [...ids]
  const sentence = {
    en: 'Two different invitations at least are compared.',
    de: 'Verglichen werden mindestens zwei verschiedene Einladungen.',
  }
  throw new Refusal('invalid-input', said(sentence), 'invitations')
}

type Side = { shape: InvitationShape; worth: Worth; doors: Set<string>; people: Set<string> }

const sideOf = (shape: InvitationShape, { worth, openings }: Weighed): Side => ({
  shape,
  worth,
  doors: new Set(openings),
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

type Region = { invitations: string[]; doors: number }

/** Every door counted once, under exactly those that have it. */
function regionsOf(sides: readonly Side[]): Region[] {
  const regions = new Map<string, Region>()
  for (const door of new Set(sides.flatMap(({ doors }) => [...doors]))) {
    const invitations = sides.filter(({ doors }) => doors.has(door)).map(({ shape }) => shape.id)
    const region = regions.get(invitations.join()) ?? { invitations, doors: 0 }
    regions.set(invitations.join(), { ...region, doors: region.doors + 1 })
  }
  return [...regions.values()]
}

const countOf = (regions: readonly Region[], sides: readonly Side[]): number =>
  regions.find(({ invitations }) => invitations.join() === sides.map(({ shape }) => shape.id).join())
    ?.doors ?? 0

const MINUTE = 60_000
const HOUR = 60 * MINUTE

type Span = { from: number; to: number; place: string | null }

/** When its meetings are; one without an end is taken to last an hour. */
const spansOf = ({ shape }: Side): Span[] =>
  shape.meetings.flatMap(({ startsAt, endsAt, place, cancelled }) => {
    if (startsAt === null || cancelled) return []
    const from = Date.parse(startsAt)
    return [{ from, to: endsAt === null ? from + HOUR : Date.parse(endsAt), place }]
  })

/** The time from the end of the one to the start of the other; negative when they overlap. */
const gapOf = (a: Span, b: Span): number => Math.max(a.from, b.from) - Math.min(a.to, b.to)

const meetingPairs = ([one, other]: [Side, Side]): [Span, Span][] =>
  spansOf(one).flatMap((a) => spansOf(other).map((b): [Span, Span] => [a, b]))

/** Meetings of two invitations at the same time. */
function clashOf(pair: [Side, Side]) {
  const overlap = Math.max(0, ...meetingPairs(pair).map(([a, b]) => -gapOf(a, b)))
  const minutes = Math.round(overlap / MINUTE)
  return minutes > 0 ? [{ one: pair[0].shape.id, other: pair[1].shape.id, minutes }] : []
}

/** How long one has to get from the one to the other, where that is short. */
function betweenOf(pair: [Side, Side]) {
  return meetingPairs(pair)
    .filter(([a, b]) => gapOf(a, b) >= 0 && gapOf(a, b) <= 3 * HOUR)
    .map(([a, b]) => ({
      ...{ one: pair[0].shape.id, other: pair[1].shape.id, minutes: Math.round(gapOf(a, b) / MINUTE) },
      places: [a.place, b.place].flatMap((place) => place ?? []),
    }))
}
