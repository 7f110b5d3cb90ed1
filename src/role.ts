// Who people are in a workspace, and the groups in which capabilities name them.

/** The owner of a workspace keeps its house rules; in a personal workspace there is nobody else. */
export const ROLES = [
  'owner',
  'consultant',
  'researcher',
  'adviser',
  'candidate',
  'client-contact',
  'member',
] as const

export type Role = (typeof ROLES)[number]

/** Work on the pool and see all of it, but what is confidential or somebody's own. */
export const STAFF = ['owner', 'consultant', 'researcher', 'adviser'] as const satisfies readonly Role[]

/** Answer for mandates, candidates and clients. */
export const LEADS = ['owner', 'consultant', 'adviser'] as const satisfies readonly Role[]

/** Whose own network and career the workspace works for: they see what is theirs. */
export const SEEKERS = ['owner', 'candidate', 'member'] as const satisfies readonly Role[]
