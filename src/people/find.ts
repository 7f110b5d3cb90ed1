import { sql } from 'kysely'
import type { Context } from '../action.ts'
import { said } from '../language.ts'
import { Refusal } from '../refusal.ts'
import { type Id, isId } from '../store/ids.ts'
import { emailMatch, organizationMatch, personMatch, profileUrlMatch } from './names.ts'
import { organizationKin } from './organization-agree.ts'

// Wherever an id is asked, an exact name, title, e-mail or profile URL that fits one record alone is taken too.

type Found<Kind extends string> = { id: Id<Kind>; says: string }
type Finder<Kind extends string> = (context: Context, given: string) => Promise<Found<Kind>[]>

/** Of those found, the only one; a refusal that names the rest when there are several, or none. */
export function theOne<Kind extends string>(what: string, given: string, found: Found<Kind>[]): Id<Kind> {
  if (found.length === 1) return found[0]!.id
  if (found.length === 0) {
    const sentence = {
      en: `There is no ${what} "${given}".`,
      de: `„${given}“ ist hier nicht bekannt (${inGerman(what)}).`,
    }
    throw new Refusal('not-found', said(sentence), given)
  }
  const some = found.slice(0, 5).map(({ id, says }) => `${says} (${id})`)
  throw new Refusal(
    'ambiguous',
    said({
      en: `"${given}" fits ${found.length} records: ${some.join(', ')}. Give the id.`,
      de: `„${given}“ passt auf ${found.length} Einträge: ${some.join(', ')}. Geben Sie die id an.`,
    }),
    given,
  )
}

const NOUNS: Readonly<Record<string, string>> = {
  person: 'Person',
  organization: 'Organisation',
  opening: 'Stelle',
  invitation: 'Einladung',
  introduction: 'Vorstellung',
  meeting: 'Treffen',
  offer: 'Angebot',
}

/** "person, organization or opening": each noun that it names. */
const inGerman = (what: string): string =>
  what
    .replace(/ or /g, ' oder ')
    .replace(/ of that meeting/, ' dieses Treffens')
    .replace(/[a-z]+/gi, (word) => NOUNS[word] ?? word)

/** The column says the text, but for case, with the white space around it or without. The database folds both sides. */
export const isCalled = (column: string, given: string) =>
  sql<boolean>`lower(${sql.ref(column)}) in (lower(${given}::text), lower(${given.trim()}::text))`

/** People with this id, e-mail, profile URL or exact name; what identifies comes before a name. */
export const peopleNamed: Finder<'person'> = async ({ tx }, given) => {
  const people = tx
    .selectFrom('person')
    .select(['person.id', 'name as says'])
    .where('merged_into', 'is', null)
  if (isId(given)) {
    // An id that went into another stands for it: whoever kept it still finds the person.
    const gone = tx
      .selectFrom('person as gone')
      .select('gone.merged_into')
      .where('gone.id', '=', given as Id<'person'>)
    return people.where((eb) => eb('person.id', 'in', [eb.val(given as Id<'person'>), gone])).execute()
  }
  const keyed = await people
    .innerJoin('person_key', 'person_id', 'person.id')
    .where((eb) =>
      eb.or([
        eb.and([eb('person_key.kind', '=', 'email'), eb('value', '=', emailMatch(given))]),
        eb.and([eb('person_key.kind', '=', 'profile-url'), eb('value', '=', profileUrlMatch(given))]),
      ]),
    )
    .distinct()
    .limit(6)
    .execute()
  if (keyed.length > 0) return keyed
  const named = await people.where(isCalled('name', given)).limit(6).execute()
  return named.filter(({ says }) => personMatch(says) === personMatch(given))
}

/** Organizations with this id, domain or name (legal form aside); else those of another spelling, short or former name. */
export const organizationsNamed: Finder<'organization'> = async ({ tx }, given) => {
  const organizations = tx.selectFrom('organization').select(['id', 'name as says'])
  if (isId(given)) return organizations.where('id', '=', given as Id<'organization'>).execute()
  const named = await organizations
    .where((eb) =>
      eb.or([eb('match_name', '=', organizationMatch(given)), eb('domain', '=', given.trim().toLowerCase())]),
    )
    .limit(6)
    .execute()
  if (named.length > 0) return named
  const all = await organizations.execute()
  return all.filter(({ says }) => organizationKin({ name: says }, { name: given }) === 'same')
}

/** Openings with this id, address or exact title; open ones before closed ones. */
export const openingsNamed: Finder<'opening'> = async ({ tx }, given) => {
  const openings = tx.selectFrom('opening').select(['id', 'title as says', 'closed_at'])
  if (isId(given)) return openings.where('id', '=', given as Id<'opening'>).execute()
  const named = await openings
    .where((eb) => eb.or([isCalled('title', given), eb('url', '=', given.trim())]))
    .limit(20)
    .execute()
  const open = named.filter(({ closed_at }) => closed_at === null)
  return open.length > 0 ? open : named
}

export async function findPerson(context: Context, given: string) {
  const person = theOne('person', given, await peopleNamed(context, given))
  context.lookedUp.add(person)
  return person
}
export const findOrganization = async (context: Context, given: string) =>
  theOne('organization', given, await organizationsNamed(context, given))
export const findOpening = async (context: Context, given: string) =>
  theOne('opening', given, await openingsNamed(context, given))

/** The jobseeker of the workspace. @throws Refusal while nobody said who that is. */
export function whoIsMe({ me }: Context): Id<'person'> {
  if (me !== null) return me
  throw new Refusal(
    'conflict',
    said({
      en: 'Acquaint does not know yet who you are: import your own export, or say your name.',
      de: 'Acquaint weiß noch nicht, wer Sie sind: Importieren Sie Ihren eigenen Export oder sagen Sie Ihren Namen.',
    }),
    'me',
  )
}
