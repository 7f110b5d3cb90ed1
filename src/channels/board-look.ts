import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { detect } from '../intake/formats.ts'
import { type BoardAddress, boardAddress } from '../intake/jobs/board-address.ts'
import { guessedBoards } from '../intake/jobs/board-guess.ts'
import { findOrganization } from '../people/find.ts'
import { organizationShape, reference } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { STAFF } from '../role.ts'
import { fetchPage } from './fetch-page.ts'

// Where an organization's board might be. What would be asked is shown first; what is found is shown before it is
// written down, since another organization may go by the same name.

const organization = reference('organization')

export const boardGuess = action({
  name: 'board.guess',
  says: "Where an organization's job board might be, by its name and domain. Nothing is asked yet.",
  kind: 'read',
  may: STAFF,
  input: z.object({ organization }),
  output: z.object({
    organization: organizationShape,
    addresses: z.array(z.string()).describe('what board.look would ask'),
  }),
  async run(context, input) {
    const { id, name, boards } = await guessesOf(context, input.organization)
    return { organization: { id, name }, addresses: boards.map(({ api }) => api) }
  },
})

async function guessesOf(context: Context, given: string) {
  const id = await findOrganization(context, given)
  const { name, domain } = await context.tx
    .selectFrom('organization')
    .select(['name', 'domain'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { id, name, boards: guessedBoards(name, domain) }
}

const foundShape = z.object({
  url: z.string().describe('for board.fetch, which writes its openings down'),
  openings: z.number().int(),
  titles: z.array(z.string()).describe('of the first few'),
  named: z.string().nullable().describe('whose board it is, where it says so'),
})

export const boardLook = action({
  name: 'board.look',
  says: "Ask the addresses that board.guess names whether an organization's job board is there. Those requests leave the machine; nothing is written down.",
  kind: 'write',
  may: STAFF,
  progress: true,
  transaction: 'each',
  input: z.object({ organization }),
  output: z.object({
    asked: z.array(z.object({ address: z.string(), says: z.string().describe('what came of it') })),
    boards: z.array(foundShape),
  }),
  async run(context, input) {
    const { boards } = await context.each((inside) => guessesOf(inside, input.organization))
    const asked: { address: string; says: string }[] = []
    const found: z.input<typeof foundShape>[] = []
    for (const board of boards) {
      context.progress({ done: asked.length, total: boards.length, says: new URL(board.api).host })
      const answer = await ask(board, context.now)
      asked.push({ address: board.api, says: answer.says })
      if (answer.found) found.push(answer.found)
    }
    return { asked, boards: found }
  },
})

type Asked = { says: string; found?: z.input<typeof foundShape> }

/** What is not there, or cannot be read, is an answer too. */
async function ask({ api }: BoardAddress, now: Date): Promise<Asked> {
  try {
    const page = await fetchPage(api)
    const found = await boardIn(page.bytes, api, now)
    return found === null ? { says: 'no openings' } : { says: `${found.openings} openings`, found }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { says: error.code === 'not-found' ? 'no board' : error.message }
  }
}

const TITLES = 4

async function boardIn(bytes: Uint8Array, url: string, now: Date) {
  const format = detect(url, bytes)
  const titles: string[] = []
  const names = new Set<string>()
  for await (const item of format?.read(bytes, { name: url, now }) ?? []) {
    if (!('fact' in item) || item.fact.kind !== 'opening') continue
    titles.push(item.fact.title)
    names.add(item.fact.organization.name)
  }
  if (titles.length === 0) return null
  const token = boardAddress(url)?.token
  const named = [...names].find((name) => plain(name) !== plain(token ?? '')) ?? null
  return { url, openings: titles.length, titles: titles.slice(0, TITLES), named }
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
