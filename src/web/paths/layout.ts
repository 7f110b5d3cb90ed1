import type { Path } from '../parts/path-line.tsx'

// Where the people of some paths stand in a picture: the seeker at the left, each further tie a column. Pure.

export type Spot = { id: string; name: string; kind: 'you' | 'person' | 'place'; column: number; y: number }
export type Edge = { from: string; to: string; strength: number; isSure: boolean }
export type Layout = { spots: Spot[]; edges: Edge[]; columns: number; height: number }

const ROW = 54

type Node = { id: string; name: string; kind: Spot['kind']; column: number }

/** Everybody once, in the column of their shortest way from the seeker; whom a place ends in stands before it. */
export function layoutOf(paths: readonly Path[], you: string): Layout {
  const nodes = new Map<string, Node>()
  const edges = new Map<string, Edge>()
  const put = (node: Node) => {
    const known = nodes.get(node.id)
    if (known === undefined || node.column < known.column) nodes.set(node.id, node)
  }
  const longest = Math.max(0, ...paths.map(({ steps }) => steps.length))
  for (const { steps, affiliation } of paths) {
    put({ id: steps[0]!.from.id, name: you, kind: 'you', column: 0 })
    steps.forEach(({ from, to, tie }, at) => {
      put({ id: to.id, name: to.name, kind: 'person', column: at + 1 })
      addEdge(edges, {
        from: from.id,
        to: to.id,
        strength: tie.strength,
        isSure: tie.certainty !== 'inferred',
      })
    })
    if (affiliation === undefined) continue
    const { organization, strength, current } = affiliation
    put({ ...organization, kind: 'place', column: longest + 1 })
    addEdge(edges, { from: steps.at(-1)!.to.id, to: organization.id, strength, isSure: current })
  }
  return placed([...nodes.values()], [...edges.values()])
}

const addEdge = (edges: Map<string, Edge>, edge: Edge) => edges.set(edge.from + edge.to, edge)

/** Rows of a column spread over the height of the fullest one. */
function placed(nodes: readonly Node[], edges: Edge[]): Layout {
  const columns = Math.max(1, ...nodes.map(({ column }) => column + 1))
  const byColumn = Array.from({ length: columns }, (_, at) => nodes.filter(({ column }) => column === at))
  const height = Math.max(...byColumn.map(({ length }) => length)) * ROW
  const spots = byColumn.flatMap((own) =>
    own.map((node, row) => ({ ...node, y: ((row + 0.5) * height) / own.length })),
  )
  return { spots, edges, columns, height }
}
