import { z } from 'zod'
import { id, openingShape, organizationShape, pathShape, personShape } from '../people/shapes.ts'
import { limitsShape } from './limits.ts'

// What `invitation.worth` answers: the contract of the main job.

export const adviceShape = z.object({
  verdict: z.enum(['take', 'may-decline']),
  clause: z.enum(['default', 'unrelated-field', 'values-conflict', 'know-the-company']),
  because: z.string(),
  ask: z.string().optional(),
  asks: z.enum(['role', 'field', 'work']).optional().describe('what the question is about'),
})

export const roomShape = z.object({
  person: personShape,
  role: z.enum(['interviewer', 'coordinator', 'recruiter', 'robot']),
  title: z.string().nullable().describe('what they do at the inviting organization'),
  level: z.string().nullable(),
  known: z.boolean().describe('you have a tie to them already'),
  strength: z.number().nullable(),
  shared: z.array(z.string()).describe('what you share, in words'),
  career: z.array(z.string()).describe('where they were before, in words'),
})

const strength = z.number()

export const doorShape = z.object({
  opening: openingShape,
  kind: z.enum(['opened', 'strengthened']),
  fit: z.number().nullable(),
  fitBecause: z.string(),
  before: strength.nullable(),
  after: strength,
  path: pathShape,
})

export const worthShape = z.object({
  invitation: id,
  discreet: z.boolean().describe('paths through people close to the present employer are left out'),
  advice: adviceShape,
  room: z.array(roomShape).describe('most senior first'),
  organizations: z
    .array(
      z.object({
        organization: organizationShape,
        before: strength.nullable(),
        after: strength,
        openings: z.number().int(),
        path: pathShape,
      }),
    )
    .describe('newly in reach; at most 50 listed'),
  doors: z.array(doorShape).describe('openings elsewhere; at most 100 listed'),
  atTheInviter: z.array(
    z.object({ opening: openingShape, fit: z.number().nullable(), fitBecause: z.string(), path: pathShape }),
  ),
  totals: z.object({
    people: z.number().int(),
    organizations: z.number().int(),
    opened: z.number().int(),
    strengthened: z.number().int(),
  }),
  blind: z.array(z.object({ person: personShape, because: z.string(), ask: z.string() })),
  questions: z
    .array(z.object({ person: personShape, other: personShape, ask: z.string(), because: z.string() }))
    .describe('is this the one of your connections? One click answers'),
  discretion: z.array(
    z.object({
      person: personShape,
      organization: organizationShape,
      because: z.string(),
      path: pathShape.nullable(),
    }),
  ),
  limits: limitsShape,
  assumptions: z.array(z.object({ name: z.string(), value: z.number(), origin: z.string() })),
})

export type Worth = z.infer<typeof worthShape>
