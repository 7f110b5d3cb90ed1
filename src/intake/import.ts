import { z } from 'zod'
import { action, type Context, type EachContext, type GivenFile } from '../action.ts'
import { said } from '../language.ts'
import { lookAlikesShape, seekBehind } from '../people/look-alike-behind.ts'
import { id, words } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { STAFF } from '../role.ts'
import { isZip, readArchive } from './archive.ts'
import { detect } from './formats.ts'
import { placeInWords, whyInWords } from './in-german.ts'
import { csvOfXlsx, isXlsx } from './list/xlsx/xlsx.ts'
import type { Opened, Parcel } from './opened.ts'
import { IntakeError } from './records.ts'
import { isDocx } from './resume/document.ts'
import { type Tally, tally } from './write/tally.ts'
import { findOwner, type Owner } from './write/whose-export.ts'
import { write } from './write/write.ts'

// What comes in: files of any known kind, told by their content. One transaction a file: nothing is half-written.

export const fileResult = z.object({
  name: z.string(),
  kind: z.string().describe('"unknown": nobody here knows this kind of file'),
  read: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  skipped: z.number().int(),
  rejected: z.array(z.object({ at: z.string(), why: z.string() })),
  why: z.string().optional().describe('why the whole file was not read'),
  skippedBecause: z.array(z.object({ why: z.string(), count: z.number().int() })),
  invitations: z.array(id).describe('invitations that it added or changed'),
  documents: z.array(id).describe('originals that wait for somebody to confirm what they say: resume.show'),
})

export type FileResult = z.infer<typeof fileResult>

const NO_FILE = { en: 'There is no file to import.', de: 'Es gibt keine Datei zum Importieren.' }

export const fileImport = action({
  name: 'file.import',
  says: 'Import files: a LinkedIn export (zip, folder or single CSV), calendar entries, mails with an invitation, vCards, resumes, lists, job boards and postings.',
  kind: 'write',
  may: STAFF,
  files: { says: 'files of any known kind; zips are opened' },
  progress: true,
  transaction: 'each',
  input: z.object({
    me: z.email().optional().describe('your own e-mail address'),
    mapping: z.record(z.string(), words(60)).optional().describe('for lists: column -> field'),
  }),
  output: z.object({ files: z.array(fileResult), lookAlikes: lookAlikesShape }),
  async run(context, input) {
    if (context.files.length === 0) throw new Refusal('invalid-input', said(NO_FILE), 'files')
    const files = await importFiles(context, context.files, input)
    return { files, lookAlikes: await seekBehind(context, files) }
  },
})

type Said = {
  me?: string | undefined
  mapping?: Record<string, string> | undefined
  /** For boards: whose it is. */
  organization?: string | undefined
}

/** Imports files, one transaction each; an entry for each, and for each file inside a zip, in the order given. */
export async function importFiles(
  context: EachContext,
  files: readonly GivenFile[],
  told: Said = {},
): Promise<FileResult[]> {
  const parcels = await unpack(files)
  const known = parcels.map((parcel) => opened(parcel, context, told))
  const owner = await findOwner(known, told.me)
  const results = new Map<Opened, FileResult>()
  for (const file of inOrder(known)) {
    context.progress({ done: results.size, total: known.length, says: file.name })
    results.set(file, await importOne(context, file, owner))
  }
  context.progress({ done: known.length, total: known.length, says: 'done' })
  return known.map((file) => results.get(file)!)
}

/** Files as given, with zips opened: an entry for each file inside. */
async function unpack(files: readonly GivenFile[]): Promise<Parcel[]> {
  const parcels: Parcel[] = []
  for (const file of files) {
    if (isXlsx(file.bytes)) parcels.push(await sheetOf(file))
    else if (!isZip(file.bytes) || isDocx(file.bytes)) parcels.push(file)
    else parcels.push(...(await entriesOf(file)))
  }
  return parcels
}

/** A spreadsheet is the table in it. */
async function sheetOf({ name, bytes }: GivenFile): Promise<Parcel> {
  try {
    return { name, bytes: await csvOfXlsx(name.split(/[/\\]/).at(-1)!, bytes) }
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error
    return { name, bytes: new Uint8Array(), broken: error.message }
  }
}

async function entriesOf({ name, bytes }: GivenFile): Promise<Parcel[]> {
  const parcels: Parcel[] = []
  const none = new Uint8Array()
  try {
    for await (const entry of readArchive(name, bytes)) {
      parcels.push('bytes' in entry ? entry : { name: entry.name, bytes: none, broken: entry.rejected })
    }
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error
    parcels.push({ name, bytes: none, broken: error.message })
  }
  return parcels.some(isManifest) ? [{ name, bytes: none, broken: `${name} ${WHOLE}` }] : parcels
}

