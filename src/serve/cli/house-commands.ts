import { resolve } from 'node:path'
import { refuseWhenServed, whoServes } from '../local-door.ts'
import { version } from '../version.ts'
import type { Given } from './arguments.ts'
import { type Command, ownField } from './command.ts'
import { print } from './print.ts'
import { dataOf, withSession } from './session.ts'
import { Usage } from './usage.ts'

const PORT = 4747

const port = ownField('port', 'where to listen on 127.0.0.1; 0 takes any that is free', 'number')
const file = { name: 'file', required: true }

/**
 * The commands about the house itself; no capability stands behind them. What each needs is loaded when it runs:
 * the other commands start faster without.
 */
export const HOUSE_COMMANDS: Command[] = [
  {
    name: 'serve',
    usage: '[--port N]',
    says: 'Serves the web app and the API on this machine, and prints the link to open.',
    group: 'house',
    fields: [port],
    places: [],
    run: async ({ global, values }) => {
      const port = portOf(values)
      const { serveFolder } = await import('./serve.ts')
      await serveFolder(dataOf(global), port)
    },
  },
  {
    name: 'demo',
    usage: '[--kind personal|firm] [--people N] [--seed N] [--port N]',
    says: 'Makes an invented network with a story in it, in a folder of its own, and serves it.',
    group: 'house',
    fields: [
      ownField(
        'kind',
        'a jobseeker (personal) or a search firm with a second one beside it; personal when absent',
      ),
      ownField('people', 'how many people, 200 to 1,000,000; 2,000 when absent', 'number'),
      ownField('seed', 'another seed makes another world', 'number'),
      port,
    ],
    places: [],
    run: async ({ global, values }) => {
      const port = portOf(values)
      const { serveDemo } = await import('./demo.ts')
      await serveDemo(global.data, port, values)
    },
  },
  {
    name: 'open',
    usage: '',
    says: 'Prints another link to the server that runs: good once, for ten minutes.',
    group: 'house',
    fields: [],
    places: [],
    run: open,
  },
  {
    name: 'mcp',
    usage: '[--write]',
    says: 'Serves an assistant over standard input and output (MCP); it may only read, unless --write is given.',
    group: 'house',
    fields: [ownField('write', 'the assistant may change things too', 'flag')],
    places: [],
    run: async ({ global, values }) => {
      const { serveMcp } = await import('../mcp/server.ts')
      const token = process.env.ACQUAINT_TOKEN || undefined
      await serveMcp({
        data: dataOf(global),
        workspace: global.workspace,
        token,
        write: values.write === true,
      })
    },
  },
  {
    name: 'workspace',
    usage: 'NAME --owner EMAIL [--owner-name TEXT] [--kind firm|programme]',
    says: 'Opens a workspace for several people, and prints how its owner gets in.',
    group: 'house',
    fields: [
      { ...ownField('owner', 'the e-mail address of its first owner'), required: true },
      ownField('ownerName', 'what the owner is called; as before the @, when absent'),
      ownField('kind', 'firm (search) or programme (outplacement, alumni); firm when absent'),
    ],
    places: [{ name: 'name', required: true }],
    run: async ({ global, values }) => {
      const { addWorkspace } = await import('./workspace.ts')
      print(global, 'workspace', await addWorkspace(dataOf(global), values))
    },
  },
  {
    name: 'backup',
    usage: 'FILE',
    says: 'Writes everything to one new file, while others go on working, and the key of the folder beside it (FILE.key).',
    group: 'house',
    fields: [],
    places: [file],
    run: async ({ global, values }) => {
      const path = resolve(String(values.file))
      const { backup } = await import('../../store/backup.ts')
      const { saveKey } = await import('../../store/keyring.ts')
      const saved = await withDatabase(dataOf(global), (connection) => backup(connection, path, version))
      const key = await saveKey(dataOf(global), path)
      print(global, 'backup', { file: path, ...(key === null ? {} : { key }), ...saved })
    },
  },
  {
    name: 'restore',
    usage: 'FILE',
    says: 'Fills an empty data folder from a backup: all of it, verified, or nothing.',
    group: 'house',
    fields: [],
    places: [file],
    run: async ({ global, values }) => {
      const path = resolve(String(values.file))
      await refuseWhenServed(dataOf(global))
      const { restore } = await import('../../store/backup.ts')
      const { bringKey } = await import('../../store/keyring.ts')
      const brought = await withDatabase(dataOf(global), (connection) => restore(connection, path))
      const key = await bringKey(path, dataOf(global))
      print(global, 'restore', { file: path, ...(key === null ? {} : { key }), ...brought })
    },
  },
]

function portOf({ port = PORT }: Record<string, unknown>): number {
  if (Number.isInteger(port) && Number(port) >= 0 && Number(port) <= 65535) return Number(port)
  throw new Usage(`--port ${port} is not a number from 0 to 65535.`)
}

async function open({ global }: Given): Promise<void> {
  if ((await whoServes(dataOf(global))) === null) {
    throw new Error(`No Acquaint serves ${dataOf(global)}: start it with \`acquaint serve\`.`)
  }
  const answer = await withSession(global, (session) => session.askPath('POST', '/api/start-link'))
  if (global.json) print(global, 'open', answer)
  else process.stdout.write(`${answer.link}\n`)
}

type Connection = { connectionString: string }

async function withDatabase<T>(data: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const { startDatabase } = await import('../../store/server/index.ts')
  const { migrate } = await import('../../store/migrate.ts')
  const database = await startDatabase({ data })
  try {
    await migrate(database.connection)
    return await work(database.connection)
  } finally {
    await database.stop()
  }
}
