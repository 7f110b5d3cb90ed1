import { z } from 'zod'
import type { Context } from '../../action.ts'
import { said } from '../../language.ts'
import { words } from '../../people/shapes.ts'
import { Refusal } from '../../refusal.ts'
import { isId } from '../../store/ids.ts'
import { FIELDS, type Field, fold } from './columns.ts'
import { distinctColumns, IGNORED, type Mapping } from './mapping.ts'

// What somebody said of a list's columns, now or under a name.

export const fieldShape = z.enum([...(Object.keys(FIELDS) as [Field, ...Field[]]), IGNORED])

/** Column -> field of a person, or "ignored". */
export const mappingShape = z
  .record(words(1000), fieldShape)
  .describe('column -> field, or "ignored"; a column that is not named is kept with the person as it is')

/** How a capability is told what the columns are. */
export const saidShape = {
  mapping: mappingShape.optional(),
  template: words(200).optional().describe('instead of a mapping: a saved one, by its id or name'),
}

type Said = { mapping?: Mapping | undefined; template?: string | undefined }

/**
 * The mapping that was said; undefined when none was.
 * @throws Refusal when both a mapping and a template were, or there is no such template
 */
export async function mappingSaid(
  context: Context,
  { mapping, template }: Said,
): Promise<Mapping | undefined> {
  if (template === undefined) return mapping
  if (mapping === undefined) return (await templateNamed(context, template)).mapping
  throw new Refusal('invalid-input', said(NOT_BOTH), 'template')
}

/** @throws Refusal when there is no template with this id or name */
export async function templateNamed({ tx }: Context, given: string) {
  const row = await tx
    .selectFrom('list_template')
    .select(['id', 'name', 'mapping'])
    .where(isId(given) ? 'id' : 'name', '=', given as never)
    .executeTakeFirst()
  if (row) return row
  const sentence = { en: `There is no template "${given}".`, de: `Es gibt keine Vorlage „${given}“.` }
  throw new Refusal('not-found', said(sentence), 'template')
}

/** The mapping with the names that the columns have here; null when it is of a list with other columns. */
export function mappingHere(mapping: Mapping, header: readonly string[]): Mapping | null {
  const columns = distinctColumns(header)
  const said = new Map(Object.entries(mapping).map(([column, field]) => [fold(column), field]))
  if (said.size !== columns.length || !columns.every((column) => said.has(fold(column)))) return null
  return Object.fromEntries(columns.map((column) => [column, said.get(fold(column))!]))
}

const NOT_BOTH = {
  en: 'Say a mapping or a template, not both.',
  de: 'Nennen Sie eine Zuordnung oder eine Vorlage, nicht beides.',
}
