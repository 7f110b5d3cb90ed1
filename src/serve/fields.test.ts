import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fieldsOf, fromTexts } from './fields.ts'

const input = z.object({
  top: z.number().int().default(10),
  share: z.number().optional(),
  outside: z.boolean().optional(),
  name: z.string(),
  note: z.string().nullable(),
  with: z.array(z.string()).default([]),
  rounds: z.array(z.number()).optional(),
  how: z.enum(['take', 'refuse']),
  most: z.union([z.number(), z.literal('all')]).optional(),
  code: z.union([z.number(), z.string()]).optional(),
  of: z.object({ a: z.number() }).optional(),
})
const fields = new Map(fieldsOf(input).map((field) => [field.name, field]))
const read = (name: string, ...texts: string[]) => fromTexts(fields.get(name)!, texts)

describe('text becomes what the schema says', () => {
  it.each([
    ['top', ['12'], 12],
    ['share', ['.5'], 0.5],
    ['outside', ['true'], true],
    ['outside', ['false'], false],
    ['name', ['12'], '12'],
    ['name', ['true'], 'true'],
    ['note', ['null'], 'null'],
    ['with', ['Vera Holm'], ['Vera Holm']],
    ['rounds', ['1', '2'], [1, 2]],
    ['how', ['take'], 'take'],
    ['most', ['3'], 3],
    ['most', ['all'], 'all'],
    ['code', ['007'], '007'],
    ['of', ['{"a":1}'], { a: 1 }],
  ])('%s %j is %j', (name, texts, value) => expect(read(name, ...texts)).toEqual(value))

  it.each([
    ['top', 'ten'],
    ['top', ''],
    ['top', '0x10'],
    ['outside', 'yes'],
    ['of', '{a'],
  ])('%s "%s" stays text, for the gate to refuse', (name, text) => {
    expect(read(name, text)).toBe(text)
    expect(input.shape[name as keyof typeof input.shape].safeParse(text).success).toBe(false)
  })

  it('a single field given twice is a list, which the gate refuses', () => {
    expect(read('name', 'a', 'b')).toEqual(['a', 'b'])
    expect(input.shape.name.safeParse(['a', 'b']).success).toBe(false)
  })
})

it('knows which fields must be given, and the words to choose from', () => {
  expect([...fields.values()].filter((field) => field.required).map((field) => field.name)).toEqual([
    'name',
    'note',
    'how',
  ])
  expect(fields.get('how')?.choices).toEqual(['take', 'refuse'])
})
