import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '../../action.ts'
import type { OriginId } from '../../people/origin.ts'
import type { Fact } from '../records.ts'

/** What was said of a record, the newest last, as `file/digest`; and the record that it led to. */
type Said = { words: string[]; subject: string | null }

/** What a source said last of each record, so that hearing it again changes nothing. */
export type Chronicle = {
  readonly source: string
  /** Loads what was said of these keys. */
  read(keys: readonly string[]): Promise<void>
  /** True when this file said so before, or when it is the last that any file of the source said. */
  saidTheSame(fact: Fact): boolean
  /** The record that this key led to, if it was ever said. */
  subjectOf(key: string): string | null
  note(fact: Fact, subject?: string): void
  /** Writes down what was noted. */
  close(): Promise<void>
}

/** Two copies of a file, or two files about one record, are told apart by the file's own name. */
export type Telling = { source: string; file: string; origin: OriginId }

/** Of each record, what the newest so many files said is kept. */
const MOST_WORDS = 24

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url')

const digests = new WeakMap<Fact, string>()

/** A calendar stamps an entry anew with each export (DTSTAMP): that alone says nothing new. */
function digestOf(fact: Fact): string {
  const digest =
    digests.get(fact) ??
    hashOf(JSON.stringify(fact.kind === 'calendar' ? { ...fact, stamp: undefined } : fact))
  digests.set(fact, digest)
  return digest
}

const digestIn = (word: string | undefined): string | undefined => word?.split('/')[1]

/** Keys can be as long as an address: an index has room for 2,700 bytes. */
const short = (key: string): string => (key.length <= 500 ? key : hashOf(key))

export function chronicle({ tx, workspace }: Context, { source, file: name, origin }: Telling): Chronicle {
  const file = hashOf(name.split(/[/\\]/).at(-1)!).slice(0, 8)
  const known = new Map<string, Said>()
  /** What this file says now, of what was noted or said before alike. */
  const heard = new Map<string, Set<string>>()
  const noted = new Set<string>()
  const hear = (key: string, word: string): void => {
    heard.set(key, (heard.get(key) ?? new Set()).add(word))
  }
  const keep = (key: string, word: string, subject: string | null): void => {
    known.set(key, { words: [...(known.get(key)?.words ?? []), word], subject })
    hear(key, word)
    noted.add(key)
  }
  const rowOf = (key: string): [string, string, string | null] => {
    const { words, subject } = known.get(key)!
    const others = words.filter((word) => !word.startsWith(`${file}/`))
    return [key, [...others, ...heard.get(key)!].slice(-MOST_WORDS).join(' '), subject]
  }
  return {
    source,
    async read(keys) {
      const { rows } = await sql<{ key: string; digest: string; subject: string | null }>`
        select key, digest, subject from source_record
        where source = ${source} and key = any(${keys.map(short)})`.execute(tx)
      for (const { key, digest, subject } of rows) {
        if (!heard.has(key)) known.set(key, { words: digest.split(' '), subject })
      }
    },
    saidTheSame(fact) {
      const key = short(fact.key)
      const word = `${file}/${digestOf(fact)}`
      const { words, subject } = known.get(key) ?? { words: [], subject: null }
      if (words.includes(word)) hear(key, word)
      // Another file said it last: now this one has said it too.
      else if (digestIn(words.at(-1)) === digestIn(word)) keep(key, word, subject)
      else return false
      return true
    },
    subjectOf: (key) => known.get(short(key))?.subject ?? null,
    note(fact, subject) {
      const key = short(fact.key)
      keep(key, `${file}/${digestOf(fact)}`, subject ?? known.get(key)?.subject ?? null)
    },
    async close() {
      const rows = [...noted].map(rowOf)
      for (let at = 0; at < rows.length; at += 5000) {
        const part = rows.slice(at, at + 5000)
        const column = (index: 0 | 1 | 2) => part.map((row) => row[index])
        await sql`
          insert into source_record (workspace_id, source, key, digest, subject, origin_id)
          select ${workspace}::uuid, ${source}, key, digest, subject, ${origin}::uuid
          from unnest(${column(0)}::text[], ${column(1)}::text[], ${column(2)}::uuid[])
               as said (key, digest, subject)
          on conflict (workspace_id, source, key)
          do update set digest = excluded.digest, subject = excluded.subject, origin_id = excluded.origin_id`.execute(
          tx,
        )
      }
    },
  }
}
