import { buffer } from 'node:stream/consumers'
import yazl from 'yazl'
import { z } from 'zod'
import { action, type Context } from '../../action.ts'
import { calendarFile } from '../../meeting/calendar-file.ts'
import { schemaNumber } from '../../store/migrate.ts'
import { tenantTables } from '../../store/tenant-tables.ts'
import { peopleOut } from '../people-out.ts'
import { writeCard } from '../vcard/write-card.ts'
import { MANIFEST, type Manifest, pathOfTable } from './manifest.ts'
import { readableTables } from './readable.ts'
import { asFile, inUtc, isTaken, sha256, writeTable } from './rows.ts'

export const workspaceExport = action({
  name: 'workspace.export',
  says: 'Everything in this workspace as one zip: every table as JSON, people, positions, invitations and debriefs as CSV, meetings as a calendar, people as vCards.',
  kind: 'read',
  may: ['owner'],
  input: z.object({}),
  output: z.object({
    name: z.string(),
    rows: z.number().int(),
    files: z.array(z.object({ path: z.string(), rows: z.number().int().optional(), sha256: z.string() })),
    base64: z.string(),
  }),
  async run(context) {
    const files = await filesOf(context)
    const manifest = await manifestOf(files, context.now)
    const zip = await zipOf([{ path: MANIFEST, bytes: json(manifest) }, ...files], context.now)
    const rows = files.reduce((sum, file) => sum + (file.rows ?? 0), 0)
    const name = `acquaint-${manifest.at.slice(0, 10)}.zip`
    return { name, rows, files: manifest.files, base64: zip.toString('base64') }
  },
  except: { mcp: 'a whole workspace is for its owner to keep, not for an assistant to read' },
})

type File = { path: string; bytes: Buffer; rows?: number }

async function filesOf(context: Context): Promise<File[]> {
  await inUtc(context.tx)
  const files: File[] = [{ path: pathOfTable('workspace'), ...(await workspaceRow(context)) }]
  for (const table of (await tenantTables(context.tx)).filter(isTaken))
    files.push({ path: pathOfTable(table.name), ...(await writeTable(context.tx, table)) })
  const readable = [...(await readableTables(context)), ['people.vcf', await cards(context)] as const]
  const { ics } = await calendarFile(context, { titles: true, reminders: true }, await lastChange(context))
  return [
    ...files,
    ...readable.map(([path, bytes]) => ({ path, bytes })),
    { path: 'meetings.ics', bytes: Buffer.from(ics) },
  ]
}

/** What the workspace is, without the mark of a demo: brought in elsewhere, its rows are no demo that may be removed. */
async function workspaceRow({ tx }: Context) {
  const { kind, name, me, settings } = await tx.selectFrom('workspace').selectAll().executeTakeFirstOrThrow()
  const { demo: _, ...kept } = settings
  return asFile([JSON.stringify({ kind, name, me, settings: kept })])
}

const cards = async (context: Context): Promise<Buffer> =>
  Buffer.from((await peopleOut(context)).map((person) => writeCard(person, '4.0')).join(''))

/** The stamp of the calendar: when a meeting was last heard of, so that the same meetings are the same file. */
async function lastChange({ tx }: Context): Promise<Date> {
  const { at } = await tx
    .selectFrom('invitation')
    .select((eb) => eb.fn.max('received_at').as('at'))
    .executeTakeFirstOrThrow()
  return at ?? new Date(0)
}

async function manifestOf(files: File[], now: Date): Promise<Manifest> {
  return {
    ...{ format: 'acquaint-export', version: 1, schema: await schemaNumber(), at: now.toISOString() },
    files: files.map(({ path, bytes, rows }) => ({
      ...{ path, sha256: sha256(bytes) },
      ...(rows === undefined ? {} : { rows }),
    })),
  }
}

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)

async function zipOf(files: readonly File[], mtime: Date): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const { path, bytes } of files) zip.addBuffer(bytes, path, { mtime })
  zip.end()
  return buffer(zip.outputStream)
}
