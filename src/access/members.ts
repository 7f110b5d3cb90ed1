import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { findPerson, peopleNamed } from '../people/find.ts'
import { emailMatch } from '../people/names.ts'
import { addOrigin } from '../people/origin.ts'
import { addPerson, type PersonId } from '../people/person.ts'
import { id, reference, words } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { ROLES, STAFF } from '../role.ts'
import { newId } from '../store/ids.ts'
import { INVITATION_LASTS, makeStartToken } from './start-link.ts'
import type { MemberId } from './who.ts'

// Who is in a shared workspace, and as what. Nobody is deleted: who leaves stays in the log by name.

const KEYS = 'who comes in is decided by people'
const role = z.enum(ROLES)

export const memberAdd = action({
  name: 'member.add',
  says: 'Bring somebody into a shared workspace, with a role. Their own record in the pool is found by the address, or made.',
  kind: 'write',
  may: ['owner'],
  except: { mcp: KEYS },
  input: z.object({
    email: z.email().describe('by which they are known here'),
    role: role.describe('what they are here'),
    name: words(200).optional().describe('how they are called; as their record says, when absent'),
    person: reference('person').optional().describe('their record in the pool'),
  }),
  output: z.object({ member: id, person: id }),
  async run(context, { email, role, name, person }) {
    await refusePersonal(context)
    await refuseTwice(context, email)
    const record = await recordOf(context, email, name, person)
    await refuseTaken(context, email, record)
    const member = newId<'member'>(context.now.getTime())
    await context.tx
      .insertInto('member')
      .values({
        ...{ workspace_id: context.workspace, id: member, email, role, person_id: record.id },
        ...{ name: name ?? record.name, added_at: context.now, entered_at: null, ended_at: null },
      })
      .execute()
    return { member, person: record.id }
  },
})

async function refusePersonal({ tx }: Context): Promise<void> {
  const { kind } = await tx.selectFrom('workspace').select('kind').executeTakeFirstOrThrow()
  if (kind === 'personal') throw new Refusal('conflict', said(ALONE))
}

async function refuseTwice({ tx }: Context, email: string): Promise<void> {
  const there = await tx
    .selectFrom('member')
    .select('name')
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (there === undefined) return
  const sentence = {
    en: `${email} is in already, as ${there.name}.`,
    de: `${email} ist schon dabei, als ${there.name}.`,
  }
  throw new Refusal('conflict', said(sentence), 'email')
}

/** Their own record: the one that was named, else the only one with the address, else a new one. */
async function recordOf(
  context: Context,
  email: string,
  name: string | undefined,
  person: string | undefined,
): Promise<{ id: PersonId; name: string }> {
  const known = person === undefined ? await peopleNamed(context, emailMatch(email)) : []
  const found = person === undefined ? known[0]?.id : await findPerson(context, person)
  const called = name ?? email.split('@')[0]!
  if (found === undefined || known.length > 1) {
    const origin = await addOrigin(context, 'form', 'a member was added')
    return { id: await addPerson(context, { name: called, emails: [email] }, origin), name: called }
  }
  const row = await context.tx.selectFrom('person').select('name').where('id', '=', found).executeTakeFirst()
  return { id: found, name: row?.name ?? called }
}

/** What hangs on a member's record, such as their values, is theirs alone: nobody else comes in by it, not even later. */
async function refuseTaken({ tx }: Context, email: string, record: { id: PersonId }): Promise<void> {
  const whose = await tx
    .selectFrom('member')
    .select('name')
    .where('person_id', '=', record.id)
    .where(sql`lower(email)`, '<>', email.toLowerCase())
    .executeTakeFirst()
  if (whose === undefined) return
  const sentence = {
    en: `That record is ${whose.name}'s own, who is or was a member under another address.`,
    de: `Dieser Eintrag gehört ${whose.name}, Mitglied unter einer anderen Adresse, jetzt oder früher.`,
  }
  throw new Refusal('conflict', said(sentence), 'person')
}

export const memberList = action({
  name: 'member.list',
  says: 'Who is in this workspace, as what, since when; and who has left.',
  kind: 'read',
  may: STAFF,
  input: z.object({}),
  output: z.object({
    members: z.array(
      z.object({
        id,
        name: z.string(),
        email: z.string(),
        role,
        person: id.nullable(),
        you: z.boolean(),
        entered: z.boolean().describe('has signed in before'),
        addedAt: z.string(),
        endedAt: z.string().nullable(),
      }),
    ),
  }),
  async run({ tx, caller }) {
    const rows = await tx.selectFrom('member').selectAll().orderBy('added_at').orderBy('id').execute()
    return {
      members: rows.map((row) => ({
        ...{ id: row.id, name: row.name, email: row.email, role: row.role, person: row.person_id },
        ...{ you: row.id === caller.member, entered: row.entered_at !== null },
        addedAt: row.added_at.toISOString(),
        endedAt: row.ended_at?.toISOString() ?? null,
      })),
    }
  },
})

