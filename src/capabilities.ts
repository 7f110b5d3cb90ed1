import { workspaceShow } from './access/workspace.ts'
import type { Action } from './action.ts'

/** Everything the product can do. Each door of the house is derived from this list. */
export const capabilities = [workspaceShow] as const satisfies readonly Action[]
