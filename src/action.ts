import { sql } from 'kysely'
import { z } from 'zod'
import { language, said } from './language.ts'
import type { Engine } from './network/client.ts'
import { EngineStopped, NotLoaded } from './network/protocol.ts'
import { Refusal } from './refusal.ts'
import type { Role } from './role.ts'
import type { Background } from './store/background.ts'
import type { Store, Tx } from './store/db.ts'
import { type Id, isId, newId } from './store/ids.ts'
import type { Keyring } from './store/keyring.ts'

// How a capability is declared, and the one gate that runs it:
// validate, authorize, transaction, run, record, present.

export type Door = 'http' | 'cli' | 'mcp' | 'demo'

/** Who asks, at which door, in which workspace. */
export type Caller = {
  workspace: Id<'workspace'>
  role: Role
  /** Who they are among the members; nobody in a personal workspace, and at the owner's own command line. */
  member?: Id<'member'> | null
  /** Their own record in the pool, when they are a member. */
  person?: Id<'person'> | null
  name: string
  door: Door
  /** The capabilities that a token is limited to. */
  only?: ReadonlySet<string> | undefined
  /** The one invitation that whoever holds its token may see and answer. They need not be who it was sent to. */
  invitation?: Id<'invitation'> | undefined
  /** The sender's own name for this write: said again, it is done once and answered alike. */
  key?: string | undefined
  files?: GivenFile[]
  progress?: (step: Progress) => void
}

export type GivenFile = { name: string; bytes: Uint8Array }
export type Progress = { done: number; total: number; says: string }

/** What a capability has in hand while it runs. Everything it reads and writes is one workspace's. */
export type Context = {
  tx: Tx
  workspace: Id<'workspace'>
  /** Whose invitations, words and values these are: the jobseeker of a personal workspace, or the member who asks. */
  me: Id<'person'> | null
  /** How often the facts of the graph changed: what the engine must have seen before it answers. */
  factsVersion: number
  /** Tables that this transaction wrote to so far. */
  written: ReadonlySet<string>
  /** Reads what is committed in the workspace, at one instant and apart from this transaction. */
  atOneInstant<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * Works within this transaction as the house itself does, past what the caller may see: whoever asks for it answers
   * for what of it they pass on.
   */
  asHouse<T>(work: (context: Context) => Promise<T>): Promise<T>
  /** Has something done once this transaction has ended, however it ends. */
  afterwards(work: () => void): void
  now: Date
  engine: Engine
  /** For what the database must not know by itself. */
  keyring: Keyring
  /** Makes what was deleted leave the disk: see the store. Not within a transaction. */
  purge(): Promise<void>
  caller: Caller
  /** Whom it looked up: the log says whose file was read, however they were named. */
  lookedUp: Set<Id<'person'>>
  later: Later
}

/** Runs another capability for the same caller once this one is done and answered; nobody waits for it. */
export type Later = <Input extends z.ZodObject, Output extends z.ZodType>(
  declared: Action<Input, Output>,
  input: z.input<Input>,
) => void

/** For capabilities that take one transaction for each part of their work, such as each file of an import. */
export type EachContext = Omit<
  Context,
  'tx' | 'me' | 'factsVersion' | 'lookedUp' | 'written' | 'atOneInstant' | 'asHouse' | 'afterwards'
> & {
  files: GivenFile[]
  progress: (step: Progress) => void
  each<T>(work: (context: Context) => Promise<T>): Promise<T>
}

type Declared<Input extends z.ZodObject, Output extends z.ZodType> = {
  /** `noun.verb`, as the user would say it. */
  name: `${string}.${string}`
  /** One sentence for the reference page, the command's help and the assistant. */
  says: string
  kind: 'read' | 'write'
  input: Input
  output: Output
  may: readonly Role[]
  /** Shows what is on record about one person: in a shared workspace each such read is in the audit log. */
  file?: true
  /** Its answer is given out once and kept nowhere, and so under no key either. */
  secret?: true
  /** Its answer tells a belief: what is kept of it under a key is sealed. */
  sealed?: true
  /** Takes files: multipart over HTTP, local paths in the CLI, inline content over MCP. */
  files?: { says: string }
  /** Reports its progress: server-sent events over HTTP, a bar in the terminal. */
  progress?: boolean
  except?: Partial<Record<Exclude<Door, 'demo'>, string>>
}

export type Action<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodType = z.ZodType> = Declared<
  Input,
  Output
> &
  (
    | { transaction?: 'one'; run(context: Context, input: z.output<Input>): Promise<z.input<Output>> }
    | { transaction: 'each'; run(context: EachContext, input: z.output<Input>): Promise<z.input<Output>> }
  )

type Called<Name, Kind> = { name: Name; kind: Kind }

/** Declares a capability; its types follow from its schemas, its name and kind stay as written. */
export const action = <
  const Name extends `${string}.${string}`,
  const Kind extends 'read' | 'write',
  Input extends z.ZodObject,
  Output extends z.ZodType,
