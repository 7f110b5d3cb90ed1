import type { Action } from '../../src/action.ts'
import { type JsonSchema, jsonSchema } from '../../src/serve/fields.ts'

/** A field of a capability that takes text of any kind: its path, such as `openings[].title`. */
export type TextField = { path: string; isReference: boolean }

/** The text fields of an input: no fixed words, no format, no pattern. */
export const textFields = ({ input }: Pick<Action, 'input'>): TextField[] =>
  within(jsonSchema(input, 'input'), '')

function within(schema: JsonSchema, path: string): TextField[] {
  const properties = Object.entries(schema.properties ?? {})
  const more = [...listOf(schema.anyOf), ...listOf(schema.oneOf)]
  return [
    ...(isText(schema) ? [{ path, isReference: isReference(schema) }] : []),
    ...properties.flatMap(([name, field]) => within(field, path === '' ? name : `${path}.${name}`)),
    ...(schema.items ? within(schema.items as JsonSchema, `${path}[]`) : []),
    ...more.flatMap((one) => within(one, path)),
  ]
}

const listOf = (value: unknown): JsonSchema[] => (Array.isArray(value) ? value : [])

const isText = ({ type, enum: fixed, format, pattern, const: only }: JsonSchema): boolean =>
  type === 'string' && [fixed, format, pattern, only].every((limit) => limit === undefined)

const isReference = ({ description }: JsonSchema): boolean =>
  String(description ?? '').includes('exact name, e-mail or profile URL')

/** An input with this text at the path; lists and objects on the way are made. */
export function withText(
  input: Record<string, unknown>,
  path: string,
  text: string,
): Record<string, unknown> {
  const [head = '', ...rest] = path.split('.')
  const name = head.replace('[]', '')
  const inside = rest.length === 0 ? text : withText(firstOf(input[name]), rest.join('.'), text)
  return { ...input, [name]: head.endsWith('[]') ? [inside] : inside }
}

const firstOf = (value: unknown): Record<string, unknown> =>
  ((Array.isArray(value) ? value[0] : value) ?? {}) as Record<string, unknown>
