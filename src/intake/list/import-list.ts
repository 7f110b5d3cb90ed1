import { z } from 'zod'
import { action, type EachContext, type GivenFile } from '../../action.ts'
import { fileResult, importOne } from '../import.ts'
import type { Opened } from '../opened.ts'
import { findOwner } from '../write/whose-export.ts'
import { csvPeople, csvPositions } from './csv.ts'
import { guessMapping, type Mapping } from './mapping.ts'
import { itemsIn, type List, listOf, onlyFile, tableOf } from './read-list.ts'
import { mappingSaid, saidShape } from './said.ts'

// A list with its columns mapped, written down as any other file.

export const listImport = action({
  name: 'list.import',
  says: 'Import a list (CSV or XLSX) of people or positions, with its columns read as you say. The same list again changes nothing.',
  kind: 'write',
  may: ['owner'],
  files: { says: 'one list, told by its content' },
  progress: true,
  transaction: 'each',
  input: z.object({
    me: z.email().optional().describe('your own e-mail address'),
    ...saidShape,
  }),
  output: z.object({ file: fileResult }),
  async run(context, { me, ...said }) {
    const file = onlyFile(context.files)
    const mapping = said.template ? await context.each((inside) => mappingSaid(inside, said)) : said.mapping
    return { file: await importList(context, file, await mappedList(file, mapping), me) }
  },
})

async function mappedList(file: GivenFile, mapping: Mapping | undefined): Promise<List> {
  const table = await tableOf(file, mapping)
  return listOf(table, mapping ?? guessMapping(table.header))
}

async function importList(context: EachContext, file: GivenFile, list: List, me: string | undefined) {
  const opened = openedList(file, list)
  const owner = await findOwner([], me)
  context.progress({ done: 0, total: list.table.rows.length, says: list.table.name })
  return importOne(context, opened, owner)
}

/** The list as a file of its kind: its rows are read once. */
function openedList(file: GivenFile, list: List): Opened {
  const items = itemsIn(list)
  const format = list.kind === 'csv-people' ? csvPeople : csvPositions
  return { parcel: file, name: list.table.name, format, items: () => items }
}