export const memberChange = action({
  name: 'member.change',
  says: 'Give somebody another role in this workspace. It holds from their next question on.',
  kind: 'write',
  may: ['owner'],
  except: { mcp: KEYS },
  input: z.object({ member: memberReference(), role }),
  output: z.object({ member: id }),
  async run(context, { member, role }) {
    const found = await findMember(context, member)
    if (role !== 'owner') await keepAnOwner(context, found)
    if (!(STAFF as readonly string[]).includes(role)) await handOn(context, found)
    await context.tx.updateTable('member').set({ role }).where('id', '=', found).execute()
    return { member: found }
  },
})

export const memberEnd = action({
  name: 'member.end',
  says: 'Let somebody out of this workspace: their sessions, links and tokens open nothing from now on.',
  kind: 'write',
  may: ['owner'],
  except: { mcp: KEYS },
  input: z.object({ member: memberReference() }),
  output: z.object({ member: id }),
  async run(context, { member }) {
    const found = await findMember(context, member)
    await keepAnOwner(context, found)
    await handOn(context, found)
    await context.tx.updateTable('member').set({ ended_at: context.now }).where('id', '=', found).execute()
    return { member: found }
  },
})

export const memberLink = action({
  name: 'member.link',
  says: 'The link by which a new member signs in: good once, for seven days, to be copied into any message. It is shown once.',
  kind: 'write',
  secret: true,
  may: ['owner'],
  except: { mcp: KEYS },
  input: z.object({ member: memberReference() }),
  output: z.object({ member: id, path: z.string().describe('below the address of this server') }),
  async run(context, { member }) {
    const found = await findMember(context, member)
    await refuseEntered(context, found)
    const token = await makeStartToken(context.tx, context.workspace, {
      member: found,
      lasts: INVITATION_LASTS,
    })
    return { member: found, path: `/#start=${token}` }
  },
})

/** An owner who could open a link for anybody could look with anybody's eyes. The machine's owner can, and says so. */
async function refuseEntered({ tx, caller }: Context, member: MemberId): Promise<void> {
  if (!caller.member || caller.member === member) return
  const { name, entered_at } = await tx
    .selectFrom('member')
    .select(['name', 'entered_at'])
    .where('id', '=', member)
    .executeTakeFirstOrThrow()
  if (entered_at === null) return
  const sentence = {
    en: `${name} has signed in before: only whoever runs this server can print another link (\`acquaint open --as EMAIL\`).`,
    de: `${name} war schon angemeldet: Einen weiteren Link kann nur ausgeben, wer diesen Server betreibt (\`acquaint open --as EMAIL\`).`,
  }
  throw new Refusal('conflict', said(sentence), 'member')
}

function memberReference() {
  return words(2_000).describe('member: e-mail, exact name or id')
}

/** Who is in by this e-mail, name or id. */
export async function findMember({ tx }: Context, given: string): Promise<MemberId> {
  const found = await tx
    .selectFrom('member')
    .select(['id', 'name'])
    .where('ended_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb(sql`id::text`, '=', given),
        eb(sql`lower(email)`, '=', given.toLowerCase()),
        eb(sql`lower(name)`, '=', given.toLowerCase()),
      ]),
    )
    .execute()
  if (found.length === 1) return found[0]!.id
  const sentence = {
    en:
      found.length === 0 ? `Nobody in here is "${given}".` : `"${given}" is ${found.length} people in here.`,
    de:
      found.length === 0 ? `Niemand hier ist „${given}“.` : `„${given}“ sind hier ${found.length} Personen.`,
  }
  throw new Refusal(found.length === 0 ? 'not-found' : 'ambiguous', said(sentence), 'member')
}

/** What only they worked on goes to the owner who lets them out, or to the first owner there is. */
async function handOn({ tx, caller, now }: Context, leaver: MemberId): Promise<void> {
  const heir = await tx
    .selectFrom('member')
    .select('id')
    .where('role', '=', 'owner')
    .where('ended_at', 'is', null)
    .where('id', '<>', leaver)
    .orderBy(sql`(id = ${caller.member ?? null}) is true`, 'desc')
    .orderBy('added_at')
    .executeTakeFirst()
  if (heir) await sql`select app_hand_on(${leaver}, ${heir.id}, ${now})`.execute(tx)
}

/** A workspace without an owner could not be opened to anybody again. */
async function keepAnOwner({ tx }: Context, leaving: MemberId): Promise<void> {
  // Two owners who leave at the same time wait for each other here.
  const owners = await tx
    .selectFrom('member')
    .select('id')
    .where('role', '=', 'owner')
    .where('ended_at', 'is', null)
    .forUpdate()
    .execute()
  if (owners.length > 1 || owners[0]?.id !== leaving) return
  throw new Refusal('conflict', said(LAST_OWNER), 'member')
}

const ALONE = {
  en: 'A personal workspace is yours alone; make a firm with `acquaint workspace`, and bring people in there.',
  de: 'Ein persönlicher Arbeitsbereich gehört Ihnen allein; legen Sie mit `acquaint workspace` eine Firma an und holen Sie Menschen dorthin.',
}
const LAST_OWNER = {
  en: 'This is the last owner: make somebody else an owner first.',
  de: 'Das ist die letzte Person, der dieser Arbeitsbereich gehört: Machen Sie zuerst jemand anderen dazu.',
}
