import type { Answer } from '../client.ts'

export type Card = Answer<'candidacy.list'>['candidacies'][number]
export type Stage = Card['stage']

/** The way, from left to right. */
export const WAY = [
  'longlist',
  'approached',
  'interested',
  'shortlist',
  'presented',
  'interviewing',
  'offered',
  'placed',
] as const satisfies readonly Stage[]
export const ENDS = ['they-declined', 'we-declined', 'withdrawn'] as const satisfies readonly Stage[]
export const STAGES: readonly Stage[] = [...WAY, ...ENDS]

/** The server asks why for these. */
export const needsReason = (stage: Stage): boolean =>
  stage === 'shortlist' || (ENDS as readonly Stage[]).includes(stage)

/** What the server takes for a reason that nobody gave. */
export const NOT_GIVEN = 'not given'
