import type { Context } from '../action.ts'
import type { Stance } from '../fit/index.ts'
import { newId } from '../store/ids.ts'
import { isAlone } from './alone.ts'
import type { PersonId } from './person.ts'

// What somebody will not work for, as it is kept: in the open where one is alone, sealed where others work in the same
// workspace. It is opened for that person only, while they ask themselves.

const purposeOf = ({ workspace }: Context, person: PersonId): string => `values ${workspace} ${person}`

export async function addStance(
  context: Context,
  person: PersonId,
  { sector, stance }: Stance,
): Promise<void> {
  const { tx, workspace, now, keyring } = context
  const kept = (await isAlone(context))
    ? { sector, stance, sealed: null }
    : {
        ...{ sector: null, stance: null },
        sealed: keyring.seal(purposeOf(context, person), JSON.stringify({ sector, stance })),
      }
  await tx
    .insertInto('value_stance')
    .values({ workspace_id: workspace, id: newId(now.getTime()), person_id: person, at: now, ...kept })
    .execute()
}

/** The newest stance of each sector. Of somebody else in a shared workspace: nothing. */
export async function stancesOf(context: Context, person: PersonId): Promise<Stance[]> {
  const rows = await context.tx
    .selectFrom('value_stance')
    .select(['sector', 'stance', 'sealed'])
    .where('person_id', '=', person)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const held = new Map<string, Stance>()
  for (const row of rows) {
    const said = opened(context, person, row)
    if (said !== null) held.set(said.sector, said)
  }
  return [...held.values()].sort((one, other) => (one.sector < other.sector ? -1 : 1))
}

type Row = { sector: string | null; stance: Stance['stance'] | null; sealed: Uint8Array | null }

function opened(context: Context, person: PersonId, { sector, stance, sealed }: Row): Stance | null {
  if (sealed === null) return { sector: sector!, stance: stance! }
  if (context.me !== person) return null
  const text = context.keyring.open(purposeOf(context, person), sealed)
  return text === null ? null : (JSON.parse(text) as Stance)
}
