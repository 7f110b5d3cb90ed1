import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../action.ts'
import { said } from '../language.ts'
import { id } from '../people/shapes.ts'
import type { CandidacyId } from './candidacies.ts'
import type { MandateId } from './mandate-of.ts'
import type { ShareField } from './share.ts'

// What is shared of candidacies, read as the database hands it out: what is not shared is not in it.

/** The fields that are shared, and no key for any other. */
export const sharedFields = {
  name: z.string().optional(),
  work: z.object({ title: z.string().nullable(), organization: z.string() }).nullable().optional(),
  career: z
    .array(
      z.object({
        ...{ organization: z.string(), title: z.string().nullable(), from: z.string().nullable() },
        ...{ to: z.string().nullable(), ended: z.boolean() },
      }),
    )
    .optional(),
  summary: z.string().optional(),
  salary: z.string().optional(),
  documents: z.array(z.object({ document: id, name: z.string() })).optional(),
}

export type Shared = {
  candidacy: CandidacyId
  mandate: MandateId
  place: number
  fields: ShareField[]
  name: string | null
  title: string | null
  organization: string | null
  summary: string | null
  salary: string | null
}

/** Everything that is shared for the mandates of whoever asks, in the order in which it first was. */
export async function sharedRows({ tx }: Context): Promise<Shared[]> {
  const { rows } = await sql<Shared>`select * from app_shared_candidacies() order by mandate, place`.execute(
    tx,
  )
  return rows
}

export const calledBy = ({ name, place }: Shared): string =>
  name ?? said({ en: `Candidate ${place}`, de: `Kandidatur ${place}` })

export async function fieldsOf(context: Context, { candidacy, fields, ...row }: Shared) {
  const has = (field: ShareField) => fields.includes(field)
  const { title, organization } = row
  return {
    ...(has('name') && { name: row.name! }),
    ...(has('work') && { work: organization === null ? null : { title, organization } }),
    ...(has('career') && { career: await careerOf(context, candidacy) }),
    ...(has('summary') && { summary: row.summary! }),
    ...(has('salary') && { salary: row.salary! }),
    ...(has('documents') && { documents: await documentsOf(context, candidacy) }),
  }
}

type Position = {
  organization: string
  title: string | null
  from: string | null
  to: string | null
  ended: boolean
}

async function careerOf({ tx }: Context, candidacy: CandidacyId): Promise<Position[]> {
  const { rows } = await sql<Position>`
    select organization, title, from_date as "from", to_date as "to", ended
    from app_shared_positions() where candidacy = ${candidacy}`.execute(tx)
  return rows
}

export type SharedDocument = { document: string; name: string | null; kind: 'pdf' | 'docx' }

async function documentsOf({ tx }: Context, candidacy: CandidacyId) {
  const { rows } = await sql<SharedDocument>`
    select document, name, kind from app_shared_documents() where candidacy = ${candidacy} order by document`.execute(
    tx,
  )
  return rows.map(({ document, ...row }, at) => ({ document, name: row.name ?? unnamed(row.kind, at + 1) }))
}

export const unnamed = (kind: string, place: number): string =>
  `${said({ en: 'document', de: 'dokument' })}-${place}.${kind}`
