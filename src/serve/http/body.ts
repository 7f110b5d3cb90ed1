import type { GivenFile } from '../../action.ts'
import { Refusal } from '../../refusal.ts'
import { type Field, fromTexts } from '../fields.ts'
import { boundaryOf, readParts } from './multipart.ts'

const MB = 1024 * 1024
/** How much one request may carry, in bytes. */
export const LIMITS = { json: 2 * MB, upload: 1024 * MB }

export type GivenInput = { input: Record<string, unknown>; files: GivenFile[] }

/** The input of a write: a JSON object, or a form when files come with it. */
export async function readBody(request: Request, fields: Field[], takesFiles: boolean): Promise<GivenInput> {
  const type = request.headers.get('content-type') ?? ''
  if (type.startsWith('multipart/form-data')) {
    if (!takesFiles) throw new Refusal('invalid-input', 'This takes no files: send a JSON object.', 'body')
    return readForm(request, type, fields)
  }
  return { input: await readJson(request), files: [] }
}

/** The input of a read: its query's fields, each repeated for a list. */
export function readQuery(query: URLSearchParams, fields: Field[]): Record<string, unknown> {
  return fromEntries(
    [...new Set(query.keys())].map((name) => [name, query.getAll(name)]),
    fields,
  )
}

function fromEntries(entries: [string, string[]][], fields: Field[]): Record<string, unknown> {
  const known = new Map(fields.map((field) => [field.name, field]))
  return Object.fromEntries(
    entries.map(([name, texts]) => {
      const field = known.get(name)
      // An unknown field goes on as it is: the gate refuses it by name.
      return [name, field === undefined ? texts[0] : fromTexts(field, texts)]
    }),
  )
}

export async function readJson(request: Request): Promise<Record<string, unknown>> {
  const type = request.headers.get('content-type')
  const bytes = await readLimited(request, LIMITS.json)
  if (bytes.length === 0) return {}
  // A form of another site can send text/plain, but not application/json, without being asked first.
  if (!type?.startsWith('application/json')) {
    throw new Refusal('invalid-input', 'The body must be application/json.', 'body')
  }
  const value = parseJson(bytes)
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>
  throw new Refusal('invalid-input', 'The body is JSON but not an object.', 'body')
}

function parseJson(bytes: Uint8Array): unknown {
  const text = decode(bytes)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Refusal('invalid-input', `The body is not JSON: ${(error as Error).message}`, 'body')
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal('invalid-input', 'The body is not UTF-8.', 'body')
  }
}

async function readForm(request: Request, type: string, fields: Field[]): Promise<GivenInput> {
  const boundary = boundaryOf(type)
  const body = limitedBody(request, LIMITS.upload)
  if (boundary === null || body === null)
    throw new Refusal('invalid-input', 'The form has no boundary.', 'body')
  const texts = new Map<string, string[]>()
  const files: GivenFile[] = []
  for await (const { name, filename, bytes } of readParts(
    body as unknown as AsyncIterable<Uint8Array>,
    boundary,
  )) {
    if (filename !== null) files.push({ name: filename, bytes })
    else texts.set(name, [...(texts.get(name) ?? []), decode(bytes)])
  }
  return { input: fromEntries([...texts], fields), files }
}

async function readLimited(request: Request, most: number): Promise<Uint8Array> {
  const body = limitedBody(request, most)
  return body === null ? new Uint8Array() : new Uint8Array(await new Response(body).arrayBuffer())
}

/** The body, which breaks off as soon as it is longer than it may be. */
function limitedBody(request: Request, most: number): ReadableStream<Uint8Array> | null {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge(most)
  let size = 0
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, out) {
      size += chunk.length
      if (size > most) throw tooLarge(most)
      out.enqueue(chunk)
    },
  })
  return request.body?.pipeThrough(count) ?? null
}

const tooLarge = (most: number) =>
  new Refusal('too-large', `The request carries more than ${most / MB} MB.`, 'body')
