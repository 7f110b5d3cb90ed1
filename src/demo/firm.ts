import type { z } from 'zod'
import { memberAdd } from '../access/members.ts'
import { theOwner, whoHas } from '../access/who.ts'
import { makeWorkspace } from '../access/workspaces.ts'
import { type Action, type Caller, type House, type Progress, perform } from '../action.ts'
import { candidacyAdd, candidacyMove, candidacyTell } from '../desk/candidacies.ts'
import { clientSay } from '../desk/client.ts'
import { mandateContact } from '../desk/mandate-team.ts'
import { mandateOpen, mandateSay } from '../desk/mandates.ts'
import { offLimitsSet } from '../desk/off-limits.ts'
import { portalContest } from '../desk/portal.ts'
import { candidacyShare } from '../desk/share.ts'
import { personList } from '../people/people.ts'
import type { Id } from '../store/ids.ts'
import type { CastKey } from './cast.ts'
import {
  CLIENT,
  CONSULTANT,
  type Considered,
  FIRM,
  type FirmMandate,
  type FirmMember,
  MANDATES,
  MEMBERS,
  OTHER_FIRM,
  OTHER_OWNER,
  OWNER,
} from './firm-cast.ts'
import { demoId } from './ids.ts'
import { addOrigins, type Loading, loadCore, loadRest } from './load.ts'
import { removeDemo } from './remove.ts'
import type { DemoData, DemoOptions } from './types.ts'
import { checkedOptions, generate } from './world.ts'

// An invented search firm: several people at work on mandates over one network, and a second firm beside it that none
// of them can see. Told through the capabilities themselves, each step as whoever does it, by the clock of its day.

const DAY = 86_400_000
/** The firm beside: there to be kept apart. */
const FEW = 200

type Firm = { house: House; workspace: Id<'workspace'>; data: DemoData; seed: number }

export type FirmDemo = {
  workspace: Id<'workspace'>
  name: string
  members: { email: string; role: string }[]
}

/**
 * Makes the firm and the one beside it; earlier ones of the same names are replaced.
 * @throws Refusal when the size or the seed is none
 */
export async function makeFirmDemo(
  house: House,
  options: DemoOptions & { progress?: (step: Progress) => void } = {},
): Promise<FirmDemo> {
  const { people, seed } = checkedOptions(options)
  const progress = options.progress ?? (() => {})
  for (const name of [FIRM, OTHER_FIRM]) await removeEarlier(house, name)
  const firm = await fill(house, FIRM, OWNER, { people, seed }, progress)
  for (const member of MEMBERS) await bringIn(firm, member)
  for (const mandate of MANDATES) await tell(firm, mandate)
  await tellAside(firm)
  await fill(house, OTHER_FIRM, OTHER_OWNER, { people: FEW, seed: seed + 1 }, progress)
  const members = [{ email: OWNER.email, role: 'owner' }, ...MEMBERS]
  return {
    workspace: firm.workspace,
    name: FIRM,
    members: members.map(({ email, role }) => ({ email, role })),
  }
}

async function removeEarlier(house: House, name: string): Promise<void> {
  const earlier = await house.store.owner
    .selectFrom('workspace')
    .select('id')
    .where('name', '=', name)
    .execute()
  for (const { id } of earlier) await removeDemo(house, id)
}

async function fill(
  house: House,
  name: string,
  owner: { email: string; name: string },
  { people, seed }: Required<DemoOptions>,
  progress: (step: Progress) => void,
): Promise<Firm> {
  const now = house.now()
  const data = generate({ people, seed, now })
  const given = { name, kind: 'firm', owner: owner.email, ownerName: owner.name } as const
  const { workspace } = await makeWorkspace(longAgo(house), given)
  const loading: Loading = {
    ...{ house, workspace, data, seed, progress },
    origins: await addOrigins(house, workspace, now),
  }
  await loadCore(loading)
  await loadRest(loading)
  return { house, workspace, data, seed }
}

/** When the firm began. */
const BEGAN = 400
const longAgo = (house: House): House => {
  const at = new Date(house.now().getTime() - BEGAN * DAY)
  return { ...house, now: () => at }
}

