import { sql } from 'kysely'
import type { Context } from '../../src/action.ts'
import type { seeded } from '../../src/network/cases.ts'
import { ownWord } from '../../src/people/origin.ts'
import { newId } from '../../src/store/ids.ts'

// Writes of every kind of fact, drawn by seed, in plain SQL: whatever writes, the graph follows.

type Draw = ReturnType<typeof seeded>
type Write = (context: Context, draw: Draw) => Promise<unknown>

const one = (table: string) => sql`(select id from ${sql.table(table)} where true order by random() limit 1)`
/** What PostgreSQL draws from here on in this transaction follows from the seed, too. */
export const seedDatabase = ({ tx }: Context, draw: Draw) =>
  sql`select setseed(${draw.below(1000) / 1000})`.execute(tx)

const person = sql`(select id from person where merged_into is null order by random() limit 1)`
const month = (draw: Draw): string =>
  `${2010 + draw.below(16)}-${String(1 + draw.below(12)).padStart(2, '0')}`
const date = (draw: Draw): string => (draw.chance(0.2) ? `${2012 + draw.below(14)}` : month(draw))

/** Two different people, the one with the smaller id first, as `a` and `b`. */
const two = sql`(select least(a, b) as a, greatest(a, b) as b from
  (select ${person} as a, ${person} as b) as drawn where a <> b)`

const addPosition: Write = async (context, draw) => {
  const [from, to] = [date(draw), date(draw)].sort()
  const ended = draw.chance(0.5)
  await sql`
    insert into position (workspace_id, id, person_id, organization_id, title, unit, from_date, to_date, ended, seen_on, origin_id)
    select ${context.workspace}, ${newId()}, ${person}, ${one('organization')}, 'Analyst',
      ${draw.pick([null, 'Data', 'Sales'])}, ${draw.chance(0.1) ? null : from!}, ${ended && draw.chance(0.8) ? to! : null},
      ${ended}, '2026-06-01', ${await ownWord(context)}`.execute(context.tx)
}

/** An invitation of whoever is "me", met in it, and told of. */
const debrief: Write = async (context, draw) => {
  const { tx, workspace, me } = context
  const [invitation, meeting, debrief] = [newId(), newId(), newId()]
  const day = draw.chance(0.5) ? `${2020 + draw.below(6)}-03-05` : null
  await sql`insert into invitation (workspace_id, id, seeker, received_at, origin_id)
    values (${workspace}, ${invitation}, ${me}, now(), ${await ownWord(context)})`.execute(tx)
  await sql`insert into meeting (workspace_id, id, invitation_id, round, sequence, on_day)
    values (${workspace}, ${meeting}, ${invitation}, 1, 0, ${day})`.execute(tx)
  await sql`insert into debrief (workspace_id, id, meeting_id, side, at)
    values (${workspace}, ${debrief}, ${meeting}, 'candidate', '2026-05-05')`.execute(tx)
  await sql`insert into debrief_person (workspace_id, debrief_id, person_id, chemistry, would_take_call)
    select ${workspace}, ${debrief}, id, ${1 + draw.below(5)}, ${draw.pick([null, true, false])}
    from person where merged_into is null order by random() limit 2`.execute(tx)
}

/** A word; one that takes another back when there is one. */
const say: Write = async ({ tx, workspace }, draw) => {
  const says = draw.pick(['know-well', 'would-take-call', 'would-not-take-call', 'do-not-know', 'do-not-use'])
  const taken = draw.chance(0.3)
  const back = sql`select id, a, b, 'unsaid' as says from tie_word_held order by random() limit 1`
  const fresh = sql`select null::uuid as id, a, b, ${says} as says from ${two} as pair`
  await sql`insert into tie_word (workspace_id, id, a, b, says, by_person, at, takes_back)
    select ${workspace}, ${newId()}, a, b, says, null, now(), id from (${taken ? back : fresh}) as said`.execute(
    tx,
  )
}

const addContacts: Write = async (context, draw) => {
  const channel = draw.pick(['message', 'mail', 'calendar', 'connection-request'])
  const origin = await ownWord(context)
  for (let count = 1 + draw.below(3); count > 0; count--)
    await sql`insert into contact (workspace_id, id, channel, from_person, to_person, at, origin_id)
      select ${context.workspace}, ${newId()}, ${channel}, ${draw.chance(0.5) ? sql`a, b` : sql`b, a`},
        '2025-01-01'::timestamptz + ${draw.below(500)} * interval '1 day', ${origin} from ${two} as pair`.execute(
      context.tx,
    )
}