>(
  declared: Action<Input, Output> & Called<Name, Kind>,
): Action<Input, Output> & Called<Name, Kind> => declared

/** What the house stands on while it runs. */
export type House = { store: Store; engine: Engine; background: Background; now: () => Date }

/**
 * The gate. Runs one capability for one caller.
 * @throws Refusal when the input, the caller or the facts do not allow it; nothing is then written.
 */
export async function perform<Input extends z.ZodObject, Output extends z.ZodType>(
  house: House,
  declared: Action<Input, Output>,
  raw: unknown,
  caller: Caller,
): Promise<z.output<Output>> {
  const input = validate(declared.input, raw)
  authorize(declared, caller)
  const answer = await runInTransaction(house, declared, input, caller)
  return declared.output.parse(answer)
}

/** What zod says of a wrong value, in each language. */
const COMPLAINTS = { en: z.locales.en().localeError, de: z.locales.de().localeError }

function validate<Input extends z.ZodObject>(schema: Input, raw: unknown): z.output<Input> {
  const parsed = schema.strict().safeParse(raw, { error: COMPLAINTS[language()] })
  if (parsed.success) return parsed.data as z.output<Input>
  const issue = parsed.error.issues[0]!
  const at = issue.path.join('.') || (issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : 'input')
  throw new Refusal('invalid-input', `${at}: ${issue.message}`, at)
}

function authorize(declared: Pick<Action, 'name' | 'may'>, caller: Caller): void {
  if (declared.may.includes(caller.role) && (caller.only?.has(declared.name) ?? true)) return
  throw new Refusal(
    'forbidden',
    said({
      en: `${caller.name} may not use ${declared.name}`,
      de: `${caller.name} darf ${declared.name} nicht verwenden`,
    }),
  )
}

async function runInTransaction<Input extends z.ZodObject, Output extends z.ZodType>(
  house: House,
  declared: Action<Input, Output>,
  input: z.output<Input>,
  caller: Caller,
): Promise<z.input<Output>> {
  const behind: (() => Promise<unknown>)[] = []
  // Whatever follows from a write is the house's own business: a token's limits say what it may ask for.
  const { key: _, files: __, progress: ___, only: ____, ...same } = caller
  const later: Later = (other, raw) => behind.push(() => perform(house, other, raw, same))
  const { engine, store } = house
  const base = {
    workspace: caller.workspace,
    now: house.now(),
    engine,
    keyring: store.keyring,
    purge: store.purge,
    caller,
    later,
  }
  const each = <T>(work: (context: Context) => Promise<T>): Promise<T> =>
    inContext(house, base, async (context) => {
      const { tx, written, lookedUp } = context
      const before = await saidBefore(tx, declared, base)
      if (before !== null) return before.answer as T
      const result = await work(context)
      const kept = declared.sealed ? sealedAnswer(base.keyring, result) : result
      if (declared.kind === 'write') await keepAnswer(tx, caller, kept)
      await record(tx, declared, { input, result, lookedUp }, base, written)
      return result
    })
  const { files = [], progress = () => {} } = caller
  const answer =
    declared.transaction === 'each'
      ? await declared.run({ ...base, files, progress, each }, input)
      : await again(() => each((context) => declared.run(context, input)))
  for (const work of behind) house.background.start(work)
  return answer
}

type Base = Pick<Context, 'workspace' | 'now' | 'engine' | 'keyring' | 'purge' | 'caller' | 'later'>

/** Opens a transaction, with what a capability has in hand in it. */
export async function inContext<T>(
  { store }: Pick<House, 'store'>,
  base: Base,
  work: (context: Context) => Promise<T>,
): Promise<T> {
  const ends: (() => void)[] = []
  const afterwards = (end: () => void) => void ends.push(end)
  const atOneInstant: Context['atOneInstant'] = (read) => store.atOneInstant(base.workspace, read)
  const { caller } = base
  const inside = async (tx: Tx, written: ReadonlySet<string>) => {
    const { me, facts_version } = await workspaceRow(tx)
    const mine = caller.member || caller.person ? (caller.person ?? null) : me
    const own = { me: mine, lookedUp: new Set<Id<'person'>>() }
    const plain = { ...base, ...own, tx, factsVersion: facts_version, written, atOneInstant, afterwards }
    const house: Context = { ...plain, asHouse: (work) => work(house) }
    return work({ ...plain, asHouse: (inner) => store.asHouse(tx, caller, () => inner(house)) })
  }
  try {
    return await store.inWorkspace(base.workspace, inside, caller)
  } finally {
    for (const end of ends) end()
  }
}

const KEPT_NOWHERE = {
  en: 'What this answers is kept nowhere, so that it cannot be answered alike again: leave the key out.',
  de: 'Was dies antwortet, wird nirgends aufbewahrt und kann nicht noch einmal gleich beantwortet werden: Lassen Sie den Schlüssel weg.',
}

