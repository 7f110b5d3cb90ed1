import type { Context } from '../../action.ts'
import { addOrigin } from '../../people/origin.ts'
import type { Opened } from '../opened.ts'
import type { Fact, Item } from '../records.ts'
import { writeCalendar } from './calendar.ts'
import { chronicle } from './chronicle.ts'
import { writeContacts, writeWaiting } from './contacts.ts'
import { closeMissingOpenings, writeOpenings } from './openings.ts'
import { ownerPerson, writeOwner, writeOwnPosition, writeRecommendation } from './owner.ts'
import { writePeople } from './people.ts'
import { type Tally, tally } from './tally.ts'
import type { Owner } from './whose-export.ts'
import { type FactOf, once, type Placed, type Writing } from './writing.ts'

/** How many facts are written with one round of queries. */
const BATCH = 1000

/** Writes the items of one file down, inside one transaction. */
export async function write(context: Context, file: Opened, owner: Owner): Promise<Tally> {
  const counted = tally()
  const origin = await addOrigin(context, 'file', file.name)
  const me = await ownerPerson(context, owner, origin)
  const writing: Writing = {
    context,
    origin,
    me,
    owner,
    chronicle: chronicle(context, { source: file.format!.kind, file: file.name, origin }),
    counted,
    listed: new Map(),
    waiting: [],
  }
  let batch: Placed<Fact>[] = []
  for await (const item of file.items()) {
    const placed = sorted(item, counted)
    if (placed) batch.push(placed)
    if (batch.length >= BATCH) {
      await writeBatch(writing, batch)
      batch = []
    }
  }
  await writeBatch(writing, batch)
  await writeWaiting(writing)
  await closeMissingOpenings(writing)
  await writing.chronicle.close()
  return counted
}

/** A NUL or half of a surrogate pair, as JSON writes them; a backslash of the text itself is written doubled. */
const CANNOT_BE_KEPT = /(?<!\\)(?:\\\\)*\\u(0000|d[89a-f][0-9a-f]{2})/

/** Counts what is not a fact; a fact with a character that cannot be kept is rejected by its place. */
function sorted(item: Item, counted: Tally): Placed<Fact> | null {
  if ('skipped' in item) counted.skip(item.skipped)
  else if ('rejected' in item) counted.reject(item.at, item.rejected)
  else {
    const found = CANNOT_BE_KEPT.exec(JSON.stringify(item.fact))
    if (found === null) return item
    counted.reject(
      item.at,
      `contains ${found[1] === '0000' ? 'a NUL character' : 'half a character'}, which cannot be kept`,
    )
  }
  return null
}

const of = <Kind extends Fact['kind']>(batch: Placed<Fact>[], kind: Kind) =>
  batch.filter((placed): placed is Placed<FactOf<Kind>> => placed.fact.kind === kind)

async function writeBatch(writing: Writing, batch: Placed<Fact>[]): Promise<void> {
  if (batch.length === 0) return
  await writing.chronicle.read(batch.map(({ fact }) => fact.key))
  for (const { fact } of of(batch, 'owner')) await once(writing, fact, () => writeOwner(writing, fact))
  for (const { fact } of of(batch, 'own-position'))
    await once(writing, fact, () => writeOwnPosition(writing, fact))
  await writePeople(writing, of(batch, 'person'))
  await writeContacts(writing, of(batch, 'contact'))
  for (const { fact } of of(batch, 'recommendation'))
    await once(writing, fact, () => writeRecommendation(writing, fact))
  await writeOpenings(writing, of(batch, 'opening'))
  for (const placed of of(batch, 'calendar')) await writeCalendar(writing, placed)
}
