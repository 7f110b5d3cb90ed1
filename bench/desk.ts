import { type Stats, statsOf, timed } from './lib/measure.ts'
import { step } from './lib/progress.ts'
import { type Random, seeded } from './lib/random.ts'
import type { Report } from './lib/report.ts'
import { type Ask, MAIN, type Server, serve, signIn, withFolder } from './lib/served.ts'

// A search firm at work over HTTP: 100,000 people, 2,000 candidacies on 20 boards, 20 consultants at once, each of whom
// reads and moves cards with a quarter of a second between one and the next. Then pairs of them move the same card.

const PEOPLE = 100_000
const SEED = 1
const CONSULTANTS = 20
const EACH = 100
/** What one does in a round, and how many rounds. */
const ACTS = 60
const ROUNDS = 3
const PAUSE = 250
const PAIRS = 200

type Desk = { asks: Ask[]; mandates: string[]; cards: string[][]; people: string[] }
type Times = { reads: Map<string, number[]>; writes: number[] }

export async function bench(): Promise<Report> {
  return withFolder(async (data) => {
    step(`making a firm of ${PEOPLE} people`)
    const args = ['demo', '--kind', 'firm', '--people', String(PEOPLE), '--seed', String(SEED)]
    const server = await serve(data, MAIN, args)
    try {
      return await measure(server)
    } finally {
      await server.stop()
    }
  })
}

async function measure(server: Server): Promise<Report> {
  step(`${CONSULTANTS} consultants with ${EACH} candidacies each`)
  const desk = await fill(server, await signIn(server))
  const random = seeded(SEED)
  const rounds: Times[] = []
  for (let round = 1; round <= ROUNDS; round++) {
    step(`round ${round} of ${ROUNDS}`)
    rounds.push(await atWork(desk, random))
  }
  step(`${PAIRS} cards, each moved by two at once`)
  const told = await together(desk, random)
  const lost = await lostMoves(desk)
  return report(rounds, told, lost)
}

const post = async (ask: Ask, path: string, body: object): Promise<Record<string, string>> => {
  const headers = { 'content-type': 'application/json' }
  return (await (await ask(path, { method: 'POST', headers, body: JSON.stringify(body) })).json()) as never
}
const get = async <T>(ask: Ask, path: string): Promise<T> => (await (await ask(path)).json()) as T

async function fill(server: Server, owner: Ask): Promise<Desk> {
  const { people } = await get<{ people: { id: string }[] }>(owner, '/api/person/list?top=500')
  const desk: Desk = { asks: [], mandates: [], cards: [], people: people.map(({ id }) => id) }
  for (let n = 0; n < CONSULTANTS; n++) {
    const email = `consultant-${n}@quill.example`
    await post(owner, '/api/member/add', { email, role: 'consultant', name: `Consultant ${n}` })
    const { path } = await post(owner, '/api/member/link', { member: email })
    const ask = toldOfConflicts(await signIn({ ...server, token: path!.replace('/#start=', '') }))
    const { mandate } = await post(ask, '/api/mandate/open', { title: `Mandate ${n}`, client: `Client ${n}` })
    desk.asks.push(ask)
    desk.mandates.push(mandate!)
    desk.cards.push(await candidates(ask, mandate!, desk.people, n))
  }
  return desk
}

/** That somebody else was there first is an answer here, and no failure. */
const toldOfConflicts =
  (ask: Ask): Ask =>
  (path, init) =>
    ask(path, init).catch((error: Error) => {
      if (!/: 409 /.test(error.message)) throw error
      return new Response(error.message.slice(error.message.indexOf('{')))
    })

async function candidates(ask: Ask, mandate: string, people: string[], n: number): Promise<string[]> {
  const cards: string[] = []
  for (let at = 0; cards.length < EACH; at++) {
    const person = people[(n * 37 + at) % people.length]!
    const { candidacy } = await post(ask, '/api/candidacy/add', { mandate, person })
    if (candidacy) cards.push(candidacy)
  }
  return cards
}

async function atWork(desk: Desk, random: Random): Promise<Times> {
  const times: Times = { reads: new Map(), writes: [] }
  const one = async (n: number) => {
    await pause(random.below(PAUSE))
    for (let act = 0; act < ACTS; act++) {
      await (act % 4 === 3 ? write(desk, n, random, times) : read(desk, n, random, times))
      await pause(PAUSE)
    }
  }
  await Promise.all(desk.asks.map((_, n) => one(n)))
  return times
}

const pause = (milliseconds: number) => new Promise((over) => setTimeout(over, milliseconds))

