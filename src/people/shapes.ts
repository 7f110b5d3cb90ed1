import { z } from 'zod'
import { said } from '../language.ts'

// The objects of the contract, as every door answers them.

/** PostgreSQL keeps every character but NUL; it is refused by name rather than dropped in silence. */
const NUL = String.fromCharCode(0)

/** Half of a pair of UTF-16: no character, and UTF-8 has no way to write it. */
const HALF = /\p{Surrogate}/u

const NO_NUL = {
  en: 'contains a NUL character, which cannot be kept',
  de: 'enthält ein NUL-Zeichen, das nicht aufbewahrt werden kann',
}
const NO_HALF = {
  en: 'contains half a character, which cannot be kept',
  de: 'enthält ein halbes Zeichen, das nicht aufbewahrt werden kann',
}

/** Free text: given back as it came. */
export const text = (most = 20_000) =>
  z
    .string()
    .max(most)
    .refine((value) => !value.includes(NUL), { error: () => said(NO_NUL) })
    .refine((value) => !HALF.test(value), { error: () => said(NO_HALF) })

/** Free text that must say something. */
export const words = (most = 500) =>
  text(most).refine((value) => value.trim() !== '', { error: () => said({ en: 'is empty', de: 'ist leer' }) })

/** Wherever an id is asked, an exact name, title, e-mail or profile URL that fits one record alone will do. */
export const reference = (what: string) =>
  words(2_000).describe(`${what}: id, or exact name, e-mail or profile URL`)

/** A date as precise as known. */
export const partialDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, {
  error: () =>
    said({
      en: 'is not a date such as 2019, 2019-04 or 2019-04-01',
      de: 'ist kein Datum wie 2019, 2019-04 oder 2019-04-01',
    }),
})

export const id = z.uuid()

export const personShape = z.object({ id, name: z.string(), headline: z.string().nullable().optional() })
export const organizationShape = z.object({ id, name: z.string() })
export const openingShape = z.object({
  id,
  title: z.string(),
  organization: organizationShape,
  location: z.string().nullable().optional(),
  url: z.string().nullable().optional(),
  closed: z.boolean().optional(),
})

export const certaintyShape = z.enum(['verified', 'observed', 'imported', 'inferred', 'foreseen'])

export const evidenceShape = z.object({
  kind: z.string(),
  says: z.string(),
  since: z.string().optional(),
  last: z.string().optional(),
  origin: z.string(),
  contributes: z.number(),
})

export const tieShape = z.object({
  strength: z.number(),
  certainty: certaintyShape,
  evidence: z.array(evidenceShape),
})

export const pathShape = z.object({
  strength: z.number(),
  steps: z.array(z.object({ from: personShape, to: personShape, tie: tieShape })),
  affiliation: z
    .object({
      organization: organizationShape,
      current: z.boolean(),
      until: z.string().optional().describe('when they left, as precise as known'),
      strength: z.number(),
    })
    .optional(),
})

export type PersonShape = z.infer<typeof personShape>
export type OrganizationShape = z.infer<typeof organizationShape>
export type OpeningShape = z.infer<typeof openingShape>
export type TieShape = z.infer<typeof tieShape>
export type PathShape = z.infer<typeof pathShape>
