import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { Refusal } from '../refusal.ts'
import { STAFF } from '../role.ts'
import { findPerson } from './find.ts'
import { ownWord } from './origin.ts'
import type { PersonId } from './person.ts'
import { type NewPosition, sayPosition } from './position.ts'
import { id, partialDate, reference, words } from './shapes.ts'

// What is known of somebody's career, in one line: the door openers of a room.

const SPAN = /^(.*?)(?::([\d-]*)(?:\.\.([\d-]*))?)?$/s

/** "Cobalt Health:2018..2021": at Cobalt Health from 2018 to 2021. ":2018" since then, ":..2021" until then. */
export function positionOf(given: string): NewPosition {
  const [, organization = '', from, to] = SPAN.exec(given.trim())!
  if (organization.trim() === '')
    throw new Refusal(
      'invalid-input',
      said({ en: `"${given}" names no organization.`, de: `„${given}“ nennt keine Organisation.` }),
      'at',
    )
  for (const date of [from, to]) {
    if (date && !partialDate.safeParse(date).success) {
      throw new Refusal(
        'invalid-input',
        said({
          en: `"${date}" in "${given}" is not a date such as 2019, 2019-04 or 2019-04-01.`,
          de: `„${date}“ in „${given}“ ist kein Datum wie 2019, 2019-04 oder 2019-04-01.`,
        }),
        'at',
      )
    }
  }
  if (from && to && from > to && !from.startsWith(to)) {
    throw new Refusal(
      'invalid-input',
      said({ en: `"${given}" ends before it begins.`, de: `„${given}“ endet, bevor es beginnt.` }),
      'at',
    )
  }
  return {
    organization: { name: organization.trim() },
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    // Without an end, a bare name or a ".." says "formerly"; a beginning alone says "since".
    current: Boolean(from) && !to && !given.includes('..'),
  }
}

const careerOutput = z.object({
  person: id,
  positions: z.array(
    z.object({ organization: z.string(), how: z.enum(['created', 'updated', 'unchanged']) }),
  ),
})

export const careerAdd = action({
  name: 'career.add',
  says: 'Where somebody worked, in a line: "Cobalt Health:2018..2021", "Northwind:2019" (since), "Globex" (formerly).',
  kind: 'write',
  may: STAFF,
  input: z.object({
    person: reference('person'),
    at: z.array(words()).min(1).describe('ORGANIZATION[:FROM[..TO]]'),
    title: words().optional(),
  }),
  output: careerOutput,
  async run(context, { person, at, title }) {
    const positions = at.map(positionOf).map((position) => (title ? { ...position, title } : position))
    return sayCareer(context, await findPerson(context, person), positions)
  },
})

/** Writes positions down as the user's own word. */
export async function sayCareer(context: Context, person: PersonId, positions: readonly NewPosition[]) {
  const origin = await ownWord(context)
  const said = []
  for (const position of positions) {
    const how = await sayPosition(context, person, position, origin)
    said.push({ organization: position.organization.name, how })
  }
  return { person, positions: said }
}
