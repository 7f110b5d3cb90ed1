import { timed } from './lib/measure.ts'
import { step } from './lib/progress.ts'
import type { Report } from './lib/report.ts'
import { type Ask, BIN, command, MAIN, serve, signIn, withFolder } from './lib/served.ts'

// How long one waits: for the first screen on a folder that exists, and for a command.

const ROUNDS = 5

type Start = { link: number; screen: number }

export async function bench(): Promise<Report> {
  return withFolder(async (data) => {
    step('making a folder')
    const made = await startOnce(data, MAIN)
    step(`starting on it, ${ROUNDS} times in each way`)
    const [built, clone]: Start[][] = [[], []]
    for (let round = 0; round < ROUNDS; round++) {
      built!.push(await startOnce(data, MAIN))
      clone!.push(await startOnce(data, BIN))
    }
    step('commands')
    const commands = await commandTimes(data)
    const best = (of: Start[] | undefined, what: keyof Start) => Math.min(...of!.map((each) => each[what]))
    return {
      tables: [
        {
          title: 'from nothing running, ms',
          head: ['start', 'link printed', 'first screen'],
          rows: [
            ['on a new folder, once', made.link, made.screen],
            ['dist/serve/main.js serve, on a folder that exists', best(built, 'link'), best(built, 'screen')],
            ['npm start (looks whether it is built)', best(clone, 'link'), best(clone, 'screen')],
          ],
        },
        { title: 'commands, ms', head: ['command', 'took'], rows: commands },
      ],
      targets: [{ says: 'first screen', value: best(clone, 'screen') / 1000, most: 3, unit: 's' }],
      notes: [
        `the best of ${ROUNDS}; first screen: the page, its scripts and styles, the session, and what workspace.show answers`,
      ],
    }
  })
}

async function startOnce(data: string, program: string): Promise<Start> {
  const start = performance.now()
  const server = await serve(data, program)
  const link = performance.now() - start
  try {
    const ask = await signIn(server)
    await firstScreen(ask)
    return { link, screen: performance.now() - start }
  } finally {
    await server.stop()
  }
}

/** What a browser fetches before it can show something. */
async function firstScreen(ask: Ask): Promise<void> {
  const page = await (await ask('/')).text()
  const parts = [...page.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(([, path]) => path!)
  await Promise.all([...parts, '/api/workspace/show'].map(async (path) => (await ask(path)).arrayBuffer()))
}

async function commandTimes(data: string): Promise<[string, number][]> {
  const rows: [string, number][] = []
  const measure = async (says: string, args: string[]) => {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) times.push((await timed(() => command(args))).took)
    rows.push([says, Math.min(...times)])
  }
  await measure('acquaint help', ['help'])
  await measure('workspace.show, no server: starts and stops the database', [
    'workspace.show',
    '--data',
    data,
  ])
  const server = await serve(data)
  try {
    await measure('workspace.show, asking the server', ['workspace.show', '--data', data])
  } finally {
    await server.stop()
  }
  return rows
}
