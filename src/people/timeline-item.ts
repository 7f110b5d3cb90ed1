import { z } from 'zod'
import type { Context } from '../action.ts'
import type { PersonId } from './person.ts'
import { id } from './shapes.ts'

// One line of a timeline: what happened, when, and the record it comes from.

const KINDS = [
  ...[
    'meeting',
    'contact',
    'introduction',
    'letter',
    'note',
    'follow-up',
    'tie',
    'career',
    'candidacy',
    'record',
  ],
] as const

export const timelineShape = z.object({
  id,
  at: z.string().describe('an instant, or a day where no time is known'),
  kind: z.enum(KINDS as unknown as [Kind, ...Kind[]]),
  says: z.string(),
  leads: z
    .object({ to: z.enum(['invitation', 'introduction', 'organization', 'mandate']), id })
    .nullable()
    .describe('the record it comes from'),
})

type Kind =
  | 'meeting'
  | 'contact'
  | 'introduction'
  | 'letter'
  | 'note'
  | 'follow-up'
  | 'tie'
  | 'career'
  | 'candidacy'
  | 'record'
export type TimelineItem = z.input<typeof timelineShape>

export type Part = (context: Context, person: PersonId) => Promise<TimelineItem[]>
