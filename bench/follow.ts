import { type Stats, statsOf, timed } from './lib/measure.ts'
import { usageOf } from './lib/processes.ts'
import { step } from './lib/progress.ts'
import type { Report } from './lib/report.ts'
import { type Ask, MAIN, type Server, serve, signIn, withFolder } from './lib/served.ts'

// How long the first answer after a change takes, over HTTP in the demo, against loading the graph as a whole.

const PEOPLE = 30_000
const SEED = 1
const ROUNDS = 30
const LOADS = 3

type Change = { says: string; make: (world: World, round: number) => Promise<unknown> }
type World = { ask: Ask; invitations: string[]; people: string[]; twins: string[] }

const post = (ask: Ask, path: string, input: object): Promise<Record<string, string>> =>
  ask(`/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  }).then((told) => told.json())

const someone = ({ people }: World, round: number): string => people[round % people.length]!

const CHANGES: Change[] = [
  { says: 'nothing', make: async () => {} },
  {
    says: 'a word about a tie',
    make: (world, round) => post(world.ask, 'tie/confirm', { person: someone(world, round) }),
  },
  {
    says: 'a veto',
    make: (world, round) => post(world.ask, 'tie/veto', { person: someone(world, round) }),
  },
  {
    says: 'a person, with an organization',
    make: async (world, round) => {
      const given = { name: `Cleo Park ${round}`, organization: 'Northwind' }
      world.twins.push((await post(world.ask, 'person/add', given)).person!)
    },
  },
  {
    says: 'a position',
    make: (world, round) =>
      post(world.ask, 'career/add', {
        person: someone(world, round),
        at: [`Northwind:${2001 + (round % 20)}..2024`],
      }),
  },
  {
    says: 'an opening',
    make: ({ ask }, round) =>
      post(ask, 'opening/add', { title: `Editor ${round}`, organization: 'Northwind' }),
  },
  {
    says: 'two records made one',
    make: (world, round) => {
      const input = { person: world.twins[round]!, other: someone(world, round + ROUNDS), same: true }
      return post(world.ask, 'look-alike/decide', input)
    },
  },
  {
    says: 'that taken back',
    make: (world, round) => post(world.ask, 'person/unmerge', { person: world.twins[round]! }),
  },
]

export async function bench(): Promise<Report> {
  return withFolder(async (data) => {
    step(`making the demo of ${PEOPLE} people`)
    const args = ['demo', '--people', String(PEOPLE), '--seed', String(SEED)]
    const server = await serve(data, MAIN, args)
    const found: Found[] = []
    let memory: number | null = null
    try {
      const world = await worldOf(await signIn(server))
      for (const change of CHANGES) found.push(await measure(world, change))
      memory = usageOf(server.pid, data)?.pssMb ?? null
    } finally {
      await server.stop()
    }
    return report(found, await wholeLoads(data, args), memory)
  })
}

async function worldOf(ask: Ask): Promise<World> {
  const list = async <T>(path: string) => (await (await ask(path)).json()) as T
  const { invitations } = await list<{ invitations: { id: string }[] }>('/api/invitation/list')
  const { people } = await list<{ people: { id: string }[] }>('/api/person/list?top=500')
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)
  const world = { ask, invitations: ids(invitations), people: ids(people), twins: [] }
  for (const invitation of world.invitations) await worth(world, invitation)
  return world
}

const worth = async ({ ask }: World, invitation: string): Promise<unknown> =>
  (await ask(`/api/invitation/worth?invitation=${invitation}`)).json()

const path = async ({ ask, people }: World, round: number): Promise<unknown> =>
  (await ask(`/api/path/find?target=${people[(round * 7) % people.length]}`)).json()

type Found = { says: string; worth: Stats; path: Stats }

/** After each change the one answer, then after another the other. */
async function measure(world: World, { says, make }: Change): Promise<Found> {
  step(`${ROUNDS} times: ${says}`)
  const [worths, paths]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    await make(world, round)
    if (round % 2 === 0) {
      const invitation = world.invitations[round % world.invitations.length]!
      worths.push((await timed(() => worth(world, invitation))).took)
    } else paths.push((await timed(() => path(world, round))).took)
  }
  return { says, worth: statsOf(worths), path: statsOf(paths) }
}

/** What the first answer of a server takes that has just begun: the same, with the whole graph loaded for it. */
async function wholeLoads(data: string, args: string[]): Promise<number[]> {
  const found: number[] = []
  for (let load = 1; load <= LOADS; load++) {
    step(`a server begins: load ${load} of ${LOADS}`)
    const server: Server = await serve(data, MAIN, args)
    try {
      const ask = await signIn(server)
      const { invitations } = (await (await ask('/api/invitation/list')).json()) as {
        invitations: { id: string }[]
      }
      const world = { ask, invitations: [], people: [], twins: [] }
      found.push((await timed(() => worth(world, invitations[0]!.id))).took)
    } finally {
      await server.stop()
    }
  }
  return found
}

function report(found: Found[], loads: number[], memory: number | null): Report {
  const rows = found.map(({ says, worth, path }) => [says, worth.p50, worth.p95, path.p50, path.p95])
  const whole = statsOf(loads)
  const changed = found.slice(1)
  const slowest = (of: (one: Found) => number) => Math.max(...changed.map(of))
  return {
    tables: [
      {
        title: `the first answer after a change, over HTTP, demo of ${PEOPLE} people, ms`,
        head: ['change', 'worth p50', 'p95', 'path p50', 'p95'],
        rows,
      },
      {
        title: 'worth, with the whole graph loaded, ms',
        head: ['p50', 'most'],
        rows: [[whole.p50, whole.most]],
      },
    ],
    targets: [
      {
        says: 'worth after a change, p95 of the slowest kind',
        value: slowest((one) => one.worth.p95),
        most: 150,
        unit: 'ms',
      },
      {
        says: 'path after a change, p95 of the slowest kind',
        value: slowest((one) => one.path.p95),
        most: 100,
        unit: 'ms',
      },
      ...(memory === null
        ? []
        : [{ says: 'memory of server and database', value: memory, most: 900, unit: 'MB' }]),
    ],
    notes: [
      `each change ${ROUNDS} times, one question after each, worth and path in turn; the server listens for commits, as it always does`,
      'the whole load is the first worth of a server that has just begun, the code not yet warm',
    ],
  }
}
