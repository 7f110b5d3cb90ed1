import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { connectionsCsv, zipOf } from './lib/connections.ts'
import { timed } from './lib/measure.ts'
import { usageOf } from './lib/processes.ts'
import { step } from './lib/progress.ts'
import type { Report } from './lib/report.ts'
import { type Ask, command, serve, signIn, withFolder } from './lib/served.ts'

// A Connections.csv of 30,000 rows: into an empty folder, again, and within its zip.

const ROWS = 30_000
const ROUNDS = 2
const SEED = 7
const ME = 'me@example.com'
const PROFILE = `First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers
Mira,Sandoval,,,,Data engineer,,,,,,,
`

type Times = Record<'csv' | 'again' | 'zip' | 'command' | 'cpu', number>

export async function bench(): Promise<Report> {
  const csv = connectionsCsv(ROWS, SEED)
  const zip = await zipOf({
    'Connections.csv': csv,
    'Profile.csv': PROFILE,
    'Email Addresses.csv': `Email Address,Confirmed,Primary,Updated On\n${ME},Yes,Yes,1/2/20\n`,
  })
  const rounds: Times[] = []
  for (let round = 1; round <= ROUNDS; round++) {
    step(`round ${round} of ${ROUNDS}`)
    rounds.push(await times(csv, zip))
  }
  const best = (what: keyof Times) => Math.min(...rounds.map((each) => each[what]))
  const row = (says: string, what: keyof Times) => [says, best(what) / 1000, ROWS / (best(what) / 1000)]
  return {
    tables: [
      {
        title: `${ROWS} rows of Connections.csv`,
        head: ['import', 'seconds', 'rows a second'],
        rows: [
          row('over HTTP, into an empty workspace', 'csv'),
          row('processor time of that, server and database', 'cpu'),
          row('the same file again', 'again'),
          row('the same within its zip, into an empty workspace', 'zip'),
          row('`acquaint import` into a new folder, database made and stopped', 'command'),
        ],
      },
    ],
    targets: [
      { says: 'import of 30,000 rows', value: best('csv') / 1000, most: 10, unit: 's' },
      { says: 'import of the zip', value: best('zip') / 1000, most: 10, unit: 's' },
    ],
    notes: [
      `the best of ${ROUNDS} rounds; each time, every row was counted as created, or the second time as unchanged`,
    ],
  }
}

async function times(csv: string, zip: Uint8Array<ArrayBuffer>): Promise<Times> {
  const overHttp = await withFolder((data) =>
    withServer(data, async (ask, cpu) => ({
      csv: await importing(ask, 'Connections.csv', csv, 'created'),
      cpu: cpu(),
      again: await importing(ask, 'Connections.csv', csv, 'unchanged'),
    })),
  )
  const zipped = await withFolder((data) =>
    withServer(data, (ask) => importing(ask, 'export.zip', zip, 'created')),
  )
  return { ...overHttp, zip: zipped, command: await withFolder((data) => byCommand(data, csv)) }
}

/** `cpu`: milliseconds of all processors since the server stood. */
async function withServer<T>(data: string, work: (ask: Ask, cpu: () => number) => Promise<T>): Promise<T> {
  const server = await serve(data)
  try {
    const used = () => (usageOf(server.pid, data)?.cpuSeconds ?? Number.NaN) * 1000
    const before = used()
    return await work(await signIn(server), () => used() - before)
  } finally {
    await server.stop()
  }
}

type Told = { files: { kind: string | null; read: number; created: number; unchanged: number }[] }

/** Milliseconds until the answer. @throws Error when not every row became what it should */
async function importing(
  ask: Ask,
  name: string,
  bytes: string | Uint8Array<ArrayBuffer>,
  all: 'created' | 'unchanged',
): Promise<number> {
  const body = new FormData()
  body.append('me', ME)
  body.append('files', new Blob([bytes]), name)
  const { took, answer } = await timed(async () => {
    const told = await ask('/api/file/import', { method: 'POST', body })
    return (await told.json()) as Told
  })
  const connections = answer.files.find(({ kind }) => kind === 'linkedin-connections')
  if (connections?.[all] !== ROWS) throw new Error(`not all ${all}: ${JSON.stringify(answer.files)}`)
  return took
}

async function byCommand(data: string, csv: string): Promise<number> {
  return withFolder(async (folder) => {
    const path = join(folder, 'Connections.csv')
    await writeFile(path, csv)
    return (await timed(() => command(['import', path, '--me', ME, '--data', data, '--json']))).took
  })
}
