import { z } from 'zod'

// The contract of the main job, written down a second time from the design: what every door answers, at least.

const id = z.uuid()
const strength = z.number().gt(0).max(1)
const person = z.looseObject({ id, name: z.string().min(1) })
const organization = z.looseObject({ id, name: z.string().min(1) })
const opening = z.looseObject({ id, title: z.string().min(1), organization })
const day = z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?/)

const evidence = z.looseObject({
  kind: z.string().min(1),
  says: z.string().min(1),
  since: day.optional(),
  last: day.optional(),
  origin: z.string().min(1),
  contributes: z.number().min(0).max(1),
})

const tie = z
  .looseObject({
    strength,
    certainty: z.enum(['verified', 'observed', 'imported', 'inferred', 'foreseen']),
    evidence: z.array(evidence).min(1),
  })
  .refine(
    (one) =>
      Math.abs(one.evidence.reduce((sum, { contributes }) => sum + contributes, 0) - one.strength) < 1e-9,
    'the contributions add up to the strength',
  )

export const path = z
  .looseObject({
    strength,
    steps: z
      .array(z.looseObject({ from: person, to: person, tie }))
      .min(1)
      .max(3),
    affiliation: z.looseObject({ organization, current: z.boolean(), strength }).optional(),
  })
  .refine(
    ({ steps }) => steps.every(({ from }, at) => at === 0 || steps[at - 1]!.to.id === from.id),
    'each step begins where the one before ended',
  )
  .refine(
    ({ steps }) => new Set([steps[0]!.from.id, ...steps.map(({ to }) => to.id)]).size === steps.length + 1,
    'nobody twice',
  )

const count = z.number().int().min(0)

export const imported = z.looseObject({
  files: z.array(
    z
      .looseObject({
        name: z.string().min(1),
        kind: z.string(),
        ...{ read: count, created: count, updated: count, unchanged: count, skipped: count },
        rejected: z.array(z.looseObject({ at: z.string().min(1), why: z.string().min(1) })),
      })
      .refine(
        ({ read, created, updated, unchanged, skipped, rejected }) =>
          read === created + updated + unchanged + skipped + rejected.length,
        'the counts add up',
      ),
  ),
})

const shown = { before: strength.nullable(), after: strength, path }

export const worth = z.looseObject({
  invitation: id,
  advice: z.looseObject({
    verdict: z.enum(['take', 'may-decline']),
    clause: z.enum(['default', 'unrelated-field', 'values-conflict', 'know-the-company']),
    because: z.string().min(1),
    ask: z.string().min(1).optional(),
  }),
  room: z.array(
    z.looseObject({
      person,
      role: z.enum(['interviewer', 'coordinator', 'recruiter', 'robot']),
      level: z.string().nullable(),
      known: z.boolean(),
      strength: strength.nullable(),
      shared: z.array(z.string()),
    }),
  ),
  organizations: z.array(z.looseObject({ organization, ...shown, openings: count })).max(50),
  doors: z
    .array(
      z.looseObject({
        opening,
        kind: z.enum(['opened', 'strengthened']),
        fit: z.number().min(0).max(1).nullable(),
        ...shown,
      }),
    )
    .max(100),
  atTheInviter: z.array(z.looseObject({ opening, fit: z.number().min(0).max(1).nullable(), path })),
  totals: z.looseObject({ people: count, organizations: count, opened: count, strengthened: count }),
  blind: z.array(z.looseObject({ person, because: z.string().min(1), ask: z.string().min(1) })),
  discretion: z.array(
    z.looseObject({ person, organization, because: z.string().min(1), path: path.nullable() }),
  ),
  assumptions: z
    .array(z.looseObject({ name: z.string().min(1), value: z.number(), origin: z.string().min(1) }))
    .min(1),
})

export const paths = z
  .looseObject({
    paths: z.array(path),
    independent: count,
    none: z.looseObject({ because: z.string().min(1), nearest: person.optional() }).optional(),
  })
  .refine(
    ({ paths, none }) => (paths.length === 0) === (none !== undefined),
    'either paths, or why there are none',
  )

const link = z.looseObject({
  kind: z.enum(['meeting', 'introduction', 'invitation', 'offer', 'placement']),
  id,
  at: z.iso.datetime(),
  says: z.string().min(1),
  nearlyRefused: z.boolean().optional(),
})

export const lineage = z.looseObject({ chain: z.array(link).min(1), cameOfIt: z.array(link) })
