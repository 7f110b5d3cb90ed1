import { type Stats, statsOf, timed } from './lib/measure.ts'
import { type Usage, usageOf } from './lib/processes.ts'
import { step } from './lib/progress.ts'
import type { Report } from './lib/report.ts'
import { type Ask, MAIN, type Server, serve, signIn, withFolder } from './lib/served.ts'

// What a meeting is worth, asked over HTTP in the demo: how long, and what the whole takes of the machine.

const PEOPLE = 10_000
const SEED = 1
const REQUESTS = 300
const ROUNDS = 3

export async function bench(): Promise<Report> {
  return withFolder(async (data) => {
    step(`making the demo of ${PEOPLE} people`)
    const args = ['demo', '--people', String(PEOPLE), '--seed', String(SEED)]
    const { took: made, answer: server } = await timed(() => serve(data, MAIN, args))
    try {
      return await measure(server, data, made)
    } finally {
      await server.stop()
    }
  })
}

async function measure(server: Server, data: string, made: number): Promise<Report> {
  const ask = await signIn(server)
  const invitations = await idsOf(ask)
  step(`the first of ${invitations.length} invitations: the graph is loaded`)
  const first = await timed(() => worth(ask, invitations[0]!))
  const rounds: Stats[] = []
  for (let round = 1; round <= ROUNDS; round++) {
    step(`round ${round} of ${ROUNDS}: ${REQUESTS} requests`)
    rounds.push(statsOf(await times(ask, invitations)))
  }
  const best = rounds.reduce((one, other) => (other.p95 < one.p95 ? other : one))
  const slowest = await slowestOf(ask, invitations)
  return report({ made, first: first.took, best, slowest, usage: usageOf(server.pid, data) })
}

async function idsOf(ask: Ask): Promise<string[]> {
  const told = (await (await ask('/api/invitation/list')).json()) as { invitations: { id: string }[] }
  return told.invitations.map(({ id }) => id)
}

async function worth(ask: Ask, invitation: string): Promise<void> {
  await (await ask(`/api/invitation/worth?invitation=${invitation}`)).json()
}

async function times(ask: Ask, invitations: string[]): Promise<number[]> {
  const found: number[] = []
  for (let request = 0; request < REQUESTS; request++) {
    found.push((await timed(() => worth(ask, invitations[request % invitations.length]!))).took)
  }
  return found
}

/** The median of the invitation that takes longest: a few large rooms may hide among many small ones. */
async function slowestOf(ask: Ask, invitations: string[]): Promise<number> {
  const medians: number[] = []
  for (const invitation of invitations) {
    const own: number[] = []
    for (let again = 0; again < 5; again++) own.push((await timed(() => worth(ask, invitation))).took)
    medians.push(statsOf(own).p50)
  }
  return Math.max(...medians)
}

type Measured = { made: number; first: number; best: Stats; slowest: number; usage: Usage | null }

function report({ made, first, best, slowest, usage }: Measured): Report {
  return {
    tables: [
      {
        title: `invitation.worth over HTTP, demo of ${PEOPLE} people, ms`,
        head: ['requests', 'p50', 'p95', 'p99', 'most', 'slowest invitation', 'first (loads the graph)'],
        rows: [[best.count, best.p50, best.p95, best.p99, best.most, slowest, first]],
      },
      {
        title: 'the whole',
        head: ['demo made, s', 'memory, MB (PSS)', 'processes', 'CPU so far, s'],
        rows: [[made / 1000, usage?.pssMb ?? '?', usage?.processes ?? '?', usage?.cpuSeconds ?? '?']],
      },
    ],
    targets: [
      { says: 'worth, p95', value: best.p95, most: 50, unit: 'ms' },
      ...(usage
        ? [{ says: 'memory of server and database', value: usage.pssMb, most: 600, unit: 'MB' }]
        : []),
    ],
    notes: [
      `the best of ${ROUNDS} rounds, one request after another, over every invitation of the demo in turn`,
      'memory is measured after the requests, everything warm; PSS divides what processes share',
    ],
  }
}
