import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { Refusal } from '../refusal.ts'
import { newId } from '../store/ids.ts'
import { personErase } from './erasure/capabilities.ts'
import { findPerson } from './find.ts'
import type { PersonId } from './person.ts'
import { saidOf } from './said-of.ts'
import { id, personShape, reference, words } from './shapes.ts'

// Who has been on record for long without anything happening: due, then asked, then silent, then erased on a day that
// is known beforehand. Whatever happens with them begins the time anew. Off, until the owner switches it on.

const rule = z.object({
  months: z.number().int().min(1).max(240).describe('without anything happening'),
  silentDays: z.number().int().min(7).max(365).describe('after one was asked'),
})

export const retentionSet = action({
  name: 'retention.set',
  says: 'Switch on that people with whom nothing has happened for long are asked, and erased when they stay silent; or off.',
  kind: 'write',
  may: ['owner'],
  input: z.object({
    months: z.coerce.number().int().min(0).max(240).describe('0 switches it off'),
    silentDays: z.coerce.number().int().min(7).max(365).default(30),
  }),
  output: z.object({ rule: rule.nullable() }),
  async run({ tx, workspace, now, caller }, { months, silentDays }) {
    await tx.deleteFrom('retention').execute()
    if (months === 0) return { rule: null }
    const id = newId<'retention'>(now.getTime())
    const row = { workspace_id: workspace, id, months, silent_days: silentDays, at: now }
    await tx
      .insertInto('retention')
      .values({ ...row, by_member: caller.member ?? null })
      .execute()
    return { rule: { months, silentDays } }
  },
})

const dueShape = z.object({
  person: personShape,
  last: z.iso.date().describe('when something happened last'),
  state: z.enum(['due', 'asked', 'queued']).describe('queued: silent for so long that they are erased next'),
  erasedOn: z.iso.date().nullable(),
})

export const retentionList = action({
  name: 'retention.list',
  says: 'Who is due by the rule of retention, who was asked, and who is erased on which day. Nothing is changed.',
  kind: 'read',
  may: ['owner'],
  input: z.object({
    months: z.coerce.number().int().min(1).max(240).optional().describe('as if the rule said so'),
    top: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: z.object({ rule: rule.nullable(), total: z.number().int(), people: z.array(dueShape) }),
  async run(context, { months, top }) {
    const known = await ruleOf(context)
    const applied = months === undefined ? known : { months, silentDays: known?.silentDays ?? 30 }
    if (applied === null) return { rule: null, total: 0, people: [] }
    const rows = await dueBy(context, applied, top)
    return { rule: known, total: rows[0]?.total ?? 0, people: rows.map((row) => shapeOf(row, context.now)) }
  },
})

export const retentionAsk = action({
  name: 'retention.ask',
  says: 'Note that somebody who is due was asked whether they want to stay on record, with the text that was sent.',
  kind: 'write',
  may: ['owner'],
  input: z.object({ person: reference('person'), says: words(20_000) }),
  output: z.object({ person: id }),
  run: (context, { person, says }) => sayStep(context, person, 'asked', says),
})

export const retentionKeep = action({
  name: 'retention.keep',
  says: 'Keep somebody on record, with the reason: they said yes, say. The time begins anew.',
  kind: 'write',
  may: ['owner'],
  input: z.object({ person: reference('person'), because: words(2_000) }),
  output: z.object({ person: id }),
  run: (context, { person, because }) => sayStep(context, person, 'kept', because),
})

/** How many are erased in one run: what is wrong shows before everybody is gone. */
const MOST = 50

export const retentionRun = action({
  name: 'retention.run',
  says: 'Erase whoever was asked and has been silent for as long as the rule says. The clock does it each day, where it is switched on.',
  kind: 'write',
  may: ['owner'],
  input: z.object({ dryRun: z.boolean().default(false) }),
  output: z.object({ queued: z.number().int(), dryRun: z.boolean() }),
  async run(context, { dryRun }) {
    const known = await ruleOf(context)
    if (known === null) throw new Refusal('conflict', said(OFF))
    const rows = await dueBy(context, known, 500)
    const queued = rows.filter((row) => shapeOf(row, context.now).state === 'queued').slice(0, MOST)
    if (!dryRun) for (const { id } of queued) context.later(personErase, { person: id, because: 'retention' })
    return { queued: queued.length, dryRun }
  },
})

type Rule = z.output<typeof rule>
type Due = { id: PersonId; name: string; last: Date; asked: Date | null; silent_days: number; total: number }

async function ruleOf({ tx }: Context): Promise<Rule | null> {
  const row = await tx.selectFrom('retention').select(['months', 'silent_days']).executeTakeFirst()
  return row === undefined ? null : { months: row.months, silentDays: row.silent_days }
}

/** What counts as something happening with somebody: each a table, its time, and the column that names them. */
const HAPPENINGS = [
  sql`select at from note where person_id = person.id`,
  sql`select at from contact where from_person = person.id or to_person = person.id`,
  sql`select at from tie_word where a = person.id or b = person.id`,
  sql`select at from retention_step where person_id = person.id and step = 'kept'`,
  sql`select at from objection where person_id = person.id`,
  sql`select received_at as at from invitation where seeker = person.id`,
  sql`select received_at as at from invitation join room on invitation_id = invitation.id where person_id = person.id`,
  sql`select candidacy_state.at from candidacy_state join candidacy on candidacy.id = candidacy_id where person_id = person.id`,
  sql`select at from introduction where seeker = person.id or target = person.id`,
]

async function dueBy({ tx, now, me }: Context, { months, silentDays }: Rule, top: number): Promise<Due[]> {
  const happened = sql.join(HAPPENINGS, sql` union all `)
  const { rows } = await sql<Due>`
    select *, count(*) over ()::int as total, ${silentDays}::int as silent_days from (
      select id, name, greatest(created_at, (select max(at) from (${happened}) as all_of)) as last,
        (select max(at) from retention_step where person_id = person.id and step = 'asked') as asked
      from person
      where merged_into is null and id is distinct from ${me}::uuid
        and created_at < ${now}::timestamptz - make_interval(months => ${months})
        and not exists (select from member where person_id = person.id and ended_at is null)
        and not app_is_considered(id)) as everybody
    where last < ${now}::timestamptz - make_interval(months => ${months})
    order by asked is null, last, id limit ${top}`.execute(tx)
  return rows
}

const DAY = 86_400_000
const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

/** Who was asked before something happened again was asked about another time. */
function shapeOf({ id, name, last, asked, silent_days }: Due, now: Date): z.output<typeof dueShape> {
  const isAsked = asked !== null && asked > last
  const erased = isAsked ? new Date(asked.getTime() + silent_days * DAY) : null
  const state = erased === null ? 'due' : erased <= now ? 'queued' : 'asked'
  return { person: { id, name }, last: dayOf(last), state, erasedOn: erased === null ? null : dayOf(erased) }
}

async function sayStep(context: Context, given: string, step: 'asked' | 'kept', says: string) {
  const person = await findPerson(context, given)
  await context.tx
    .insertInto('retention_step')
    .values({ ...saidOf<'retention-step'>(context, person), step, says })
    .execute()
  return { person }
}

const OFF = {
  en: 'Retention is switched off here: retention.set says after how many months somebody is due.',
  de: 'Die Aufbewahrungsfrist ist hier ausgeschaltet: retention.set sagt, nach wie vielen Monaten jemand fällig ist.',
}
