import pg from 'pg'
import { messageOf, StoreError } from './errors.ts'

const OLDEST = 15

/**
 * Asks one's own server (`DATABASE_URL`) for its version.
 * @throws StoreError `external-unreachable`, `external-too-old`; the password is never repeated.
 */
export async function externalVersion(url: string): Promise<string> {
  const rows = await ask(url).catch((error) => {
    throw new StoreError(
      'external-unreachable',
      `The database of DATABASE_URL (${withoutPassword(url)}) cannot be reached: ${messageOf(error)}`,
      { cause: error },
    )
  })
  const { version, number } = rows[0] as { version: string; number: number }
  if (number >= OLDEST * 10_000) return version
  throw new StoreError(
    'external-too-old',
    `The database of DATABASE_URL is PostgreSQL ${version}; Acquaint needs ${OLDEST} or later.`,
  )
}

async function ask(url: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const asked =
      "select split_part(current_setting('server_version'), ' ', 1) as version, current_setting('server_version_num')::int as number"
    return (await client.query(asked)).rows
  } finally {
    await client.end().catch(() => {})
  }
}

function withoutPassword(url: string): string {
  return url.replace(/(\/\/[^:/@]*):[^@]*@/, '$1:***@').replace(/(password=)[^&]*/i, '$1***')
}
