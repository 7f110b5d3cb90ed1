import type { Action } from '../../src/action.ts'
import { type JsonSchema, jsonSchema } from '../../src/serve/fields.ts'

// An input for any capability, made from its schema: what it needs, and every field that can name a record.

/** Ids by what they are of: a field called `person` or described as "person: ..." takes that of `person`. */
export type Ids = Readonly<Record<string, string>>

export function sampleFor({ input }: Pick<Action, 'input'>, ids: Ids): Record<string, unknown> {
  return objectOf(jsonSchema(input, 'input'), ids)
}

/** Whether a capability has a field that can name one of these records. */
export const namesOneOf = ({ input }: Pick<Action, 'input'>, ids: Ids): boolean =>
  Object.values(ids).some((id) => JSON.stringify(sampleFor({ input }, ids)).includes(id))

function objectOf(schema: JsonSchema, ids: Ids): Record<string, unknown> {
  const required = (schema.required ?? []) as string[]
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const id = idFor(name, field, ids)
    if (id !== undefined) return [[name, id]]
    return required.includes(name) ? [[name, sampleOf(name, field, ids)]] : []
  })
  return Object.fromEntries(fields)
}

/** The record that a field names, when it names any: alone, or in a list. */
function idFor(name: string, field: JsonSchema, ids: Ids): unknown {
  if (field.type === 'array' && field.items) {
    const one = idFor(name.replace(/s$/, ''), field.items as JsonSchema, ids)
    return one === undefined ? undefined : [one]
  }
  if (field.type !== 'string' || field.enum !== undefined) return undefined
  const noun = NOUNS[name] ?? ids[name] ?? /^(\w+):/.exec(String(field.description ?? ''))?.[1]
  return noun === undefined ? undefined : (ids[noun] ?? ids[name])
}

/** Fields that do not say by their name what they take. */
const NOUNS: Readonly<Record<string, string>> = {
  target: 'person',
  of: 'invitation',
  from: 'person',
  other: 'person',
  sourcePerson: 'person',
  cameFrom: 'introduction',
  to: 'organization',
  with: 'person',
  client: 'organization',
}

function sampleOf(name: string, field: JsonSchema, ids: Ids): unknown {
  const { type, enum: fixed, format, pattern, const: only, minimum, anyOf } = field
  if (only !== undefined) return only
  if (Array.isArray(fixed)) return fixed[0]
  if (Array.isArray(anyOf)) return sampleOf(name, anyOf[0] as JsonSchema, ids)
  if (type === 'object') return objectOf(field, ids)
  if (type === 'array') return [sampleOf(name, (field.items ?? {}) as JsonSchema, ids)]
  if (type === 'integer' || type === 'number') return Math.max(Number(minimum ?? 1), 1)
  if (type === 'boolean') return true
  return textOf(String(format ?? ''), String(pattern ?? ''))
}

function textOf(format: string, pattern: string): string {
  if (format === 'uuid') return '01890000-0000-7000-8000-000000000000'
  if (format === 'email') return 'nobody@example.org'
  if (format === 'date' || pattern.includes('\\d{4}')) return '2026-06-01'
  return 'something'
}
