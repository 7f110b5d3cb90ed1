import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { Refusal } from '../refusal.ts'
import { SEEKERS } from '../role.ts'
import { newId } from '../store/ids.ts'
import type { LimitKind, LimitRule } from '../store/tables.ts'
import { whoIsMe } from './find.ts'
import { sayLimit } from './limit-words.ts'
import type { PersonId } from './person.ts'
import { words } from './shapes.ts'

// One's own hard limits. No clause of the advice: whatever breaks one is shown with it, as one's own.

const KINDS = ['place', 'time', 'days', 'present-employer', 'pay'] as const satisfies readonly LimitKind[]
const EMPLOYMENT = ['full-time', 'part-time', 'contract', 'temporary', 'internship'] as const
const PERIODS = ['year', 'month', 'week', 'day', 'hour'] as const

const ruleShape = {
  places: z.array(words(200)).max(20).optional().describe('for "place": the only places that will do'),
  remote: z.boolean().optional().describe('for "place": remote work will do too'),
  employment: z.array(z.enum(EMPLOYMENT)).optional().describe('for "time": the only kinds that will do'),
  days: z
    .array(z.coerce.number().int().min(1).max(7))
    .optional()
    .describe('for "days": 1 Monday to 7 Sunday, on which you cannot meet'),
  least: z.coerce.number().positive().max(1e9).optional().describe('for "pay": the least that will do'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, { message: 'is no currency such as EUR' })
    .optional(),
  per: z.enum(PERIODS).optional(),
}

/** What each kind of limit is made of, and which of its fields must be there. */
const FIELDS: Record<LimitKind, { takes: (keyof LimitRule)[]; needs: (keyof LimitRule)[] }> = {
  place: { takes: ['places', 'remote'], needs: ['places'] },
  time: { takes: ['employment'], needs: ['employment'] },
  days: { takes: ['days'], needs: ['days'] },
  'present-employer': { takes: [], needs: [] },
  pay: { takes: ['least', 'currency', 'per'], needs: ['least', 'currency', 'per'] },
}

const limitShape = z.object({
  kind: z.enum(KINDS),
  says: z.string().describe('the limit in words'),
  ...ruleShape,
})

export type Limit = { kind: LimitKind; rule: LimitRule }

/** The person's limits as they hold now: the newest of each kind, but for those taken back. */
export async function limitsOf({ tx }: Context, person: PersonId | null): Promise<Limit[]> {
  if (person === null) return []
  const rows = await tx
    .selectFrom('hard_limit')
    .distinctOn('kind')
    .select(['kind', 'rule'])
    .where('person_id', '=', person)
    .orderBy('kind')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const held = rows.flatMap(({ kind, rule }) => (rule === null ? [] : [{ kind, rule }]))
  return held.sort((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind))
}

const shapeOf = ({ kind, rule }: Limit) => ({ kind, says: sayLimit({ kind, rule }), ...rule })

async function append(context: Context, kind: LimitKind, rule: LimitRule | null): Promise<void> {
  const { tx, workspace, now } = context
  const row = { workspace_id: workspace, id: newId<'hard-limit'>(now.getTime()), person_id: whoIsMe(context) }
  await tx
    .insertInto('hard_limit')
    .values({ ...row, kind, rule: rule === null ? null : JSON.stringify(rule), at: now })
    .execute()
}

export const limitSet = action({
  name: 'limit.set',
  says: 'Set a hard limit of your own: place, time (kind of employment), days on which you cannot meet, your present employer, or pay. It replaces the one of its kind; the advice does not change.',
  kind: 'write',
  may: SEEKERS,
  input: z.object({ kind: z.enum(KINDS), ...ruleShape }),
  output: limitShape,
  async run(context, { kind, ...given }) {
    const limit = { kind, rule: ruleOf(kind, given as LimitRule) }
    await append(context, kind, limit.rule)
    return shapeOf(limit) as z.input<typeof limitShape>
  },
})

/** @throws Refusal naming the field that the kind lacks, or the one that is not its own. */
function ruleOf(kind: LimitKind, given: LimitRule): LimitRule {
  const { takes, needs } = FIELDS[kind]
  const fields = Object.entries(given).filter(([, value]) => value !== undefined) as [
    keyof LimitRule,
    unknown,
  ][]
  const missing = needs.find((field) => given[field] === undefined || isEmpty(given[field]))
  if (missing) {
    const sentence = {
      en: `A limit of ${kind} needs ${missing}.`,
      de: `Eine Grenze der Art ${kind} braucht ${missing}.`,
    }
    throw new Refusal('invalid-input', said(sentence), missing)
  }
  const stray = fields.find(([field]) => !takes.includes(field))
  if (stray) {
    const sentence = {
      en: `A limit of ${kind} has no ${stray[0]}.`,
      de: `Eine Grenze der Art ${kind} hat kein ${stray[0]}.`,
    }
    throw new Refusal('invalid-input', said(sentence), stray[0])
  }
  return Object.fromEntries(fields)
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0

export const limitList = action({
  name: 'limit.list',
  says: 'Your own hard limits. Only you see them.',
  kind: 'read',
  may: SEEKERS,
  input: z.object({}),
  output: z.object({ limits: z.array(limitShape) }),
  run: async (context) => ({
    limits: (await limitsOf(context, context.me)).map(shapeOf) as z.input<typeof limitShape>[],
  }),
})

export const limitRemove = action({
  name: 'limit.remove',
  says: 'Take one of your hard limits back.',
  kind: 'write',
  may: SEEKERS,
  input: z.object({ kind: z.enum(KINDS) }),
  output: z.object({ kind: z.enum(KINDS) }),
  async run(context, { kind }) {
    const held = await limitsOf(context, whoIsMe(context))
    if (!held.some((limit) => limit.kind === kind)) {
      const sentence = { en: `You have no limit of ${kind}.`, de: `Sie haben keine Grenze der Art ${kind}.` }
      throw new Refusal('not-found', said(sentence), 'kind')
    }
    await append(context, kind, null)
    return { kind }
  },
})