const idOf = ({ data, seed }: Firm, place: number) => demoId('person', seed, data.now, place)
const recordOf = (firm: Firm, key: CastKey | 'me') =>
  idOf(firm, key === 'me' ? firm.data.me : firm.data.cast[key]!)

async function bringIn(firm: Firm, { record, ...member }: FirmMember): Promise<void> {
  const person = record === undefined ? {} : { person: recordOf(firm, record) }
  await at(firm, BEGAN, { ...theOwner(firm.workspace), door: 'demo' })(memberAdd, { ...member, ...person })
}

type Act = <I extends z.ZodObject, O extends z.ZodType>(
  action: Action<I, O>,
  input: z.input<I>,
) => Promise<z.output<O>>

/** Does something as somebody, so many days ago. */
function at({ house, data }: Firm, day: number, caller: Caller): Act {
  const then = { ...house, now: () => new Date(data.now.getTime() - day * DAY) }
  return (action, input) => perform(then, action, input, caller)
}

async function as(firm: Firm, email: string, day: number): Promise<Act> {
  const who = await whoHas(firm.house.store.owner, firm.workspace, email)
  return at(firm, day, { ...who!, door: 'demo' })
}

async function tell(firm: Firm, told: FirmMandate): Promise<void> {
  const { title, client, brief, fee, engagement, confidential, team, by = CONSULTANT } = told
  const act = await as(firm, by, told.day)
  const { mandate } = await act(mandateOpen, { title, client, brief, fee, engagement, confidential, team })
  if (told.contact)
    await act(mandateContact, { mandate, person: recordOf(firm, told.contact.who), part: told.contact.part })
  const taken = new Set<string>(
    [firm.data.me, ...Object.values(firm.data.cast)].map((place) => idOf(firm, place)),
  )
  for (const one of told.considered) await consider(firm, mandate, one, by, taken)
  if (told.ended) {
    const { day, state, note } = told.ended
    await (await as(firm, by, day))(mandateSay, { mandate, state, note })
  }
}

async function consider(
  firm: Firm,
  mandate: string,
  one: Considered,
  by: string,
  taken: Set<string>,
): Promise<void> {
  const person = await whoIsMeant(firm, one.who, taken)
  if (person === undefined) return
  taken.add(person)
  const act = await as(firm, by, one.day)
  const { candidacy } = await act(candidacyAdd, { mandate, person, source: one.source ?? 'research' })
  for (const [moves, { day, ...move }] of (one.moves ?? []).entries())
    await (await as(firm, by, day))(candidacyMove, { candidacy, moves, ...move })
  if (one.told) await (await as(firm, by, one.moves?.at(0)?.day ?? one.day))(candidacyTell, { candidacy })
  if (one.shared) await share(firm, candidacy, by, one.shared)
}

async function share(
  firm: Firm,
  candidacy: string,
  by: string,
  { day, asked, ...shared }: NonNullable<Considered['shared']>,
): Promise<void> {
  await (await as(firm, by, day))(candidacyShare, { candidacy, ...shared })
  await (await as(firm, CLIENT, asked.day))(clientSay, { candidacy, kind: 'more', says: asked.says })
}

/** Of a small world, not everybody is there who could be found in a large one. */
async function whoIsMeant(
  firm: Firm,
  who: Considered['who'],
  taken: ReadonlySet<string>,
): Promise<string | undefined> {
  if (typeof who === 'string') return recordOf(firm, who)
  const act = await as(firm, CONSULTANT, 0)
  const { people } = await act(personList, { search: who.search, top: 50 })
  return people.find(({ id }) => !taken.has(id))?.id
}

async function tellAside(firm: Firm): Promise<void> {
  const until = new Date(firm.data.now.getTime() + 300 * DAY).toISOString().slice(0, 10)
  const act = await as(firm, CONSULTANT, 30)
  await act(offLimitsSet, {
    organization: 'Quillon Insurance',
    because: 'our client: the terms of the mandate',
    until,
  })
  await act(offLimitsSet, { person: recordOf(firm, 'amara'), because: 'ask Philippa first', effect: 'warn' })
  const henrik = await as(firm, 'henrik@mail.example', 5)
  await henrik(portalContest, {
    about: 'rebuilt a platform while it ran, twice',
    says: 'It was once, and a half.',
  })
}
