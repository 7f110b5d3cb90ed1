import { z } from 'zod'

// What the doors that only know text (a query, a form, a command line) must know of a capability's input.

export type JsonSchema = Record<string, unknown> & { properties?: Record<string, JsonSchema> }

/** One field of a capability's input, read from its schema. */
export type Field = {
  name: string
  /** How a piece of text becomes its value; `json` for objects. */
  kind: 'text' | 'number' | 'flag' | 'json'
  /** A list: given by repeating the field. */
  many: boolean
  required: boolean
  choices: string[]
  says: string
  schema: JsonSchema
}

/** A zod schema as JSON Schema 2020-12; what JSON Schema cannot say is left open. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest as JsonSchema
}

/** The fields of an input, in the order of its schema. */
export function fieldsOf(input: z.ZodObject): Field[] {
  const { properties = {}, required = [] } = jsonSchema(input, 'input')
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    ...shapeOf(schema),
    required: (required as string[]).includes(name),
    says: String(schema.description ?? ''),
    schema,
  }))
}

function shapeOf(schema: JsonSchema): Pick<Field, 'kind' | 'many' | 'choices'> {
  const list = variants(schema).find((one) => one.type === 'array')
  const plain = variants(list === undefined ? schema : ((list.items ?? {}) as JsonSchema))
  return {
    kind: kindOf(plain),
    many: list !== undefined,
    choices: plain
      .flatMap((one) => (one.enum ?? (one.const === undefined ? [] : [one.const])) as string[])
      .map(String),
  }
}

function variants(schema: JsonSchema): JsonSchema[] {
  const among = (schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined
  return (among?.flatMap(variants) ?? [schema]).filter((one) => one.type !== 'null')
}

/** Free text wins; a few fixed words beside a number or a flag do not make it text. */
function kindOf(schemas: JsonSchema[]): Field['kind'] {
  const types = new Set(schemas.map((one) => one.type))
  if (schemas.some((one) => one.type === 'string' && !one.enum && one.const === undefined)) return 'text'
  if (types.has('number') || types.has('integer')) return 'number'
  if (types.has('boolean')) return 'flag'
  return types.has('object') || types.has('array') ? 'json' : 'text'
}

/** The value that a field's texts stand for. What does not fit stays text, and the gate says what is wrong with it. */
export function fromTexts(field: Field, texts: string[]): unknown {
  const values = texts.map((one) => fromText(field.kind, one))
  return field.many || values.length > 1 ? values : values[0]
}

function fromText(kind: Field['kind'], given: string): unknown {
  if (kind === 'number') return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(given) ? Number(given) : given
  if (kind === 'flag') return given === 'true' ? true : given === 'false' ? false : given
  if (kind === 'json') return parsedOrText(given)
  return given
}

function parsedOrText(given: string): unknown {
  try {
    return JSON.parse(given)
  } catch {
    return given
  }
}

/** The other way round: a value as the texts of its field. */
export function toTexts(value: unknown): string[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value.flatMap(toTexts)
  return [typeof value === 'object' ? JSON.stringify(value) : String(value)]
}
