import { createHash } from 'node:crypto'
import { newId } from '../../store/ids.ts'
import type { DocumentFact } from '../records.ts'
import type { Writing } from './writing.ts'

/** Keeps an original. The same bytes again are the same document, whatever the file is called. */
export async function writeDocument(writing: Writing, fact: DocumentFact): Promise<void> {
  const { context, origin, parcel, counted } = writing
  const { tx, workspace, now } = context
  const digest = createHash('sha256').update(parcel.bytes).digest()
  const added = await tx
    .insertInto('document')
    .values({
      ...{
        workspace_id: workspace,
        id: newId<'document'>(now.getTime()),
        name: parcel.name,
        kind: fact.medium,
      },
      ...{ bytes: Buffer.from(parcel.bytes), digest, person_id: null, confirmed_at: null, origin_id: origin },
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'digest']).doNothing())
    .execute()
  counted.count(added[0]?.numInsertedOrUpdatedRows === 1n ? 'created' : 'unchanged')
  const { id } = await tx
    .selectFrom('document')
    .select('id')
    .where('digest', '=', digest)
    .executeTakeFirstOrThrow()
  counted.documents.add(id)
}
