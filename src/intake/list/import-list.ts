import { z } from 'zod'
import { action, type EachContext, type GivenFile } from '../../action.ts'
import { lookAlikesShape, seekBehind } from '../../people/look-alike-behind.ts'
import { words } from '../../people/shapes.ts'
import { STAFF } from '../../role.ts'
import { type FileResult, fileResult, importOne } from '../import.ts'
import type { Opened } from '../opened.ts'
import type { Item } from '../records.ts'
import { findOwner } from '../write/whose-export.ts'
import { csvPeople, csvPositions } from './csv.ts'
import { PART, writeInParts } from './in-parts.ts'
import { guessMapping, type Mapping } from './mapping.ts'
import { itemsIn, listOf, onlyFile, tableOf } from './read-list.ts'
import { beginRun, type RunId, reopenRun, runShape } from './run.ts'
import { mappingSaid, saidShape } from './said.ts'

// A list with its columns mapped, written down as any other file; a long one in parts.

const files = { says: 'one list (CSV or XLSX), told by its content' }
const me = z.email().optional().describe('your own e-mail address')
const output = z.object({
  file: fileResult,
  run: runShape.nullable().describe('how far it came, if it is long; null: it was written as a whole'),
  lookAlikes: lookAlikesShape,
})

export const listImport = action({
  name: 'list.import',
  says: 'Import a list (CSV or XLSX) of people or positions, with its columns read as you say. The same list again changes nothing. A long one can be stopped.',
  kind: 'write',
  may: STAFF,
  files,
  progress: true,
  transaction: 'each',
  input: z.object({ me, ...saidShape }),
  output,
  async run(context, { me, ...said }) {
    const file = onlyFile(context.files)
    const mapping = said.template ? await context.each((inside) => mappingSaid(inside, said)) : said.mapping
    const opened = await openList(file, mapping)
    if (opened.items.length > PART) return soughtBehind(context, await importLong(context, file, opened, me))
    const whole = await importOne(context, opened.file, await findOwner([], me))
    return soughtBehind(context, { file: whole, run: null })
  },
})

export const listResume = action({
  name: 'list.resume',
  says: 'Go on with the import of a long list that was stopped or broken off, from the same file. No row is written twice, and none is left out.',
  kind: 'write',
  may: STAFF,
  files,
  progress: true,
  transaction: 'each',
  input: z.object({ run: words(100).describe('its id: list.unfinished'), me }),
  output,
  async run(context, { run, me }) {
    const file = onlyFile(context.files)
    const mapping = await context.each((inside) => reopenRun(inside, run, file.bytes))
    const { file: opened, items } = await openList(file, mapping)
    const owner = await findOwner([], me)
    return soughtBehind(context, await writeInParts(context, run as RunId, { file: opened, items, owner }))
  },
})

const soughtBehind = async <Written extends { file: FileResult }>(
  context: EachContext,
  written: Written,
) => ({
  ...written,
  lookAlikes: await seekBehind(context, [written.file]),
})

async function importLong(
  context: EachContext,
  { bytes }: GivenFile,
  { file, items, mapping }: OpenedList,
  me: string | undefined,
) {
  const begun = { name: file.name, bytes, mapping, total: items.length }
  const run = await context.each((inside) => beginRun(inside, begun))
  context.progress({ done: 0, total: items.length, says: file.name })
  return writeInParts(context, run, { file, items, owner: await findOwner([], me) })
}

type OpenedList = { file: Opened; items: Item[]; mapping: Mapping }

/** The list as a file of its kind, with its rows, read once. @throws Refusal when it is no list */
async function openList(file: GivenFile, said: Mapping | undefined): Promise<OpenedList> {
  const table = await tableOf(file, said)
  const mapping = said ?? guessMapping(table.header)
  const list = await listOf(table, mapping)
  const items = itemsIn(list)
  const format = list.kind === 'csv-people' ? csvPeople : csvPositions
  return { file: { parcel: file, name: table.name, format, items: () => items }, items, mapping }
}
