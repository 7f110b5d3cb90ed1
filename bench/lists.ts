import { xlsxOf } from '../test/support/xlsx.ts'
import { timed } from './lib/measure.ts'
import { usageOf } from './lib/processes.ts'
import { step } from './lib/progress.ts'
import { seeded } from './lib/random.ts'
import type { Report } from './lib/report.ts'
import { type Ask, type Server, serve, signIn, withFolder } from './lib/served.ts'

// A list of 100,000 people with columns of its own, mapped: looked at, imported, again, stopped, as a spreadsheet.

const ROWS = 100_000
const SEED = 11
const HEADER = ['Whom', 'Reach at', 'Works at', 'As what', 'Begun']
const MAPPING = JSON.stringify({
  ...{ Whom: 'name', 'Reach at': 'email', 'Works at': 'organization', 'As what': 'title', Begun: 'from' },
})

type Times = Record<'preview' | 'csv' | 'cpu' | 'again' | 'parts' | 'xlsx', number>

export async function bench(): Promise<Report> {
  const rows = people()
  const csv = new Blob([[HEADER, ...rows].map((row) => row.join(';')).join('\n')])
  const xlsx = new Blob([Uint8Array.from(await xlsxOf([{ name: 'People', rows: [HEADER, ...rows] }]))])
  const times: Times = {
    ...(await withServer((ask, cpu) => whole(ask, cpu, csv))),
    ...(await withServer((ask) => inTwoParts(ask, csv))),
    ...(await withServer(async (ask) => ({ xlsx: await importing(ask, 'list.xlsx', xlsx, 'created') }))),
  }
  const row = (says: string, what: keyof Times) => [says, times[what] / 1000, ROWS / (times[what] / 1000)]
  return {
    tables: [
      {
        title: `a list of ${ROWS} people`,
        head: ['what', 'seconds', 'rows a second'],
        rows: [
          row('list.preview of the CSV over HTTP', 'preview'),
          row('list.import of it, into an empty workspace', 'csv'),
          row('processor time of that, server and database', 'cpu'),
          row('the same file again', 'again'),
          row('stopped on the way and gone on with, both parts', 'parts'),
          row('the same as a spreadsheet (.xlsx), into an empty workspace', 'xlsx'),
        ],
      },
    ],
    targets: [
      { says: `import of a list of ${ROWS} rows`, value: times.csv / 1000, most: 60, unit: 's' },
      { says: 'the same as a spreadsheet', value: times.xlsx / 1000, most: 60, unit: 's' },
    ],
    notes: [
      'one round; each time, every row was counted as created, or the second time as unchanged; after the stop the counts of both parts were those of the whole',
    ],
  }
}

/** Everybody has an address, one of 4,000 employers, and a month in which they began. */
function people(): string[][] {
  const random = seeded(SEED)
  return Array.from({ length: ROWS }, (_, at) => {
    const begun = `${2000 + random.below(25)}-${String(1 + random.below(12)).padStart(2, '0')}`
    return [`Ann N${at}`, `ann${at}@example.com`, `Firm ${random.zipf(4000)}`, 'Engineer', begun]
  })
}

async function withServer<T>(work: (ask: Ask, cpu: () => number) => Promise<T>): Promise<T> {
  return withFolder(async (data) => {
    const server: Server = await serve(data)
    try {
      const used = () => (usageOf(server.pid, data)?.cpuSeconds ?? Number.NaN) * 1000
      const before = used()
      return await work(await signIn(server), () => used() - before)
    } finally {
      await server.stop()
    }
  })
}

async function whole(ask: Ask, cpu: () => number, csv: Blob) {
  step('looking at it')
  const { took: preview } = await timed(() =>
    ask('/api/list/preview', formOf('list.csv', csv, { mapping: MAPPING })),
  )
  step('importing it')
  const before = cpu()
  const took = await importing(ask, 'list.csv', csv, 'created')
  const used = cpu() - before
  step('importing it again')
  return { preview, csv: took, cpu: used, again: await importing(ask, 'list.csv', csv, 'unchanged') }
}

/** Stopped as soon as it has begun, then gone on with. */
async function inTwoParts(ask: Ask, csv: Blob): Promise<{ parts: number }> {
  step('importing it in two parts')
  const { took: first, answer } = await timed(async () => {
    const told = answerOf(ask, '/api/list/import', formOf('list.csv', csv, { mapping: MAPPING }))
    for (;;) {
      const { runs } = (await (await ask('/api/list/unfinished')).json()) as {
        runs: { id: string; done: number }[]
      }
      if (runs.length === 0 || runs[0]!.done === 0) continue
      await ask('/api/list/stop', { ...jsonOf({ run: runs[0]!.id }) })
      return told
    }
  })
  if (answer.run?.state !== 'stopped') throw new Error(`not stopped: ${JSON.stringify(answer.run)}`)
  const run = answer.run.id
  const { took: second, answer: all } = await timed(() =>
    answerOf(ask, '/api/list/resume', formOf('list.csv', csv, { run })),
  )
  if (all.file.created !== ROWS) throw new Error(`not all created: ${JSON.stringify(all)}`)
  return { parts: first + second }
}

/** Milliseconds until the answer. @throws Error when not every row became what it should */
async function importing(ask: Ask, name: string, bytes: Blob, all: 'created' | 'unchanged'): Promise<number> {
  const { took, answer } = await timed(() =>
    answerOf(ask, '/api/list/import', formOf(name, bytes, { mapping: MAPPING })),
  )
  if (answer.file[all] !== ROWS) throw new Error(`not all ${all}: ${JSON.stringify(answer)}`)
  return took
}

type Told = {
  file: Record<'read' | 'created' | 'unchanged', number>
  run: { id: string; state: string } | null
}

const answerOf = async (ask: Ask, path: string, init: RequestInit): Promise<Told> =>
  (await (await ask(path, init)).json()) as Told

const jsonOf = (input: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(input),
})

function formOf(name: string, bytes: Blob, input: Record<string, string>): RequestInit {
  const body = new FormData()
  for (const [field, text] of Object.entries(input)) body.append(field, text)
  body.append('files', bytes, name)
  return { method: 'POST', body }
}
