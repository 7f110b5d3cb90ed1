import type { Context } from '../../action.ts'
import { addOrigin } from '../../people/origin.ts'
import type { Opened } from '../opened.ts'
import type { Fact, Item } from '../records.ts'
import { writeCalendar } from './calendar.ts'
import { chronicle } from './chronicle.ts'
import { writeContacts, writeWaiting } from './contacts.ts'
import { whyNotKept } from './keepable.ts'
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

/** Counts what is not a fact; a fact that cannot be kept is rejected by its place. */
function sorted(item: Item, counted: Tally): Placed<Fact> | null {
  if ('skipped' in item) counted.skip(item.skipped)
  else if ('rejected' in item) counted.reject(item.at, item.rejected)
  else {
    const why = whyNotKept(item.fact)
    if (why === null) return item
    counted.reject(item.at, why)
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
