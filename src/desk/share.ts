import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import type { PersonId } from '../people/person.ts'
import { id, text } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { LEADS } from '../role.ts'
import { type Id, newId } from '../store/ids.ts'
import { type CandidacyId, findCandidacy } from './candidacies.ts'
import { refuseClosed } from './mandate-of.ts'

// What the client is shown of a candidacy: nothing, until somebody shares it field by field. What is shared is shown
// as it stands at the time of looking; the newest sharing holds.

export const SHARE_FIELDS = ['name', 'work', 'career', 'summary', 'salary', 'documents'] as const
export type ShareField = (typeof SHARE_FIELDS)[number]

const fields = z
  .array(z.enum(SHARE_FIELDS))
  .describe('name; work (present title and organization); career; summary; salary; documents')

export const shareShape = z.object({
  fields,
  summary: z.string().nullable(),
  salary: z.string().nullable(),
  documents: z.array(id),
  at: z.string(),
  by: z.string().nullable(),
})

export const candidacyShare = action({
  name: 'candidacy.share',
  says: "Share a candidacy with the client's people, field by field: what is not named is not shown to them any more. Without a field, nothing is.",
  kind: 'write',
  may: LEADS,
  input: z.object({
    candidacy: id,
    fields,
    summary: text(20_000).optional().describe('written for the client; kept as it was, when absent'),
    salary: text(500).optional().describe('what they expect; kept as it was, when absent'),
    documents: z.array(id).max(50).default([]).describe('resumes of theirs, of those that are kept'),
  }),
  output: z.object({ candidacy: id, mandate: id, person: id, fields }),
  async run(context, { candidacy, documents, ...given }) {
    const { id: found, mandate_id: mandate, person_id: person } = await findCandidacy(context, candidacy)
    // Taking back is possible at any time.
    if (given.fields.length > 0) await refuseClosed(context, mandate)
    await refuseOthers(context, person, documents)
    const before = await shareOf(context, found)
    const { summary = before?.summary ?? null, salary = before?.salary ?? null } = given
    refuseEmpty(given.fields, { summary, salary, documents })
    await keep(context, found, { fields: given.fields, summary, salary, documents })
    return { candidacy, mandate, person, fields: given.fields }
  },
})

type Shared = { fields: ShareField[]; summary: string | null; salary: string | null; documents: string[] }

async function keep(
  { tx, workspace, now, caller }: Context,
  candidacy: CandidacyId,
  { documents, ...shared }: Shared,
) {
  const share = newId<'candidacy-share'>(now.getTime())
  const whose = { workspace_id: workspace, candidacy_id: candidacy, by_member: caller.member ?? null }
  await tx
    .insertInto('candidacy_share')
    .values({ ...whose, id: share, ...shared, at: now })
    .execute()
  const rows = [...new Set(documents)].map((document) => ({
    ...{ workspace_id: workspace, share_id: share, document_id: document as Id<'document'> },
  }))
  if (rows.length > 0) await tx.insertInto('share_document').values(rows).execute()
}

/** @throws Refusal when a field is shared in which nothing stands: the client would see an empty one. */
function refuseEmpty(named: readonly ShareField[], { summary, salary, documents }: Omit<Shared, 'fields'>) {
  const isEmpty = (value: string | null) => value === null || value.trim() === ''
  const empty = {
    summary: isEmpty(summary),
    salary: isEmpty(salary),
    documents: documents.length === 0,
  }
  const [first] = (['summary', 'salary', 'documents'] as const).filter(
    (one) => empty[one] && named.includes(one),
  )
  if (first !== undefined) throw new Refusal('invalid-input', said(EMPTY[first]), first)
}

/** @throws Refusal when a document is not there, or is not about this person. */
async function refuseOthers({ tx }: Context, person: PersonId, documents: readonly string[]): Promise<void> {
  if (documents.length === 0) return
  const own = await tx
    .selectFrom('document')
    .select('id')
    .where('person_id', '=', person)
    .where('id', 'in', documents as Id<'document'>[])
    .execute()
  const known = new Set<string>(own.map((one) => one.id))
  if (documents.some((one) => !known.has(one))) throw new Refusal('not-found', said(NO_DOCUMENT), 'documents')
}

/** The newest sharing, with its texts; null when nothing ever was shared. */
export async function shareOf(
  { tx }: Context,
  candidacy: CandidacyId,
): Promise<z.output<typeof shareShape> | null> {
  const row = await tx
    .selectFrom('candidacy_share')
    .leftJoin('member', 'member.id', 'by_member')
    .select(['candidacy_share.id', 'fields', 'summary', 'salary', 'at', 'member.name as by'])
    .where('candidacy_id', '=', candidacy)
    .orderBy('at', 'desc')
    .orderBy('candidacy_share.id', 'desc')
    .executeTakeFirst()
  if (row === undefined) return null
  const documents = await tx
    .selectFrom('share_document')
    .select('document_id')
    .where('share_id', '=', row.id)
    .orderBy('document_id')
    .execute()
  const { id: _, at, ...rest } = row
  return { ...rest, at: at.toISOString(), documents: documents.map((one) => one.document_id) }
}

const EMPTY = {
  summary: {
    en: 'Write a summary for the client, or leave it out.',
    de: 'Schreiben Sie eine Zusammenfassung für den Kunden, oder lassen Sie sie weg.',
  },
  salary: {
    en: 'Say what they expect, or leave it out.',
    de: 'Nennen Sie die Gehaltsvorstellung, oder lassen Sie sie weg.',
  },
  documents: {
    en: 'Choose a document, or leave documents out.',
    de: 'Wählen Sie ein Dokument, oder lassen Sie die Dokumente weg.',
  },
} as const
const NO_DOCUMENT = {
  en: 'There is no such document of this person.',
  de: 'Dieses Dokument gibt es zu dieser Person nicht.',
}
