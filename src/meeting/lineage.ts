import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { theOne } from '../people/find.ts'
import { id, reference } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { STAFF } from '../role.ts'
import { type Id, isId } from '../store/ids.ts'
import { findIntroduction, findInvitation } from './find.ts'
import { type History, history, type Node } from './history.ts'

// Step 7: any outcome traced back through introductions and meetings, and forward to all that came of it.
// A join over what was recorded, not a log of its own.

const linkShape = z.object({
  kind: z.enum(['meeting', 'introduction', 'invitation', 'offer', 'placement']),
  id,
  at: z.string(),
  says: z.string(),
  nearlyRefused: z.boolean().optional().describe("refused, later taken; or taken against one's own first no"),
})

export const lineageShow = action({
  name: 'lineage.show',
  says: 'The lineage of an offer, a placement, an introduction, an invitation or a meeting: back to the first meeting, and forward to all that came of it.',
  kind: 'read',
  may: STAFF,
  input: z.object({ of: reference('offer, introduction, invitation or meeting') }),
  output: z.object({ chain: z.array(linkShape), cameOfIt: z.array(linkShape) }),
  async run(context, input) {
    const known = await history(context)
    const start = await findNode(context, known, input.of)
    return {
      chain: back(known, start).map(({ link }) => link),
      cameOfIt: forward(known, start).map(({ link }) => link),
    }
  },
})

async function findNode(context: Context, known: History, given: string): Promise<Node> {
  if (isId(given)) {
    const node = known.get(given.toLowerCase())
    if (node) return node
    throw new Refusal(
      'not-found',
      said({
        en: `There is no offer, introduction, invitation or meeting "${given}".`,
        de: `Es gibt kein Angebot, keine Vorstellung, keine Einladung und kein Treffen „${given}“.`,
      }),
      'of',
    )
  }
  const candidates = [
    await named(() => findInvitation(context, given)),
    await named(() => findIntroduction(context, given)),
  ]
  const found = candidates.filter((one): one is Id<'invitation'> | Id<'introduction'> => one !== null)
  const one = theOne('offer, introduction, invitation or meeting', given, nodesNamed(known, found))
  return known.get(one)!
}

/** Each stands for what came of it last; of those on one chain, only the last: it tells of the others. */
function nodesNamed(known: History, ids: readonly string[]) {
  const nodes = [...new Set(ids.map((each) => furthest(known, known.get(each)!)))]
  const isTold = (node: Node) => nodes.some((other) => other !== node && back(known, other).includes(node))
  return nodes
    .filter((node) => !isTold(node))
    .map(({ link }) => ({ id: link.id as Id<string>, says: link.says }))
}

/** An invitation's placement or offer, if it came to one. */
function furthest(known: History, node: Node): Node {
  const next = node.to
    .map((each) => known.get(each)!)
    .findLast(({ link }) => link.kind === 'offer' || link.kind === 'placement')
  return next ? furthest(known, next) : node
}

async function named<T>(find: () => Promise<T>): Promise<T | null> {
  try {
    return await find()
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') return null
    throw error
  }
}

/** From a node back, one cause at a time, to the first meeting's invitation. */
function back(known: History, start: Node): Node[] {
  const chain: Node[] = []
  for (
    let node: Node | undefined = start;
    node && !chain.includes(node);
    node = node.from ? known.get(node.from) : undefined
  ) {
    chain.push(node)
  }
  return chain
}

/** Everything that came of a node, in the order of time; nothing before its cause, however late that was written down. */
export function forward(known: History, start: Node): Node[] {
  const since = new Map<Node, string>([[start, '']])
  const waiting = [start]
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    for (const next of node.to.map((each) => known.get(each)!)) {
      if (since.has(next)) continue
      const cause = since.get(node)!
      since.set(next, next.link.at > cause ? next.link.at : cause)
      waiting.push(next)
    }
  }
  since.delete(start)
  return [...since]
    .sort(([, one], [, other]) => (one < other ? -1 : one > other ? 1 : 0))
    .map(([node]) => node)
}
