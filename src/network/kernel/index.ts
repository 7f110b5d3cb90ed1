import { AFTER, BEFORE, BEST, ORGANIZATIONS, PEOPLE, SECOND } from './memory'

export { keepDoors, leastCosts, leastCostsBy, nextDoor } from './doors'
export { endAtOrganizations, explore } from './explore'
export { lay, touched } from './memory'
export { paths } from './paths'

export function wipe(): void {
  memory.fill(SECOND, 0, PEOPLE)
  memory.fill(BEST, 0, PEOPLE)
}

export function wipeOrganizations(): void {
  memory.fill(BEFORE, 0, ORGANIZATIONS)
  // leastCostsBy writes whole blocks of 16.
  memory.fill(AFTER, 0, ORGANIZATIONS + 16)
}