/** Its cards and tables say one thing several times: they are not for adding to what is here. */
const WHOLE = 'is a complete export of Acquaint: workspace.import brings it into an empty workspace.'

const isManifest = ({ name, bytes }: Parcel): boolean =>
  name === 'manifest.json' && Buffer.from(bytes.subarray(0, 200)).includes('"acquaint-export"')

function opened(parcel: Parcel, { now }: Pick<EachContext, 'now'>, { mapping, organization }: Said): Opened {
  // Folders say nothing of a file; sentences about it name it as it was given.
  const format = parcel.broken === undefined ? detect(parcel.name.split(/[/\\]/).at(-1)!, parcel.bytes) : null
  const context = {
    ...{ name: parcel.name, now },
    ...(mapping ? { mapping } : {}),
    ...(organization ? { organization } : {}),
  }
  return {
    parcel,
    name: parcel.name,
    format,
    ...(parcel.broken === undefined ? {} : { broken: parcel.broken }),
    items: () => format?.read(parcel.bytes, context) ?? [],
  }
}

/** Who one is comes before whom one knows, and both before what passed between them. */
const ORDER = [
  'linkedin-profile',
  'linkedin-emails',
  'linkedin-positions',
  'linkedin-skills',
  'json-resume',
  'europass-xml',
  'linkedin-connections',
  'vcard',
  'csv-people',
  'csv-positions',
  'linkedin-recommendations',
  'linkedin-messages',
  'linkedin-invitations',
]

const placeOf = ({ format, parcel }: Opened): number => {
  const at = ORDER.indexOf(format?.kind ?? '')
  if (at >= 0) return at
  return isCancellation(parcel) ? ORDER.length + 1 : ORDER.length
}

/** What cancels a meeting comes after what tells of it. */
const isCancellation = ({ bytes }: Parcel): boolean =>
  /method[:=]"?cancel/i.test(Buffer.from(bytes.subarray(0, 20_000)).toString('latin1'))

const inOrder = (files: Opened[]): Opened[] => [...files].sort((one, other) => placeOf(one) - placeOf(other))

/** Imports one file in a transaction of its own. */
export async function importOne(context: EachContext, file: Opened, owner: Owner): Promise<FileResult> {
  if (file.broken !== undefined) return result(file, tally(), file.broken)
  if (file.format === null) {
    const counted = tally()
    counted.skip('no known kind of file')
    return result(file, counted)
  }
  try {
    return result(file, await context.each((inside) => writeSomething(inside, file, owner)))
  } catch (error) {
    if (error instanceof NothingToKeep) return result(file, error.counted)
    const why = whyNotKept(file, error)
    if (why === null) throw error
    return result(file, tally(), why)
  }
}

/** Thrown to end a file's transaction without a trace: all of it was skipped or rejected. */
class NothingToKeep extends Error {
  readonly counted: Tally

  constructor(counted: Tally) {
    super('nothing to keep')
    this.counted = counted
  }
}

async function writeSomething(context: Context, file: Opened, owner: Owner): Promise<Tally> {
  const counted = await write(context, file, owner)
  const { created, updated, unchanged } = counted
  // Who "me" is was said with the import, not by the file.
  if (created + updated + unchanged === 0 && owner.told !== 'said') throw new NothingToKeep(counted)
  return counted
}

/** PostgreSQL's classes of errors that the data are to blame for: what they say, what they break, what is too large. */
const DATA_ERRORS = /^(22|23|54)/

/** Why a file cannot be kept; null when it is not the file that is to blame. */
export function whyNotKept({ name }: Pick<Opened, 'name'>, error: unknown): string | null {
  if (error instanceof IntakeError || error instanceof Refusal) return error.message
  const { code, message } = error as { code?: unknown; message?: string }
  if (typeof code !== 'string' || !DATA_ERRORS.test(code)) return null
  return `${name} holds something that cannot be kept: ${message}.`
}

/** What became of a file, as it is told. */
export function result(
  { name, format }: Pick<Opened, 'name' | 'format'>,
  counted: Tally,
  why?: string,
): FileResult {
  const { created, updated, unchanged, skipped, rejected, invitations, documents } = counted
  const told = rejected.map((one) => ({ at: placeInWords(one.at), why: whyInWords(one.why) }))
  const whole = why === undefined ? null : whyInWords(why)
  const all = whole === null ? told : [{ at: name, why: whole }]
  const reasons = [...skipped].map(([reason, count]) => ({ why: whyInWords(reason), count }))
  const left = reasons.reduce((sum, { count }) => sum + count, 0)
  return {
    name,
    kind: format?.kind ?? 'unknown',
    read: created + updated + unchanged + left + all.length,
    ...{ created, updated, unchanged, skipped: left, rejected: all, skippedBecause: reasons },
    ...(whole === null ? {} : { why: whole }),
    invitations: [...invitations],
    documents: [...documents],
  }
}
