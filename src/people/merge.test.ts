import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../store/ids.ts'
import { lookAlikeDecide } from './look-alike.ts'
import { HOLDERS } from './merge.ts'
import { ownWord } from './origin.ts'
import { personAdd } from './people.ts'
import type { PersonId } from './person.ts'
import { type TestHouse, testHouse } from './testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())

const add = async (name: string) => (await house.ask(personAdd, { name })).person as PersonId

/** Moved as pairs, each in a way of its own. */
const IN_PAIRS = ['connection.a', 'connection.b', 'look_alike.a', 'look_alike.b', 'tie_word.a', 'tie_word.b']
/** Positions that both tell become one. */
const COMPLETED = ['position.person_id']

describe('what hangs on a person follows a merge', () => {
  it('every column that the catalogue of the database knows to point to a person', async () => {
    const { rows } = await house.inside(({ tx }) =>
      sql<{ at: string }>`
        select t.relname || '.' || a.attname as at
        from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
        where c.contype = 'f' and c.confrelid = 'person'::regclass and a.attname <> 'workspace_id'
          and t.relname <> 'person_merge'`.execute(tx),
    )
    const moved = [...HOLDERS.map(({ table, column }) => `${table}.${column}`), ...IN_PAIRS, ...COMPLETED]
    expect(moved.sort()).toEqual(rows.map(({ at }) => at).sort())
  })

  it('a resume, and not that of somebody else', async () => {
    const [into, from, other] = [await add('Thomas Berg'), await add('Tom Berg'), await add('Ida Brandt')]
    const resume = (person: PersonId, byte: number) =>
      house.inside(async (context) => {
        const [id, bytes] = [newId<'document'>(), Buffer.from([byte])]
        const row = {
          id,
          name: 'cv.pdf',
          kind: 'pdf' as const,
          bytes,
          digest: bytes,
          confirmed_at: context.now,
        }
        const whose = { workspace_id: house.workspace, person_id: person, origin_id: await ownWord(context) }
        await context.tx
          .insertInto('document')
          .values({ ...row, ...whose })
          .execute()
        return id
      })
    const [his, hers] = [await resume(from, 1), await resume(other, 2)]
    await house.ask(lookAlikeDecide, { person: from, other: into, same: true })
    const rows = await house.inside(({ tx }) =>
      tx.selectFrom('document').select(['id', 'person_id']).orderBy('id').execute(),
    )
    expect(rows).toEqual([
      { id: his, person_id: into },
      { id: hers, person_id: other },
    ])
  })
})
