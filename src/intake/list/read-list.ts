import type { GivenFile } from '../../action.ts'
import { said } from '../../language.ts'
import { Refusal } from '../../refusal.ts'
import { isZip } from '../archive.ts'
import { whyInWords } from '../in-german.ts'
import { IntakeError, type Item } from '../records.ts'
import { itemsOf, kindOf, knownColumns, unknownHeader } from './csv.ts'
import { type Layout, layoutOf, type Mapping } from './mapping.ts'
import { readTable, type Table } from './table.ts'
import { csvOfXlsx, isXlsx } from './xlsx/xlsx.ts'

/** A list with what its columns are read as. `kind` is null, and nothing can be written, when they do not tell. */
export type List = { table: Table; layout: Layout; kind: ReturnType<typeof kindOf> }

/**
 * The one list that was given.
 * @throws Refusal when there is none, or more than one
 */
export function onlyFile(files: readonly GivenFile[]): GivenFile {
  const [file, ...others] = files
  if (file === undefined) throw new Refusal('invalid-input', said(NO_LIST), 'files')
  if (others.length === 0) return file
  const sentence = {
    en: `${files.length} files were given: give one list at a time.`,
    de: `${files.length} Dateien wurden angegeben: Geben Sie eine Liste nach der anderen an.`,
  }
  throw new Refusal('invalid-input', said(sentence), 'files')
}

/**
 * The table in a file. `mapping` helps to find its header line.
 * @throws Refusal with the file's name and the place, when it is no table
 */
export async function tableOf({ name, bytes }: GivenFile, mapping?: Mapping): Promise<Table> {
  const shown = baseName(name)
  return refusing(async () => {
    const text = isXlsx(bytes) ? await csvOfXlsx(shown, bytes) : bytes
    if (isPacked(text))
      throw new IntakeError(`${shown}: no list that is read: save the table as .xlsx or CSV first`)
    return readTable(shown, text, knownColumns(mapping))
  })
}

/** @throws Refusal when the mapping does not fit the table */
export async function listOf(table: Table, mapping: Mapping): Promise<List> {
  return refusing(() => {
    const layout = layoutOf(table, mapping)
    return { table, layout, kind: kindOf(layout) }
  })
}

/** An item for each row. @throws Refusal when the columns do not tell what the list is about */
export function itemsIn({ table, layout, kind }: List): Item[] {
  if (kind === null) throw new Refusal('invalid-input', whyInWords(unknownHeader(table)), 'mapping')
  return itemsOf(table, layout)
}

export const whyUnknown = ({ table }: List): string => unknownHeader(table)

/** A zip, or the container of older Office files ([MS-CFB]): both hold more than a text. */
const isPacked = (bytes: Uint8Array): boolean =>
  isZip(bytes) || Buffer.from(bytes.subarray(0, 4)).toString('hex') === 'd0cf11e0'

/** Folders say nothing of a file. */
const baseName = (name: string): string => name.split(/[/\\]/).at(-1)!

async function refusing<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof IntakeError) throw new Refusal('invalid-input', whyInWords(error.message), 'files')
    throw error
  }
}

const NO_LIST = {
  en: 'There is no list: give one file.',
  de: 'Es gibt keine Liste: Geben Sie eine Datei an.',
}
