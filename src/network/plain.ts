/** The kernel in plain TypeScript. */
import { endAtOrganizations, explore, leftAt } from './explore.ts'
import type { Kernel } from './kernel.ts'
import { searchPaths } from './search.ts'
import type { Space } from './space.ts'
import { keepDoors, nextDoor } from './ways.ts'

export function plainKernel(space: Space): Kernel {
  const { layout, scratch } = space
  const { people, organizations } = layout
  return {
    name: 'typescript',
    paths: (search) => searchPaths(space, search),
    explore: (exploration) => explore(space, exploration),
    endAtOrganizations: () => endAtOrganizations(space),
    keepDoors: (keep) => keepDoors(space, keep),
    nextDoor: (exploration, organization) => nextDoor(space, exploration, organization),
    leastCosts: (ids) => (into) => {
      for (let at = 0; at < ids.length; at++) into[at] = 255 - leftAt(space, ids[at]!)
    },
    wipe: () => {
      for (const table of [scratch.second, scratch.best]) space.bytes.fill(0, table, table + people)
    },
    wipeOrganizations: () => {
      for (const table of [scratch.before, scratch.after]) space.bytes.fill(0, table, table + organizations)
    },
  }
}
