import { AFTER, BEFORE, BEST, ORGANIZATIONS, PEOPLE, SECOND } from './memory'

export { keepDoors, leastCosts, nextDoor } from './doors'
export { endAtOrganizations, explore } from './explore'
export { lay, touched } from './memory'
export { paths } from './paths'

export function wipe(): void {
  memory.fill(SECOND, 0, PEOPLE)
  memory.fill(BEST, 0, PEOPLE)
}

export function wipeOrganizations(): void {
  memory.fill(BEFORE, 0, ORGANIZATIONS)
  memory.fill(AFTER, 0, ORGANIZATIONS)
}
