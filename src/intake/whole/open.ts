import type { GivenFile } from '../../action.ts'
import { said } from '../../language.ts'
import { Refusal } from '../../refusal.ts'
import { isZip, LIMITS, type Part, partsOf } from '../archive.ts'
import { whyInWords } from '../in-german.ts'
import { IntakeError } from '../records.ts'
import { MANIFEST, pathOfTable, readManifest } from './manifest.ts'
import { sha256 } from './rows.ts'

/** An export that was read and is whole. */
export type Whole = {
  name: string
  at: string
  /** The file of a table. @throws Refusal when the export has none */
  table(name: string): Uint8Array
}

const MB = 2 ** 20
/** Written here, so larger than what anybody sends; a table must still fit into one text. */
const MOST = { ...LIMITS, entrySize: 500 * MB, totalSize: 2048 * MB }

/** Opens an export and holds each table against its checksum. @throws Refusal when it is damaged, or none */
export async function openWhole({ name, bytes }: GivenFile, schema: number): Promise<Whole> {
  try {
    const parts = isZip(bytes) ? await partsOf(name, bytes, MOST) : new Map<string, Part>()
    const manifest = readManifest(name, await bytesOf(parts.get(MANIFEST)), schema)
    const tables = new Map<string, Uint8Array>()
    for (const { path, sha256: sum } of manifest.files.filter((file) => file.path.startsWith('data/'))) {
      const table = await bytesOf(parts.get(path))
      if (sha256(table) !== sum) throw new IntakeError(`${name}: ${path} is damaged or missing.`)
      tables.set(path, table)
    }
    return { name, at: manifest.at, table: (table) => tables.get(pathOfTable(table)) ?? missing(name, table) }
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error
    throw new Refusal('unreadable-file', whyInWords(error.message), name)
  }
}

/** The one file that was given. @throws Refusal when there is none, or more */
export function onlyExport(files: readonly GivenFile[]): GivenFile {
  const [file, ...others] = files
  if (file !== undefined && others.length === 0) return file
  const sentence = {
    en: 'Give one file: the zip that workspace.export wrote.',
    de: 'Geben Sie eine Datei an: das Zip, das workspace.export geschrieben hat.',
  }
  throw new Refusal('invalid-input', said(sentence), 'files')
}

function missing(name: string, table: string): never {
  const [en, de] = [`${name} holds no ${table}.`, `${name} enthält kein ${table}.`]
  throw new Refusal('unreadable-file', said({ en, de }), table)
}

async function bytesOf(part: Part | undefined): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  await part?.read((piece) => pieces.push(piece))
  return Buffer.concat(pieces)
}
