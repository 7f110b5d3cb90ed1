import type { Context } from '../action.ts'
import { type Conflict, conflict, fit } from '../fit/index.ts'
import { language, said } from '../language.ts'
import type { OrganizationId } from '../people/organization.ts'
import { organizationRecords } from '../people/organization-record.ts'
import type { PersonId } from '../people/person.ts'
import { stancesOf } from '../people/stances.ts'
import type { Advice } from './advice.ts'
import { advise } from './advice.ts'
import type { Summons } from './summons.ts'
import { workOf } from './work.ts'

/** Gathers what the rule of advice needs, and applies it. `worth`: the meeting's worth in a sentence. */
export async function adviceOf(
  context: Context,
  summons: Summons,
  worth: string,
  { values }: { values: boolean },
): Promise<Advice> {
  const { role, description, outsideField } = summons
  const related =
    role === null
      ? null
      : fit(await workOf(context, summons.seeker), { title: role, ...(description ? { description } : {}) })
          .fit
  return advise({
    outsideField,
    fit: related,
    role,
    values: values ? await valuesOf(context, summons) : UNASKED,
    knows: await knowsOrganization(context, summons),
    worth,
  })
}

const UNASKED: Conflict = { verdict: 'none', because: '' }

const noOrganization = () =>
  said({ en: 'the organization is not known', de: 'die Organisation ist nicht bekannt' })

async function valuesOf(context: Context, { seeker, organization }: Summons): Promise<Conflict> {
  if (organization === null) return { verdict: 'none', because: noOrganization() }
  const [known = organization] = await organizationRecords(context, seeker, organization.id)
  return conflict(await stancesOf(context, seeker), known, language())
}

async function latestWord(
  { tx }: Context,
  person: PersonId,
  organization: OrganizationId,
  says: ('know-thoroughly' | 'do-not-know')[],
) {
  return tx
    .selectFrom('organization_word')
    .select('says')
    .where('organization_id', '=', organization)
    .where('person_id', '=', person)
    .where('says', 'in', says)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
}

/** Worked there, or says so: in words; null otherwise. */
async function knowsOrganization(
  context: Context,
  { seeker, organization }: Summons,
): Promise<string | null> {
  if (organization === null) return null
  const word = await latestWord(context, seeker, organization.id, ['know-thoroughly', 'do-not-know'])
  if (word?.says === 'know-thoroughly') return saidToKnow(organization.name)
  if (word?.says === 'do-not-know') return null
  const worked = await context.tx
    .selectFrom('position')
    .select('id')
    .where('person_id', '=', seeker)
    .where('organization_id', '=', organization.id)
    .executeTakeFirst()
  return worked ? workedAt(organization.name) : null
}

const saidToKnow = (name: string): string =>
  said({
    en: `You said that you know ${name} thoroughly`,
    de: `Sie haben gesagt, dass Sie ${name} gründlich kennen`,
  })
const workedAt = (name: string): string =>
  said({ en: `You worked at ${name}`, de: `Sie haben bei ${name} gearbeitet` })
