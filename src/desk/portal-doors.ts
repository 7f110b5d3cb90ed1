import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { draftIntroduction } from '../meeting/introductions.ts'
import { openingsFor } from '../meeting/openings.ts'
import { id, text } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import type { Id } from '../store/ids.ts'
import { LEVELS, levelOf, throughOf, throughShape } from './disclosure.ts'
import { OWN_FILE, oneself } from './portal.ts'

// The openings that the pooled network reaches for a candidate or member, told as far as the level of disclosure goes.
// Whoever wants to be introduced asks the firm: it knows the way, and asks the people on it first.

const MOST = 100
const NOBODY: ReadonlySet<string> = new Set()

export const portalDoors = action({
  name: 'portal.doors',
  says: 'Openings in your field that somebody here could introduce you to: how many, at which organizations or through whom, as this workspace chose.',
  kind: 'read',
  may: OWN_FILE,
  input: z.object({
    search: text(200).default('').describe('words of the title, the organization or the place'),
  }),
  output: z.object({
    level: z.enum(LEVELS),
    total: z.number().int().describe('all of them, listed or not'),
    doors: z.array(
      z.object({
        ...{ opening: id, title: z.string(), organization: z.string(), url: z.string().nullable() },
        ...{ fit: z.number().nullable(), fitBecause: z.string(), reach: z.number() },
        through: throughShape,
        asked: z.string().nullable().describe('since when you wait for this introduction'),
      }),
    ),
  }),
  async run(context, { search }) {
    oneself(context)
    const level = await levelOf(context)
    return context.asHouse(async (house) => {
      const { total, openings } = await doorsFor(house, level === 'counts' ? '' : search)
      if (level === 'counts') return { level, total, doors: [] }
      const asked = await askedFor(house)
      const through = throughOf(NOBODY, level)
      return {
        ...{ level, total },
        doors: openings.map(({ opening, fit, fitBecause, reach, path }) => ({
          ...{ opening: opening.id, title: opening.title, organization: opening.organization.name },
          ...{ url: opening.url ?? null, fit, fitBecause, reach: reach!, through: through(path!) },
          asked: asked.get(opening.id)?.toISOString() ?? null,
        })),
      }
    })
  },
})

/** Openings in reach that fit, or whose fit nobody knows. */
const doorsFor = (house: Context, search: string) => openingsFor(house, { ...DOORS, search, top: MOST })

const DOORS = {
  within: 3,
  reachable: true,
  leastReach: 0,
  leastFit: 0.3,
  closed: false,
  order: 'best',
  skip: 0,
} as const

async function askedFor({ tx, me }: Context): Promise<Map<string, Date>> {
  const rows = await tx
    .selectFrom('introduction_held')
    .select(['opening_id', 'at'])
    .where('seeker', '=', me)
    .where('opening_id', 'is not', null)
    .execute()
  return new Map(rows.map(({ opening_id, at }) => [opening_id as string, at]))
}

export const portalAsk = action({
  name: 'portal.ask',
  says: 'Ask to be introduced where an opening is: whoever works here sees it with the way, and asks the people on it first.',
  kind: 'write',
  may: OWN_FILE,
  input: z.object({ opening: id }),
  output: z.object({ introduction: id, person: id }),
  async run(context, { opening }) {
    const person = oneself(context)
    // Of what one is not shown, one is not told whether it is there.
    if ((await levelOf(context)) === 'counts') throw new Refusal('not-found', said(NO_DOOR), 'opening')
    return context.asHouse(async (house) => {
      const { openings } = await doorsFor(house, '')
      if (!openings.some((one) => one.opening.id === opening))
        throw new Refusal('not-found', said(NO_DOOR), 'opening')
      if ((await askedFor(house)).has(opening)) throw new Refusal('conflict', said(ASKED), 'opening')
      const { introduction } = await draftIntroduction(house, { target: opening as Id<'opening'> })
      return { introduction, person }
    })
  },
})

const NO_DOOR = {
  en: 'There is no such opening within reach.',
  de: 'Eine solche Stelle ist nicht in Reichweite.',
}
const ASKED = {
  en: 'You have asked for this introduction already.',
  de: 'Um diese Bekanntmachung haben Sie schon gebeten.',
}
