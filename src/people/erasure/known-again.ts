import type { Context } from '../../action.ts'
import { said } from '../../language.ts'
import { Refusal } from '../../refusal.ts'
import { isSharedBox, organizationMatch, personMatch } from '../names.ts'
import { keysOf, type NewPerson, type PersonId } from '../person.ts'

// By what an erased person would be known again when a file names them: kept as keyed hashes, which say who only to
// whoever holds both the key of the data folder and the very address.

type Hashing = Pick<Context, 'tx' | 'workspace' | 'keyring'>

/** As a source tells of somebody. */
export type Told = Pick<NewPerson, 'emails' | 'profileUrls'> & {
  name?: string
  organizations?: readonly string[]
  /** The id by which a card of our own calls them. */
  record?: string
}

/** A box that several people read says nothing of who they are; a name alone is many people's. */
function signsOf({ name, organizations = [], record, ...given }: Told): string[] {
  const keys = keysOf(given).filter(({ kind, value }) => kind !== 'email' || !isSharedBox(value))
  return [
    ...keys.map(({ kind, value }) => `${kind} ${value}`),
    ...(name === undefined
      ? []
      : organizations.map((at) => `${personMatch(name)} at ${organizationMatch(at)}`)),
    ...(record === undefined ? [] : [`record ${record.toLowerCase()}`]),
  ]
}

const hashesOf = ({ keyring, workspace }: Hashing, told: Told): Buffer[] =>
  signsOf(told).map((sign) => keyring.hash(`erased ${workspace}`, sign))

export async function rememberErased(context: Hashing, told: readonly Told[]): Promise<void> {
  const hashes = new Map(
    told.flatMap((one) => hashesOf(context, one)).map((hash) => [hash.toString('hex'), hash]),
  )
  const rows = [...hashes.values()].map((hash) => ({ workspace_id: context.workspace, hash }))
  if (rows.length === 0) return
  await context.tx
    .insertInto('erased_key')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Which of those a source tells of were erased, in their order. */
export async function wereErased(context: Hashing, told: readonly Told[]): Promise<boolean[]> {
  const { tx } = context
  const any = await tx.selectFrom('erased_key').select('hash').limit(1).executeTakeFirst()
  if (any === undefined) return told.map(() => false)
  const hashes = told.map((one) => hashesOf(context, one))
  const all = hashes.flat()
  if (all.length === 0) return told.map(() => false)
  const rows = await tx.selectFrom('erased_key').select('hash').where('hash', 'in', all).execute()
  const known = new Set(rows.map(({ hash }) => hash.toString('hex')))
  return hashes.map((own) => own.some((hash) => known.has(hash.toString('hex'))))
}

/** Somebody erased is here again, on purpose. */
async function admitAgain(context: Hashing, told: Told): Promise<void> {
  const hashes = hashesOf(context, told)
  if (hashes.length > 0) await context.tx.deleteFrom('erased_key').where('hash', 'in', hashes).execute()
}

/** Everything by which they are known, of a record. */
export async function toldOf({ tx }: Hashing, person: PersonId): Promise<Told> {
  const { name } = await tx
    .selectFrom('person')
    .select('name')
    .where('id', '=', person)
    .executeTakeFirstOrThrow()
  const keys = await tx
    .selectFrom('person_key')
    .select(['kind', 'value'])
    .where('person_id', '=', person)
    .execute()
  const places = await tx
    .selectFrom('position')
    .innerJoin('organization', 'organization.id', 'organization_id')
    .select('organization.name')
    .where('person_id', '=', person)
    .execute()
  const of = (kind: string) => keys.flatMap((key) => (key.kind === kind ? [key.value] : []))
  const organizations = places.map((place) => place.name)
  return { name, emails: of('email'), profileUrls: of('profile-url'), organizations, record: person }
}

/**
 * Somebody who was erased is not added again without a reason.
 * @throws Refusal when they were, and none is given
 */
export async function refuseErased(context: Hashing, told: Told, despite?: string): Promise<void> {
  const [erased] = await wereErased(context, [told])
  if (!erased) return
  if (despite === undefined) throw new Refusal('conflict', said(WAS_ERASED), 'despiteErasure')
  await admitAgain(context, told)
}

const WAS_ERASED = {
  en: 'This person was erased here. If there is a reason to keep them again, give it (despiteErasure).',
  de: 'Diese Person wurde hier gelöscht. Wenn es einen Grund gibt, sie wieder zu führen, geben Sie ihn an (despiteErasure).',
}
