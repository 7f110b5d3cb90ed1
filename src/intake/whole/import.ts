import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../../action.ts'
import { said } from '../../language.ts'
import { Refusal } from '../../refusal.ts'
import { schemaNumber } from '../../store/migrate.ts'
import { fillingOrder, type TenantTable, tenantTables } from '../../store/tenant-tables.ts'
import { onlyExport, openWhole, type Whole } from './open.ts'
import { fillLater, fillTable, inUtc, isTaken, rowsOf, sha256, writeTable } from './rows.ts'

export const workspaceImport = action({
  name: 'workspace.import',
  says: 'Fill an empty workspace from the zip of workspace.export: all of it, each file held against its checksum, or nothing.',
  kind: 'write',
  may: ['owner'],
  files: { says: 'one zip, as workspace.export wrote it' },
  transaction: 'each',
  input: z.object({}),
  output: z.object({
    exported: z.string().describe('when it was written'),
    rows: z.number().int(),
    tables: z.array(z.object({ table: z.string(), rows: z.number().int() })),
  }),
  async run(context) {
    const whole = await openWhole(onlyExport(context.files), await schemaNumber())
    const tables = await context
      .each((inside) => fill(inside, whole))
      .catch((error) => throwWhy(whole, error))
    return { exported: whole.at, rows: tables.reduce((sum, { rows }) => sum + rows, 0), tables }
  },
  except: { mcp: 'a whole workspace is for its owner to bring in' },
})

/** What a table refuses (class 22: no such value, 23: it breaks a rule) is wrong in the file. */
function throwWhy({ name }: Whole, error: unknown): never {
  const { code, message } = error as { code?: unknown; message?: string }
  if (!/^2[23]/.test(String(code))) throw error
  const sentence = {
    en: `${name} cannot be brought in: ${message}.`,
    de: `${name} kann nicht übernommen werden: ${message}.`,
  }
  throw new Refusal('unreadable-file', said(sentence), name)
}

async function fill(context: Context, whole: Whole): Promise<{ table: string; rows: number }[]> {
  const tables = (await tenantTables(context.tx)).filter(isTaken)
  await refuseUnlessEmpty(context, tables)
  await inUtc(context.tx)
  const order = fillingOrder(tables)
  const rows = new Map(tables.map(({ name }) => [name, rowsOf(whole.table(name))]))
  for (const filling of order) await fillTable(context, filling, rows.get(filling.table.name)!)
  for (const filling of order) await fillLater(context, filling, rows.get(filling.table.name)!)
  await sayWorkspace(context, whole)
  for (const table of tables) await refuseUnlessSame(context, whole, table)
  return tables.map(({ name }) => ({ table: name, rows: rows.get(name)!.length }))
}

/** What was done here before stays on record, and makes no workspace full. */
const isHistory = ({ name }: TenantTable): boolean => name === 'audit'

async function refuseUnlessEmpty({ tx }: Context, tables: TenantTable[]): Promise<void> {
  for (const { name } of tables.filter((table) => !isHistory(table))) {
    const { rows } = await sql`select from ${sql.table(name)} limit 1`.execute(tx)
    if (rows.length === 0) continue
    const sentence = {
      en: `This workspace is not empty (${name}): an export is brought into an empty one, such as that of a new data folder.`,
      de: `Dieser Arbeitsbereich ist nicht leer (${name}): Ein Export kommt in einen leeren, etwa den eines neuen Datenordners.`,
    }
    throw new Refusal('conflict', said(sentence), name)
  }
}

const workspaceShape = z.object({
  kind: z.enum(['personal', 'firm', 'programme']),
  name: z.string(),
  me: z.uuid().nullable(),
  settings: z.record(z.string(), z.unknown()),
})

async function sayWorkspace({ tx }: Context, whole: Whole): Promise<void> {
  const row = workspaceShape.parse(JSON.parse(rowsOf(whole.table('workspace'))[0]!))
  await tx
    .updateTable('workspace')
    .set({ ...row, me: row.me as Context['me'], settings: JSON.stringify(row.settings) })
    .execute()
}

/** Written out again, a table is byte for byte what came. */
async function refuseUnlessSame({ tx }: Context, whole: Whole, table: TenantTable): Promise<void> {
  if (isHistory(table)) return
  const { bytes } = await writeTable(tx, table)
  if (sha256(bytes) === sha256(whole.table(table.name))) return
  const sentence = {
    en: `${whole.name}: ${table.name} did not come in as it was; nothing was brought in.`,
    de: `${whole.name}: ${table.name} kam nicht so an, wie es war; nichts wurde übernommen.`,
  }
  throw new Refusal('unreadable-file', said(sentence), table.name)
}
