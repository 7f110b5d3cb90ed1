import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '../action.ts'
import type { OriginId } from '../people/origin.ts'
import type { Fact } from './records.ts'

type Said = { digest: string; subject: string | null }

/** What a source said last of each record, so that hearing it again changes nothing. */
export type Chronicle = {
  readonly source: string
  /** Loads what was said of these keys. */
  read(keys: readonly string[]): Promise<void>
  saidTheSame(fact: Fact): boolean
  /** The record that this key led to, if it was ever said. */
  subjectOf(key: string): string | null
  note(fact: Fact, subject?: string): void
  /** Writes down what was noted. */
  close(): Promise<void>
}

const digestOf = (fact: Fact): string => createHash('sha256').update(JSON.stringify(fact)).digest('base64')

/** Keys can be as long as an address: an index has room for 2,700 bytes. */
const short = (key: string): string =>
  key.length <= 500 ? key : createHash('sha256').update(key).digest('hex')

export function chronicle({ tx, workspace }: Context, source: string, origin: OriginId): Chronicle {
  const known = new Map<string, Said>()
  const fresh = new Map<string, Said>()
  return {
    source,
    async read(keys) {
      const { rows } = await sql<{ key: string } & Said>`
        select key, digest, subject from source_record
        where source = ${source} and key = any(${keys.map(short)})`.execute(tx)
      for (const { key, ...said } of rows) if (!fresh.has(key)) known.set(key, said)
    },
    saidTheSame: (fact) => known.get(short(fact.key))?.digest === digestOf(fact),
    subjectOf: (key) => known.get(short(key))?.subject ?? null,
    note(fact, subject) {
      const said = { digest: digestOf(fact), subject: subject ?? known.get(short(fact.key))?.subject ?? null }
      known.set(short(fact.key), said)
      fresh.set(short(fact.key), said)
    },
    async close() {
      const rows = [...fresh]
      for (let at = 0; at < rows.length; at += 5000) {
        const part = rows.slice(at, at + 5000)
        await sql`
          insert into source_record (workspace_id, source, key, digest, subject, origin_id)
          select ${workspace}::uuid, ${source}, key, digest, subject, ${origin}::uuid
          from unnest(${part.map(([key]) => key)}::text[], ${part.map(([, { digest }]) => digest)}::text[],
                      ${part.map(([, { subject }]) => subject)}::uuid[]) as said (key, digest, subject)
          on conflict (workspace_id, source, key)
          do update set digest = excluded.digest, subject = excluded.subject, origin_id = excluded.origin_id`.execute(
          tx,
        )
      }
    },
  }
}