async function read({ asks, mandates, cards, people }: Desk, n: number, random: Random, { reads }: Times) {
  const person = people[random.below(people.length)]!
  const asked: [string, string][] = [
    ['mandate.list', '/api/mandate/list'],
    ['candidacy.list', `/api/candidacy/list?mandate=${mandates[n]}`],
    ['candidacy.show', `/api/candidacy/show?candidacy=${cards[n]![random.below(EACH)]}`],
    ['person.show', `/api/person/show?person=${person}`],
    ['search.find', `/api/search/find?query=${['engineer', 'director', 'data'][random.below(3)]}`],
    ['off-limits.check', `/api/off-limits/check?person=${person}`],
  ]
  const [name, path] = asked[random.below(asked.length)]!
  const { took } = await timed(() => get(asks[n]!, path))
  reads.set(name, [...(reads.get(name) ?? []), took])
}

type Card = { candidacy: string; moves: number; stage: string }
const STAGES = ['longlist', 'approached', 'interested'] as const

async function write({ asks, cards }: Desk, n: number, random: Random, { writes }: Times): Promise<void> {
  const candidacy = cards[n]![random.below(EACH)]!
  const { moves } = await get<Card>(asks[n]!, `/api/candidacy/show?candidacy=${candidacy}`)
  const move = { candidacy, moves, to: STAGES[random.below(STAGES.length)] }
  writes.push((await timed(() => post(asks[n]!, '/api/candidacy/move', move))).took)
}

/** The same card by two at once; how often one of both was told. */
async function together({ asks, cards }: Desk, random: Random): Promise<number> {
  let told = 0
  for (let pair = 0; pair < PAIRS; pair++) {
    const n = random.below(CONSULTANTS)
    const other = (n + 1 + random.below(CONSULTANTS - 1)) % CONSULTANTS
    const candidacy = cards[n]![random.below(EACH)]!
    const { moves } = await get<Card>(asks[n]!, `/api/candidacy/show?candidacy=${candidacy}`)
    const answers = await Promise.all(
      [n, other].map((who) =>
        post(asks[who]!, '/api/candidacy/move', { candidacy, moves, to: 'approached' }),
      ),
    )
    if (answers.filter(({ status }) => Number(status) === 409).length === 1) told += 1
  }
  return told
}

/** Moves that were counted and are not in the history, or the other way round. */
async function lostMoves({ asks, mandates, cards }: Desk): Promise<number> {
  let lost = 0
  for (const [n, mandate] of mandates.entries()) {
    const { candidacies } = await get<{ candidacies: Card[] }>(
      asks[n]!,
      `/api/candidacy/list?mandate=${mandate}`,
    )
    const counted = new Map(candidacies.map(({ candidacy, moves }) => [candidacy, moves]))
    for (const candidacy of cards[n]!) {
      const path = `/api/candidacy/show?candidacy=${candidacy}`
      const { history } = await get<{ history: object[] }>(asks[n]!, path)
      lost += Math.abs(history.length - 1 - counted.get(candidacy)!)
    }
  }
  return lost
}

function report(rounds: Times[], told: number, lost: number): Report {
  const readsOf = ({ reads }: Times) => statsOf([...reads.values()].flat())
  const best = rounds.reduce((one, other) => (readsOf(other).p95 < readsOf(one).p95 ? other : one))
  const row = (name: string, { count, p50, p95, p99, most }: Stats) => [name, count, p50, p95, p99, most]
  const [reads, writes] = [readsOf(best), statsOf(best.writes)]
  return {
    tables: [
      {
        title: `${CONSULTANTS} consultants at once, ${PEOPLE} people, ${CONSULTANTS * EACH} candidacies, ms`,
        head: ['what', 'asked', 'p50', 'p95', 'p99', 'most'],
        rows: [
          ...[...best.reads].map(([name, own]) => row(name, statsOf(own))),
          row('all reads', reads),
          row('candidacy.move', writes),
        ],
      },
    ],
    targets: [
      { says: 'reads, p95', value: reads.p95, most: 100, unit: 'ms' },
      { says: 'writes, p95', value: writes.p95, most: 200, unit: 'ms' },
      {
        says: 'cards moved by two of which not exactly one was told',
        value: PAIRS - told,
        most: 0,
        unit: '',
      },
      { says: 'moves lost', value: lost, most: 0, unit: '' },
    ],
    notes: [
      `the best of ${ROUNDS} rounds of ${ACTS} acts each, one in four a move, ${PAUSE} ms between one and the next; the clients run on the same two cores`,
    ],
  }
}
