import type { Action } from '../../action.ts'
import { type Field, fieldsOf, type JsonSchema, jsonSchema } from '../fields.ts'
import { methodOf, offered, routeOf } from './routes.ts'

type Json = Record<string, unknown>

const PROBLEM: Json = {
  type: 'object',
  description: 'RFC 9457 problem details.',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'One sentence: what is wrong with which input.' },
    at: { type: 'string', description: 'The field or file it is about.' },
  },
  required: ['type', 'title', 'status', 'detail'],
}

/** The OpenAPI 3.1 description of this server, derived from the capabilities. */
export function openApi(version: string, cookie: string): Json {
  const shared = new Map<string, JsonSchema>()
  const paths = Object.fromEntries(
    offered.map((one) => [routeOf(one.name), { [methodOf(one).toLowerCase()]: operation(one, shared) }]),
  )
  return {
    openapi: '3.1.0',
    info: {
      title: 'Acquaint',
      version,
      summary: 'What a meeting is worth beyond the job.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      schemas: { Problem: PROBLEM, ...Object.fromEntries(shared) },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: cookie },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
    security: [{ session: [] }, { token: [] }],
    tags: [...new Set(offered.map(nounOf))].map((name) => ({ name })),
  }
}

const nounOf = ({ name }: Action): string => name.split('.')[0]!

function operation(declared: Action, shared: Map<string, JsonSchema>): Json {
  const keep = (schema: JsonSchema) => hoist(schema, declared.name, shared)
  return {
    operationId: declared.name,
    summary: declared.says,
    tags: [nounOf(declared)],
    ...(methodOf(declared) === 'GET'
      ? { parameters: fieldsOf(declared.input).map((field) => parameter(field, keep)) }
      : { requestBody: requestBody(declared, keep) }),
    responses: {
      200: {
        description: 'Done.',
        content: answerContent(declared, keep(jsonSchema(declared.output, 'output'))),
      },
      default: {
        description: 'Refused, and why.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function answerContent({ progress }: Action, schema: JsonSchema): Json {
  const events = { 'text/event-stream': { schema: { type: 'string', description: EVENTS } } }
  return { 'application/json': { schema }, ...(progress ? events : {}) }
}

const EVENTS =
  'Events `progress` ({ done, total, says }), then one `answer` (as application/json) or `problem`.'

function parameter(field: Field, keep: (schema: JsonSchema) => JsonSchema): Json {
  const { description, ...schema } = field.schema
  const how =
    field.kind === 'json'
      ? { content: { 'application/json': { schema: keep(schema) } } }
      : { schema: keep(schema) }
  return {
    name: field.name,
    in: 'query',
    required: field.required,
    ...(field.says === '' ? {} : { description: field.says }),
    ...how,
  }
}

function requestBody(declared: Action, keep: (schema: JsonSchema) => JsonSchema): Json {
  const schema = keep(jsonSchema(declared.input, 'input'))
  const content: Json = { 'application/json': { schema } }
  if (declared.files) content['multipart/form-data'] = { schema: withFiles(schema, declared.files.says) }
  return { required: true, content }
}

function withFiles(schema: JsonSchema, says: string): JsonSchema {
  const files = {
    type: 'array',
    description: says,
    items: { type: 'string', contentMediaType: 'application/octet-stream' },
  }
  return { ...schema, properties: { ...schema.properties, files } }
}

/** A schema's own `$defs` become components of the document, where its references then lead. */
function hoist(schema: JsonSchema, name: string, shared: Map<string, JsonSchema>): JsonSchema {
  const { $defs, ...rest } = schema
  const nameOf = (key: string) => `${name}.${key}`
  for (const [key, one] of Object.entries($defs ?? {})) {
    shared.set(nameOf(key), redirect(one as JsonSchema, nameOf))
  }
  return redirect(rest as JsonSchema, nameOf)
}

function redirect(schema: JsonSchema, nameOf: (key: string) => string): JsonSchema {
  const lead = (key: string, value: unknown): unknown => {
    const local = key === '$ref' ? /^#\/\$defs\/(.+)$/.exec(String(value))?.[1] : undefined
    return local === undefined ? value : `#/components/schemas/${nameOf(local)}`
  }
  return JSON.parse(JSON.stringify(schema, lead)) as JsonSchema
}
