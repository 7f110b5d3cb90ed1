import type { Context } from '../../action.ts'
import { addOrigin, type OriginId } from '../../people/origin.ts'
import type { Opened } from '../opened.ts'
import type { Fact, Item } from '../records.ts'
import { writeCalendar } from './calendar.ts'
import { chronicle } from './chronicle.ts'
import { writeContacts, writeWaiting } from './contacts.ts'
import { writeDocument } from './documents.ts'
import { withoutErased } from './erased.ts'
import { whyNotKept } from './keepable.ts'
import { inTurns, line } from './line.ts'
import { closeMissingOpenings, writeOpenings } from './openings.ts'
import { ownerPerson, writeOwner, writeOwnPosition, writeRecommendation } from './owner.ts'
import { lookUpBearers, writePeople } from './people.ts'
import { type Tally, tally } from './tally.ts'
import type { Owner } from './whose-export.ts'
import { type FactOf, once, type Placed, type Writing } from './writing.ts'

/** How many facts are written with one round of queries. */
const BATCH = 1000

/** Writes the items of one file down, inside one transaction. `from`: its origin, where the file has one already. */
export async function write(context: Context, file: Opened, owner: Owner, from?: OriginId): Promise<Tally> {
  const counted = tally()
  const origin = from ?? (await addOrigin(context, 'file', file.name))
  const me = await ownerPerson(context, owner, origin)
  const writing: Writing = {
    context,
    parcel: file.parcel,
    origin,
    me,
    owner,
    chronicle: chronicle(context, { source: file.format!.kind, file: file.name, origin }),
    counted,
    listed: new Map(),
    waiting: [],
    bearers: new Map(),
    line: line(),
  }
  // One batch is looked up, and the one before the last written, while the last is made ready.
  let last: Looked | undefined
  for await (const batch of batchesOf(file.items(), counted)) {
    const next = { looked: writing.line.add(() => lookUp(writing, batch)) }
    if (last) await writeBatch(writing, last)
    last = next
  }
  if (last) await writeBatch(writing, last)
  await writing.line.settled()
  await writeWaiting(writing)
  await closeMissingOpenings(writing)
  await writing.chronicle.close()
  return counted
}

type Batch = Placed<Fact>[]
type Looked = { looked: Promise<Batch> }

async function* batchesOf(items: ReturnType<Opened['items']>, counted: Tally): AsyncGenerator<Batch> {
  let batch: Batch = []
  for await (const item of inTurns(items)) {
    const placed = sorted(item, counted)
    if (placed) batch.push(placed)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Counts what is not a fact; a fact that cannot be kept is rejected by its place. */
export function sorted(item: Item, counted: Tally): Placed<Fact> | null {
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

/** What must be known before a batch is written: what was said of it before, and who bears its addresses. */
async function lookUp(writing: Writing, whole: Batch): Promise<Batch> {
  const batch = await withoutErased(writing.context, whole, writing.counted)
  await writing.chronicle.read(batch.map(({ fact }) => fact.key))
  await lookUpBearers(writing, of(batch, 'person'))
  return batch
}

async function writeBatch(writing: Writing, { looked }: Looked): Promise<void> {
  const batch = await looked
  await writePeople(writing, of(batch, 'person'))
  if (batch.every(({ fact }) => fact.kind === 'person')) return
  await writing.line.settled()
  for (const { fact } of of(batch, 'owner')) await once(writing, fact, () => writeOwner(writing, fact))
  for (const { fact } of of(batch, 'own-position'))
    await once(writing, fact, () => writeOwnPosition(writing, fact))
  await writeContacts(writing, of(batch, 'contact'))
  for (const { fact } of of(batch, 'recommendation'))
    await once(writing, fact, () => writeRecommendation(writing, fact))
  await writeOpenings(writing, of(batch, 'opening'))
  for (const placed of of(batch, 'calendar')) await writeCalendar(writing, placed)
  for (const { fact } of of(batch, 'document')) await writeDocument(writing, fact)
}
