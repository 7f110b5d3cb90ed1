import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { adviceShape, type Worth } from '../meeting/worth-shape.ts'
import type { PathShape } from '../people/shapes.ts'

// What a candidate or a member sees of the network that they do not own. Each answer is made anew of what its level
// allows: nothing is taken away from a fuller one, so that nothing is forgotten.

export const LEVELS = ['counts', 'organizations', 'names'] as const
export type Level = (typeof LEVELS)[number]

export const workspaceDisclose = action({
  name: 'workspace.disclose',
  says: 'Choose how much of the network candidates and members are shown: how many, at which organizations, or who.',
  kind: 'write',
  may: ['owner'],
  input: z.object({ level: z.enum(LEVELS) }),
  output: z.object({ level: z.enum(LEVELS) }),
  async run({ tx }, { level }) {
    await tx.updateTable('workspace').set({ disclosure: level }).execute()
    return { level }
  },
})

/** The level that the owner of the workspace has chosen. */
export async function levelOf({ tx }: Context): Promise<Level> {
  return (await tx.selectFrom('workspace').select('disclosure').executeTakeFirstOrThrow()).disclosure
}

const step = z.object({
  name: z.string().nullable().describe('null: somebody whom you are not shown'),
  room: z.boolean().describe('somebody whom you would meet'),
})

export const throughShape = z
  .object({ people: z.array(step), current: z.boolean().describe('the last of them is there now') })
  .describe('the way, from the first person after you to somebody there')

const strength = z.number()

export const disclosedShape = z.object({
  level: z.enum(LEVELS),
  advice: adviceShape,
  room: z.array(
    z.object({
      ...{ name: z.string(), title: z.string().nullable(), level: z.string().nullable() },
      role: z.enum(['interviewer', 'coordinator', 'recruiter', 'robot']),
      career: z.array(z.string()),
      shared: z.array(z.string()),
    }),
  ),
  totals: z.object({
    ...{ people: z.number().int(), organizations: z.number().int() },
    ...{ opened: z.number().int(), strengthened: z.number().int() },
  }),
  doors: z.array(
    z.object({
      ...{ title: z.string(), organization: z.string(), url: z.string().nullable() },
      ...{ kind: z.enum(['opened', 'strengthened']), fit: z.number().nullable(), fitBecause: z.string() },
      ...{ before: strength.nullable(), after: strength, through: throughShape },
    }),
  ),
  organizations: z.array(
    z.object({
      ...{ name: z.string(), before: strength.nullable(), after: strength, openings: z.number().int() },
      through: throughShape,
    }),
  ),
  atTheInviter: z.array(z.object({ title: z.string(), fit: z.number().nullable(), fitBecause: z.string() })),
  blind: z.array(z.object({ name: z.string(), because: z.string() })),
  discretion: z.array(z.object({ name: z.string(), because: z.string() })),
  limits: z.array(z.object({ limit: z.string(), because: z.string() })),
})

export type Disclosed = z.infer<typeof disclosedShape>

/** What a level shows of a worth to the person invited. Whoever is in the room was named by the invitation. Pure. */
export function disclosed(worth: Worth, level: Level): Disclosed {
  const { advice, totals, limits } = worth
  const room = new Set(worth.room.map(({ person }) => person.id))
  const isListed = level !== 'counts'
  const through = throughOf(room, level)
  return {
    ...{ level, advice, totals, limits },
    room: worth.room.map(({ person, role, title, level: rank, career, shared }) => ({
      ...{ name: person.name, role, title, level: rank },
      ...(isListed ? { career, shared } : { career: [], shared: [] }),
    })),
    doors: (isListed ? worth.doors : []).map(({ opening, path, kind, fit, fitBecause, before, after }) => ({
      ...{ title: opening.title, organization: opening.organization.name, url: opening.url ?? null },
      ...{ kind, fit, fitBecause, before, after, through: through(path) },
    })),
    organizations: (isListed ? worth.organizations : []).map(
      ({ organization, before, after, openings, path }) => ({
        ...{ name: organization.name, before, after, openings, through: through(path) },
      }),
    ),
    atTheInviter: (isListed ? worth.atTheInviter : []).map(({ opening, fit, fitBecause }) => ({
      ...{ title: opening.title, fit, fitBecause },
    })),
    blind: worth.blind.map(({ person, because }) => ({ name: person.name, because })),
    discretion: flagsOf(worth, room, level),
  }
}

/** The people of a path after the seeker: by name when they are in the room, or when names are shown. Pure. */
export const throughOf =
  (room: ReadonlySet<string>, level: Level) =>
  ({ steps, affiliation }: PathShape): z.infer<typeof throughShape> => ({
    people: steps.map(({ to }) => ({
      name: level === 'names' || room.has(to.id) ? to.name : null,
      room: room.has(to.id),
    })),
    current: affiliation?.current ?? true,
  })

/** Who of the room may talk is said at every level: it protects the candidate. To whom they would, by name alone. */
function flagsOf(
  { discretion }: Pick<Worth, 'discretion'>,
  room: ReadonlySet<string>,
  level: Level,
): Disclosed['discretion'] {
  return discretion
    .filter(({ person }) => level === 'names' || room.has(person.id))
    .map(({ person, organization, because, path }) => ({
      name: person.name,
      because: path === null || level === 'names' ? because : mayBeClose(person.name, organization.name),
    }))
}

const mayBeClose = (name: string, place: string): string =>
  said({
    en: `${name} may be close to somebody at ${place}, your present employer.`,
    de: `${name} steht vielleicht jemandem bei ${place}, Ihrem jetzigen Arbeitgeber, nahe.`,
  })