const statement =
  (text: (draw: Draw) => ReturnType<typeof sql>): Write =>
  ({ tx }, draw) =>
    text(draw).execute(tx)

export const WRITES: Record<string, Write> = {
  addPosition,
  debrief,
  say,
  addContacts,
  changePosition: statement(
    (
      draw,
    ) => sql`update position set ended = ${draw.chance(0.5)}, to_date = ${draw.pick([null, month(draw)])},
      unit = ${draw.pick([null, 'data', 'Sales'])}, organization_id = ${one('organization')} where id = ${one('position')}`,
  ),
  removePosition: statement(() => sql`delete from position where id = ${one('position')}`),
  addPerson: async (context) =>
    sql`insert into person (workspace_id, id, name, skills, tags, extra, origin_id, created_at)
      values (${context.workspace}, ${newId(context.now.getTime())}, 'Ada Brook', '{}', '{}', '{}',
        ${await ownWord(context)}, now())`.execute(context.tx),
  addOrganization: async (context, draw) => {
    const id = newId(context.now.getTime())
    await sql`insert into organization (workspace_id, id, name, match_name, head_count, origin_id, created_at)
      values (${context.workspace}, ${id}, ${id}, ${id}, ${draw.pick([null, 12])}, ${await ownWord(context)}, now())`.execute(
      context.tx,
    )
  },
  connect: async (context, draw) =>
    sql`insert into connection (workspace_id, a, b, since, origin_id)
      select ${context.workspace}, a, b, ${draw.chance(0.8) ? month(draw) : null}, ${await ownWord(context)}
      from ${two} as pair on conflict (workspace_id, a, b) do update set since = excluded.since`.execute(
      context.tx,
    ),
  disconnect: statement(
    () => sql`delete from connection where (a, b) = (select a, b from connection order by random() limit 1)`,
  ),
  forgetContact: statement(() => sql`delete from contact where id = ${one('contact')}`),
  recommend: async (context, draw) =>
    sql`insert into recommendation (workspace_id, id, from_person, to_person, given_on, origin_id)
      select ${context.workspace}, ${newId()}, a, b, ${draw.pick([null, month(draw)])}, ${await ownWord(context)}
      from ${two} as pair`.execute(context.tx),
  changeDebrief: statement(
    (
      draw,
    ) => sql`update debrief_person set chemistry = ${1 + draw.below(5)}, would_take_call = ${draw.pick([null, true])}
      where (debrief_id, person_id) = (select debrief_id, person_id from debrief_person order by random() limit 1)`,
  ),
  moveMeeting: statement(
    (draw) =>
      sql`update meeting set on_day = ${`${2019 + draw.below(7)}-08-01`} where id = ${one('meeting')}`,
  ),
  changeSeeker: statement(
    () => sql`update invitation set seeker = ${person} where id = ${one('invitation')}`,
  ),
  resize: statement(
    (draw) =>
      sql`update organization set head_count = ${draw.pick([null, 8, 60, 5000])} where id = ${one('organization')}`,
  ),
  addUnit: async ({ tx, workspace }, draw) =>
    sql`insert into unit (workspace_id, organization_id, name, head_count)
      select ${workspace}, ${one('organization')}, ${draw.pick(['Data', 'Sales'])}, ${5 + draw.below(90)}
      on conflict (workspace_id, organization_id, name) do update set head_count = excluded.head_count`.execute(
      tx,
    ),
  removeUnit: statement(
    () =>
      sql`delete from unit where (organization_id, name) = (select organization_id, name from unit order by random() limit 1)`,
  ),
  addOpening: async (context, draw) =>
    sql`insert into opening (workspace_id, id, organization_id, title, until_date, first_seen, origin_id)
      select ${context.workspace}, ${newId(context.now.getTime())}, ${one('organization')}, 'Editor',
        ${draw.pick([null, '2026-06-16', '2026-06-20', '2026-07'])}, now(), ${await ownWord(context)}`.execute(
      context.tx,
    ),
  closeOpening: statement(
    (draw) =>
      sql`update opening set closed_at = ${draw.chance(0.7) ? new Date(0) : null} where id = ${one('opening')}`,
  ),
  moveOpening: statement(
    () => sql`update opening set organization_id = ${one('organization')} where id = ${one('opening')}`,
  ),
  note: statement(() => sql`update person set notes = 'a note' where id = ${person}`),
}
