import type { Context } from '../action.ts'
import { addOrigin } from '../people/origin.ts'
import { chronicle } from './chronicle.ts'
import type { Opened } from './opened.ts'
import type { Owner } from './owner.ts'
import type { Fact, Item } from './records.ts'
import { type Tally, tally } from './tally.ts'
import { writeCalendar } from './write-calendar.ts'
import { writeContacts } from './write-contacts.ts'
import { writeOpenings } from './write-openings.ts'
import { ownerPerson, writeOwner, writeOwnPosition, writeRecommendation } from './write-owner.ts'
import { writePeople } from './write-people.ts'
import { type FactOf, once, type Placed, type Writing } from './writing.ts'

/** How many facts are written with one round of queries. */
const BATCH = 1000

/** Writes the items of one file down, inside one transaction. */
export async function write(context: Context, file: Opened, owner: Owner): Promise<Tally> {
  const counted = tally()
  const origin = await addOrigin(context, 'file', file.name)
  const me = await ownerPerson(context, owner, origin)
  const source = file.format!.kind
  const writing: Writing = {
    context,
    origin,
    me,
    owner,
    chronicle: chronicle(context, source, origin),
    counted,
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
  await writing.chronicle.close()
  return counted
}

const NUL = String.fromCharCode(0)

/** Counts what is not a fact; a fact with a NUL character cannot be kept and is rejected by its place. */
function sorted(item: Item, counted: Tally): Placed<Fact> | null {
  if ('skipped' in item) counted.skip(item.skipped)
  else if ('rejected' in item) counted.reject(item.at, item.rejected)
  else if (JSON.stringify(item.fact).includes('\\u0000'))
    counted.reject(item.at, `contains a NUL character (${NUL.length})`)
  else return item
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
