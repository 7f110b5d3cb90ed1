import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Described, postOf, type TestServer, testServer, validateAgainstOpenApi } from '../testing.ts'
import { methodOf, offered, routeOf } from './routes.ts'

type Json = Record<string, unknown>

let server: TestServer
let cookie: string
let document: Described & Json
const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)

beforeAll(async () => {
  server = await testServer()
  cookie = await server.signIn()
  document = (await (await server.fetch('/openapi.json', { headers: { cookie } })).json()) as Described & Json
})
afterAll(() => server.close())

/** What OpenAPI 3.1 asks of the parts that this document uses; nothing else may stand in it. */
const SHAPE = {
  type: 'object',
  required: ['openapi', 'info', 'paths', 'components', 'security', 'tags'],
  additionalProperties: false,
  properties: {
    openapi: { const: '3.1.0' },
    info: {
      type: 'object',
      required: ['title', 'version'],
      properties: { license: { required: ['name', 'identifier'] } },
    },
    paths: {
      type: 'object',
      propertyNames: { pattern: '^/api/[a-z-]+/[a-z-]+$' },
      additionalProperties: {
        type: 'object',
        minProperties: 1,
        additionalProperties: false,
        properties: { get: { $ref: '#/$defs/read' }, post: { $ref: '#/$defs/write' } },
      },
    },
    components: {
      type: 'object',
      required: ['schemas', 'securitySchemes'],
      properties: { schemas: { propertyNames: { pattern: '^[a-zA-Z0-9._-]+$' } } },
    },
    security: { type: 'array', minItems: 1, items: { type: 'object', minProperties: 1 } },
    tags: { type: 'array', uniqueItems: true, items: { type: 'object', required: ['name'] } },
  },
  $defs: {
    read: { $ref: '#/$defs/operation', required: ['parameters'], not: { required: ['requestBody'] } },
    write: { $ref: '#/$defs/operation', required: ['requestBody'], not: { required: ['parameters'] } },
    operation: {
      type: 'object',
      required: ['operationId', 'summary', 'responses'],
      properties: {
        parameters: { type: 'array', items: { $ref: '#/$defs/parameter' } },
        requestBody: {
          type: 'object',
          required: ['content'],
          properties: { content: { $ref: '#/$defs/content' } },
        },
        responses: {
          type: 'object',
          required: ['200', 'default'],
          additionalProperties: {
            type: 'object',
            required: ['description', 'content'],
            properties: { content: { $ref: '#/$defs/content' } },
          },
        },
      },
    },
    parameter: {
      type: 'object',
      required: ['name', 'in', 'required'],
      properties: { in: { const: 'query' }, required: { type: 'boolean' } },
      oneOf: [{ required: ['schema'] }, { required: ['content'] }],
    },
    content: {
      type: 'object',
      minProperties: 1,
      additionalProperties: {
        type: 'object',
        required: ['schema'],
        additionalProperties: false,
        properties: { schema: { type: 'object' } },
      },
    },
  },
}

function schemasIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => (key === 'schema' ? [one as object] : schemasIn(one)))
}

describe('the OpenAPI document', () => {
  it('has the shape of OpenAPI 3.1', () => {
    const check = ajv.compile(SHAPE)
    expect(check(document), JSON.stringify(check.errors)).toBe(true)
  })

  it('asks only for keys that it explains', () => {
    const { securitySchemes } = document.components as { securitySchemes: object }
    const asked = (document.security as object[]).flatMap((one) => Object.keys(one))
    expect(asked.sort()).toEqual(Object.keys(securitySchemes).sort())
  })

  it('holds valid JSON Schemas only, and every reference leads somewhere', () => {
    const schemas = [
      ...schemasIn(document.paths),
      ...Object.values((document.components as { schemas: object }).schemas),
    ]
    expect(schemas.length).toBeGreaterThan(offered.length)
    for (const schema of schemas) {
      expect(ajv.validateSchema(schema)).toBe(true)
      expect(() => ajv.compile({ ...schema, components: document.components })).not.toThrow()
    }
  })

  it('describes each capability once, by its method', () => {
    const described = Object.entries(document.paths).flatMap(([path, one]) =>
      Object.keys(one).map((method) => `${method} ${path}`),
    )
    expect(described.sort()).toEqual(
      offered.map((one) => `${methodOf(one).toLowerCase()} ${routeOf(one.name)}`).sort(),
    )
  })
})

async function asked(method: 'GET' | 'POST', path: string, init: RequestInit = {}) {
  const response = await server.fetch(path, {
    ...init,
    headers: { cookie, ...(init.headers as Json) } as HeadersInit,
  })
  const type = response.headers.get('content-type') ?? ''
  return { method, path: path.split('?')[0]!, status: response.status, type, body: await response.json() }
}

describe('real answers', () => {
  it('are as described: a read, a write and a refusal', async () => {
    const answers = [
      await asked('GET', '/api/workspace/show'),
      await asked('POST', '/api/person/add', postOf({ name: 'Vera Holm' })),
      await asked('GET', '/api/person/show?person=nobody'),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404])
    for (const answer of answers) expect(validateAgainstOpenApi(ajv, document, answer)).toEqual([])
  })

  it('of every list are as described, empty as they are', async () => {
    const lists = offered.filter((one) => methodOf(one) === 'GET' && one.input.safeParse({}).success)
    expect(lists.length).toBeGreaterThan(3)
    for (const one of lists) {
      const answer = await asked('GET', routeOf(one.name))
      expect([one.name, validateAgainstOpenApi(ajv, document, answer)]).toEqual([one.name, []])
    }
  })

  it('that are not as described are found out', async () => {
    const answer = await asked('GET', '/api/workspace/show')
    const wrong = { ...answer, body: { ...answer.body, kind: 'castle' } }
    expect(validateAgainstOpenApi(ajv, document, wrong)).not.toEqual([])
    expect(validateAgainstOpenApi(ajv, document, { ...answer, path: '/api/nothing/here' })).not.toEqual([])
  })
})
