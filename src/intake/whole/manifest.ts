import { z } from 'zod'
import { IntakeError } from '../records.ts'

/** What stands in the archive of a whole workspace, and in which form. */
export const manifestShape = z.object({
  format: z.literal('acquaint-export'),
  version: z.literal(1),
  /** The number of the newest schema step. */
  schema: z.number().int(),
  at: z.iso.datetime(),
  files: z.array(
    z.object({
      path: z.string(),
      sha256: z.string(),
      /** For a table. */
      rows: z.number().int().optional(),
    }),
  ),
})

export type Manifest = z.infer<typeof manifestShape>

/** Where a table stands in the archive. */
export const pathOfTable = (table: string): string => `data/${table}.json`

export const MANIFEST = 'manifest.json'

/** @throws IntakeError when it is none, or one that this program is too old or too new for */
export function readManifest(name: string, bytes: Uint8Array, schema: number): Manifest {
  const manifest = manifestShape.safeParse(parsed(bytes))
  if (!manifest.success) throw new IntakeError(`${name} is no complete export of Acquaint.`)
  const found = manifest.data.schema
  if (found === schema) return manifest.data
  const other = found > schema ? 'a newer' : 'an older'
  throw new IntakeError(
    `${name} was written by ${other} Acquaint (schema ${found}; this one has ${schema}): bring it in with that one.`,
  )
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString())
  } catch {
    return null
  }
}
