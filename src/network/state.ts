/** A network in memory: its space, the kernel over it, and what is left of moved records. */

import { buildSpace } from './build.ts'
import { checkHopCost, checkInput } from './check.ts'
import { chooseKernel } from './choose.ts'
import { HOP_COST } from './cost.ts'
import type { Kernel } from './kernel.ts'
import type { Places } from './records.ts'
import type { Space } from './space.ts'
import type { HopCost, NetworkInput } from './types.ts'

export type State = {
  people: number
  organizations: number
  space: Space
  places: Places
  kernel: Kernel
  hopCost: HopCost
}

export function createState(input: NetworkInput): State {
  checkInput(input)
  return stateOver(buildSpace(input), input.hopCost ?? HOP_COST, input.kernel)
}

export function stateOver(space: Space, hopCost: HopCost, kernel: NetworkInput['kernel']): State {
  const { people, organizations } = space.layout
  const chosen = chooseKernel(space, kernel)
  return { people, organizations, space, places: new Map(), kernel: chosen, hopCost: [...hopCost] }
}

/** The hop costs of a question: its own, or the network's. */
export function hopCostOf(state: State, own: HopCost | undefined): HopCost {
  return own ? checkHopCost(own) : state.hopCost
}
