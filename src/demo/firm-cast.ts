import type { ShareField } from '../desk/share.ts'
import type { Stage } from '../people/stages.ts'
import type { Role } from '../role.ts'
import type { CastKey } from './cast.ts'

// Who works in the invented search firm, for whom, and how it went. Days are counted back from now.

export const FIRM = 'Quill & Marlowe'
export const OTHER_FIRM = 'Osei Partners'

/** `record`: somebody of the invented world; without, their record is made. */
export type FirmMember = { email: string; name: string; role: Role; record?: CastKey | 'me' }

export const MEMBERS: readonly FirmMember[] = [
  { email: 'alex@quill.example', name: 'Alex Reyes', role: 'consultant', record: 'me' },
  { email: 'jonas@quill.example', name: 'Jonas Marlowe', role: 'consultant' },
  { email: 'wen@quill.example', name: 'Wen Zhao', role: 'researcher' },
  { email: 'henrik@mail.example', name: 'Henrik Dahlgren', role: 'candidate', record: 'henrik' },
  { email: 'lucia@mail.example', name: 'Lucia Ferrer', role: 'candidate', record: 'lucia' },
  { email: 'vera@quillon.example', name: 'Vera Holm', role: 'client-contact', record: 'vera' },
]
export const OWNER = { email: 'philippa@quill.example', name: 'Philippa Quill' }
export const OTHER_OWNER = { email: 'owner@osei.example', name: 'Kofi Osei' }
export const CONSULTANT = 'alex@quill.example'
export const CLIENT = 'vera@quillon.example'

type Move = { day: number; to: Stage; reason?: string; note?: string; by?: string }
/** `who`: somebody of the cast, or the search by which the next of the world is found who is not considered yet. */
export type Considered = {
  who: CastKey | { search: string }
  day: number
  source?: 'research' | 'network' | 'applied' | 'recommended'
  told?: true
  moves?: Move[]
  /** What the client is shown of them, and what they asked then. */
  shared?: { day: number; fields: ShareField[]; summary: string; asked: { day: number; says: string } }
}

export type FirmMandate = {
  title: string
  client: string
  day: number
  brief: string
  fee: string
  engagement?: 'retained' | 'contingent' | 'interim'
  confidential?: true
  by?: string
  team?: string[]
  contact?: { who: CastKey; part: string }
  ended?: { day: number; state: 'placed' | 'cancelled'; note: string }
  considered: Considered[]
}

const found = (search: string, day: number, ...moves: Move[]): Considered => ({
  ...{ who: { search }, day, moves },
})

export const MANDATES: readonly FirmMandate[] = [
  {
    title: 'VP Engineering',
    client: 'Quillon Insurance',
    day: 48,
    brief: 'Forty engineers in three cities; the claims platform is to be rebuilt while it runs.',
    fee: 'a third of the first year, in three parts',
    team: ['jonas@quill.example', 'wen@quill.example'],
    contact: { who: 'vera', part: 'decides' },
    considered: [
      {
        ...{ who: 'henrik', day: 40, source: 'network', told: true },
        moves: [
          { day: 38, to: 'approached' },
          { day: 35, to: 'interested' },
          { day: 28, to: 'shortlist', reason: 'rebuilt a platform while it ran, twice' },
          { day: 21, to: 'presented' },
          { day: 9, to: 'interviewing', note: 'lukewarm before, raving after' },
        ],
        shared: {
          day: 21,
          fields: ['name', 'work', 'summary'],
          summary: 'Rebuilt two platforms while they ran, and kept the people who ran them.',
          asked: { day: 19, says: 'How large were his teams?' },
        },
      },
      {
        ...{ who: 'tomas', day: 40, source: 'recommended' },
        moves: [
          { day: 37, to: 'approached' },
          { day: 33, to: 'they-declined', reason: 'timing' },
        ],
      },
      found('Engineering Manager', 39, { day: 36, to: 'approached' }, { day: 30, to: 'interested' }),
      found('Engineering Manager', 39, { day: 36, to: 'approached' }),
      found('Engineering Manager', 39),
      found('Engineering Manager', 31),
      found('Engineering Manager', 31, { day: 20, to: 'we-declined', reason: 'has not led leaders yet' }),
      found(
        'Director',
        30,
        { day: 25, to: 'approached' },
        { day: 22, to: 'they-declined', reason: 'not given' },
      ),
      found('Engineer', 30, { day: 24, to: 'approached' }),
    ],
  },
  {
    title: 'Head of Data',
    client: 'Sablewood Energy',
    day: 20,
    brief: 'The first data team of a grid operator: five people now, fifteen in two years.',
    fee: 'a third of the first year',
    engagement: 'contingent',
    by: 'jonas@quill.example',
    considered: [
      {
        ...{ who: 'lucia', day: 15, source: 'network', told: true },
        moves: [
          { day: 12, to: 'approached' },
          { day: 8, to: 'interested' },
          { day: 3, to: 'shortlist', reason: 'built a team from three to twelve' },
        ],
      },
      found('Data Engineer', 14, { day: 10, to: 'approached' }),
      found('Data Engineer', 14),
      found('Data Engineer', 14),
      found('Analytics', 13, { day: 6, to: 'approached' }),
    ],
  },
  {
    title: 'Chief Technology Officer, succession',
    client: 'Cobalt Health',
    day: 12,
    brief: 'The present one leaves in spring and does not know yet that the board is looking.',
    fee: 'agreed with the chair alone',
    confidential: true,
    considered: [
      { who: 'ingrid', day: 10, source: 'network', moves: [{ day: 7, to: 'approached' }] },
      found('Chief', 9),
    ],
  },
  {
    title: 'Director of Product',
    client: 'Veridian Grid',
    day: 160,
    brief: 'Product for the people who run the grid at night.',
    fee: 'a quarter of the first year',
    ended: { day: 70, state: 'placed', note: 'started on the first of the month' },
    considered: [
      found(
        'Product',
        150,
        { day: 145, to: 'approached' },
        { day: 140, to: 'interested' },
        { day: 130, to: 'shortlist', reason: 'asked the best questions of all' },
        { day: 120, to: 'interviewing' },
        { day: 90, to: 'offered' },
        { day: 72, to: 'placed' },
      ),
      found('Product', 150, { day: 141, to: 'approached' }, { day: 138, to: 'they-declined', reason: 'pay' }),
      found('Product', 150, { day: 143, to: 'approached' }, { day: 111, to: 'withdrawn', reason: 'place' }),
    ],
  },
]
