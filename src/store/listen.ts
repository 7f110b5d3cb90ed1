import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { type Id, isId } from './ids.ts'

/** What `note_graph_change` of the schema says at each commit that touched facts: the workspace. */
const CHANNEL = 'graph_change'

/** After so many milliseconds a connection that was lost is sought again. */
const AGAIN = 1000

/**
 * Tells of each commit that touched facts, of this process and of others. What is missed while a lost connection is
 * sought again is not told afterwards: whoever asks compares versions anyway. The answer ends it.
 * @throws Error when there is no connection to begin with
 */
export async function listenToCommits(
  connection: pg.ClientConfig,
  told: (workspace: Id<'workspace'>) => void,
): Promise<() => Promise<void>> {
  let isClosed = false
  let client = await listening(connection, told, lost)
  function lost() {
    if (!isClosed) void seek()
  }
  async function seek(): Promise<void> {
    await wait(AGAIN, undefined, { ref: false })
    if (isClosed) return
    const found = await listening(connection, told, lost).catch(() => null)
    if (found === null) return seek()
    client = found
    if (isClosed) await client.end()
  }
  return async () => {
    isClosed = true
    await client.end()
  }
}

async function listening(
  connection: pg.ClientConfig,
  told: (workspace: Id<'workspace'>) => void,
  lost: () => void,
): Promise<pg.Client> {
  const client = new pg.Client(connection)
  // An error is followed by the end.
  client.on('error', () => {})
  await client.connect()
  client.once('end', lost)
  client.on('notification', ({ payload = '' }) => {
    if (isId(payload)) told(payload as Id<'workspace'>)
  })
  await client.query(`listen ${CHANNEL}`)
  return client
}
