import { asIf, bar } from './as-if.ts'
import { checkId, checkWhole } from './check.ts'
import { DEAREST } from './cost.ts'
import type { Search } from './kernel.ts'
import { END, ID_BITS, LAST, recordOf } from './space.ts'
import { hopCostOf, type State } from './state.ts'
import type { FoundPath, PathQuery } from './types.ts'

/** The best paths to an organization or a person. */
export function findPaths(state: State, query: PathQuery): FoundPath[] {
  const { layout, scratch } = state.space
  const from = checkId('from', query.from, state.people)
  const [one, two, three] = hopCostOf(state, query.hopCost)
  const limits = {
    top: checkWhole('top', query.top ?? 10, 1, 1_000_000),
    maxTies: checkWhole('maxTies', query.maxTies ?? 3, 1, 3),
    atMost: checkWhole('atMost', query.atMost ?? DEAREST, 0, DEAREST),
  }
  const endLimit = query.currentOnly ? 1 << ID_BITS : LAST
  const record = query.person === undefined ? recordOf(layout, checkOrganization(state, query)) : null
  if (query.person !== undefined) writeEnd(state, checkId('person', query.person, state.people))
  return asIf(state, from, query, () => {
    const { words, bytes } = state.space
    const headAt = (owner: number) => words[(layout.heads >>> 2) + owner]!
    const ends = record === null ? scratch.question : headAt(record)
    const hops: Search['hops'] = [one, one + two, one + two + three]
    bar(state, [scratch.best], from, query.exclude)
    const found = state.kernel.paths({ from, first: headAt(from), ends, endLimit, hops, ...limits })
    bytes[scratch.best + from] = 0
    for (const person of query.exclude?.people ?? []) bytes[scratch.best + person] = 0
    return found
  })
}

function checkOrganization(state: State, { organization }: PathQuery): number {
  return checkId('organization', organization!, state.organizations)
}

/** One person as a list of ends. */
function writeEnd({ space }: State, person: number): void {
  const at = space.scratch.question >>> 2
  space.words[at] = person
  space.words[at + 1] = END
}