/**
 * Claims the key of a write; answers what was answered when it was done before. Whoever says the same at the same time
 * waits for the first to be done.
 * @throws Refusal when the key was used for something else
 */
async function saidBefore(
  tx: Tx,
  {
    name,
    kind,
    transaction,
    secret,
    sealed,
  }: Pick<Action, 'name' | 'kind' | 'transaction' | 'secret' | 'sealed'>,
  { workspace, now, caller, keyring }: Pick<Context, 'workspace' | 'now' | 'caller' | 'keyring'>,
): Promise<{ answer: unknown } | null> {
  const { key } = caller
  if (key === undefined || kind === 'read' || transaction === 'each') return null
  if (secret) throw new Refusal('invalid-input', said(KEPT_NOWHERE), 'idempotency-key')
  const claimed = await tx
    .insertInto('request_key')
    .values({ workspace_id: workspace, key, capability: name, answer: null, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows === 1n) return null
  const known = await tx
    .selectFrom('request_key')
    .select(['capability', 'answer'])
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (known.capability === name) return { answer: sealed ? unsealed(keyring, known.answer) : known.answer }
  const sentence = {
    en: `The key "${key}" was used for ${known.capability}.`,
    de: `Der Schlüssel „${key}“ wurde für ${known.capability} verwendet.`,
  }
  throw new Refusal('conflict', said(sentence), 'key')
}

const ANSWER = 'answer'
const sealedAnswer = (keyring: Keyring, answer: unknown): string =>
  keyring.seal(ANSWER, JSON.stringify(answer)).toString('base64')
const unsealed = (keyring: Keyring, kept: unknown): unknown =>
  JSON.parse(keyring.open(ANSWER, Buffer.from(String(kept), 'base64')) ?? 'null')

async function keepAnswer(tx: Tx, { key }: Caller, answer: unknown): Promise<void> {
  if (key === undefined) return
  await tx
    .updateTable('request_key')
    .set({ answer: JSON.stringify(answer) })
    .where('key', '=', key)
    .execute()
}

/** The graph is an index that may be lost at any time: what failed by that is rolled back, and done once more. */
async function again<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt()
  } catch (error) {
    if (error instanceof EngineStopped || error instanceof NotLoaded) return attempt()
    throw error
  }
}

const NO_WORKSPACE = {
  en: 'This workspace does not exist any more.',
  de: 'Diesen Arbeitsbereich gibt es nicht mehr.',
}

async function workspaceRow(tx: Tx) {
  const row = await tx.selectFrom('workspace').select(['me', 'facts_version']).executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found', said(NO_WORKSPACE))
  return row
}

/** What the graph is built from: after a write to one of these it follows before the next answer. */
const FACT_TABLES: ReadonlySet<string> = new Set([
  ...['person', 'organization', 'unit', 'position', 'connection', 'contact', 'recommendation', 'tie_word'],
  ...['opening', 'meeting', 'debrief', 'debrief_person', 'taken_back'],
  // Who "me" is decides whose meetings and words these are. A table that cannot be told may be any.
  ...['workspace', '?'],
])

/** Whether one of these tables holds facts of the graph. */
export const holdFacts = (tables: ReadonlySet<string>): boolean =>
  [...tables].some((table) => FACT_TABLES.has(table))

/** Longer than any graph in memory follows without being loaded anew. */
const LOG_KEPT = '1 day'

async function record(
  tx: Tx,
  declared: Pick<Action, 'name' | 'kind' | 'file'>,
  { input, result, lookedUp }: { input: object; result: unknown; lookedUp: ReadonlySet<string> },
  { workspace, now, caller }: Pick<Context, 'workspace' | 'now' | 'caller'>,
  written: ReadonlySet<string>,
): Promise<void> {
  const facts = holdFacts(written) ? 1 : 0
  if (declared.kind === 'read' && caller.door !== 'mcp' && !(declared.file && caller.member)) return
  const [person] = lookedUp
  const whose = declared.file && person !== undefined ? { person } : {}
  await tx
    .insertInto('audit')
    .values({
      workspace_id: workspace,
      id: newId(),
      at: now,
      actor: caller.name,
      member_id: caller.member ?? null,
      door: caller.door,
      capability: declared.name,
      subject: JSON.stringify({ ...idsOnly(input), ...idsOnly(result), ...whose }),
    })
    .execute()
  if (declared.kind === 'read') return
  if (facts > 0) await sql`delete from graph_change where at < now() - ${LOG_KEPT}::interval`.execute(tx)
  // Last, so that the row's lock, which orders the commits of a workspace, is held for a moment only.
  await tx
    .updateTable('workspace')
    .set({ version: sql`version + 1`, facts_version: sql`facts_version + ${facts}` })
    .execute()
}

/** The audit names what was touched, never what was written: free text stays out of the log. */
function idsOnly(said: unknown): Record<string, string> {
  if (typeof said !== 'object' || said === null) return {}
  const named = Object.entries(said).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && isId(entry[1]),
  )
  return Object.fromEntries(named)
}
