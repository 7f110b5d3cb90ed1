import type { Corpus } from './corpus.ts'
import { add, dot } from './loops.ts'
import type { Net, Pass } from './net.ts'

/** A title of a batch and what is known of it; -1 where nothing is. */
export type Member = { pass: Pass; soc: number; isco: number; esco: number }

const SAME = 0
const RELATED = 1
const UNRELATED = 2
type Truth = { kind: number; target: number }

/** How related two titles are, as far as the taxonomies say; undefined when they do not. */
function truth(corpus: Corpus, a: Member, b: Member): Truth | undefined {
  if (a.soc >= 0 && b.soc >= 0) {
    if (a.soc === b.soc) return { kind: SAME, target: 1 }
    const near = corpus.related[a.soc]!.get(b.soc)
    return near === undefined ? { kind: UNRELATED, target: 0 } : { kind: RELATED, target: 0.5 + near * 0.4 }
  }
  if (a.esco < 0 || b.esco < 0) return undefined
  if (a.esco === b.esco) return { kind: SAME, target: 1 }
  if (a.isco === b.isco) return { kind: RELATED, target: 0.8 }
  return corpus.iscoMajor[a.isco] === corpus.iscoMajor[b.isco] ? undefined : { kind: UNRELATED, target: 0 }
}

/** Every pair of a batch: the product of the vectors is to say how related the titles are. Each kind weighs the same. */
export function learnPairs(corpus: Corpus, net: Net, members: Member[]) {
  const found: [Member, Member, Truth][] = []
  const counts = [0, 0, 0]
  for (let i = 0; i < members.length; i++)
    for (let j = i + 1; j < members.length; j++) {
      const known = truth(corpus, members[i]!, members[j]!)
      if (!known) continue
      found.push([members[i]!, members[j]!, known])
      counts[known.kind]!++
    }
  for (const [a, b, { kind, target }] of found)
    learnPair(net, a.pass, b.pass, target, members.length / (3 * counts[kind]!))
}

function learnPair(net: Net, a: Pass, b: Pass, target: number, weight: number) {
  const { vector } = net.shape
  const score = net.bias.w[0]! + dot(a.vector, 0, b.vector, 0, vector)
  const g = (1 / (1 + Math.exp(-score)) - target) * weight
  net.bias.g[0]! += g
  add(b.vector, 0, a.dVector, 0, vector, g)
  add(a.vector, 0, b.dVector, 0, vector, g)
}
