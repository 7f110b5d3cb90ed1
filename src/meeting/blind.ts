import type { Context } from '../action.ts'
import { said } from '../language.ts'
import { reasonInWords } from '../people/look-alike-reason.ts'
import type { PersonId } from '../people/person.ts'
import type { RoomBook } from './guests.ts'
import type { Summons } from './summons.ts'
import type { Worth } from './worth-shape.ts'

/** People of the room whose career before is unknown: what the data cannot see, and the one line that would show it. */
export function blindSpots({ guests }: RoomBook, { organization }: Summons): Worth['blind'] {
  return guests
    .filter(({ role, career }) => role === 'interviewer' && career.length === 0)
    .map(({ person }) => ({
      person,
      because: unknownCareer(person.name, organization?.name),
      ask: said({
        en: `Where was ${person.name} before? One line is enough, such as "Cobalt Health until 2021".`,
        de: `Wo war ${person.name} vorher? Eine Zeile genügt, etwa „Cobalt Health bis 2021“.`,
      }),
    }))
}

const unknownCareer = (name: string, place: string | undefined): string =>
  said({
    en: `Where ${name} worked${place ? ` before ${place}` : ''} is not known here.`,
    de: `Wo ${name}${place ? ` vor ${place}` : ''} gearbeitet hat, ist hier nicht bekannt.`,
  })

/** "Is this the Tom of your connections?": records that may be one person, somebody of the room among them. */
export async function lookAlikeQuestions({ tx }: Context, { guests }: RoomBook): Promise<Worth['questions']> {
  const ids = guests.map(({ person }) => person.id as PersonId)
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('look_alike')
    .innerJoin('person as one', 'one.id', 'look_alike.a')
    .innerJoin('person as other', 'other.id', 'look_alike.b')
    .select([
      'a',
      'b',
      'because',
      'one.name as aName',
      'other.name as bName',
      'one.headline as aHeadline',
      'other.headline as bHeadline',
    ])
    .where('state', '=', 'open')
    .where('one.merged_into', 'is', null)
    .where('other.merged_into', 'is', null)
    .where((eb) => eb.or([eb('a', 'in', ids), eb('b', 'in', ids)]))
    .orderBy('a')
    .orderBy('b')
    .execute()
  return rows.map(({ a, b, because, aName, bName, aHeadline, bHeadline }) => {
    const [one, other] = [
      { id: a, name: aName, headline: aHeadline },
      { id: b, name: bName, headline: bHeadline },
    ]
    const [person, known] = ids.includes(a) ? [one, other] : [other, one]
    const what = known.headline ? ` (${known.headline})` : ''
    return {
      person,
      other: known,
      because: reasonInWords(because),
      ask: said({
        en: `Is ${person.name} the ${known.name} of your connections${what}?`,
        de: `Ist ${person.name} dieselbe Person wie ${known.name} in Ihren Kontakten${what}?`,
      }),
    }
  })
}
