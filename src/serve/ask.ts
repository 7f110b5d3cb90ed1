import type { Action, GivenFile, Progress } from '../action.ts'
import type { Problem } from '../refusal.ts'
import { toTexts } from './fields.ts'
import { methodOf } from './http/routes.ts'
import type { Way } from './way.ts'

/** What a door said no to: the problem's own sentence. */
export class Refused extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

export type Asking = {
  door: 'cli' | 'mcp'
  workspace?: string | undefined
  /** The member as whom the owner of the machine acts, by e-mail. */
  as?: string | undefined
  /** A bearer token: then it says who asks, and where. */
  token?: string | undefined
  files?: GivenFile[] | undefined
  progress?: ((step: Progress) => void) | undefined
}

/**
 * Asks one capability along a way and answers its object.
 * @throws Refused with the sentence of the problem.
 */
export async function ask(
  way: Way,
  declared: Pick<Action, 'name' | 'kind' | 'files' | 'progress'>,
  input: Record<string, unknown>,
  asking: Asking,
): Promise<Record<string, unknown>> {
  const events = declared.progress === true && asking.progress !== undefined
  const response = await way.fetch(requestFor(declared, input, asking, events))
  if (!response.ok || !events) return answerOf(response)
  return lastOf(response, asking.progress!)
}

/** A plain question to the local door that is no capability. */
export async function askPath(
  way: Way,
  method: 'GET' | 'POST',
  path: string,
  asking: Asking,
): Promise<Record<string, unknown>> {
  return answerOf(
    await way.fetch(new Request(`http://localhost${path}`, { method, headers: headersFor(asking) })),
  )
}

function requestFor(
  { name, kind, files }: Pick<Action, 'name' | 'kind' | 'files'>,
  input: Record<string, unknown>,
  asking: Asking,
  events: boolean,
): Request {
  const url = new URL(`http://localhost/api/${name.replace('.', '/')}`)
  const headers = headersFor(asking)
  if (events) headers.accept = 'text/event-stream'
  if (methodOf({ kind, files }) === 'GET') {
    for (const [field, text] of textsOf(input)) url.searchParams.append(field, text)
    return new Request(url, { headers })
  }
  if (files && asking.files)
    return new Request(url, { method: 'POST', headers, body: formOf(input, asking.files) })
  headers['content-type'] = 'application/json'
  return new Request(url, { method: 'POST', headers, body: JSON.stringify(input) })
}

function headersFor({ door, workspace, as, token }: Asking): Record<string, string> {
  const headers: Record<string, string> = { 'x-acquaint-door': door }
  if (workspace !== undefined) headers['x-acquaint-workspace'] = encodeURIComponent(workspace)
  if (as !== undefined) headers['x-acquaint-as'] = encodeURIComponent(as)
  if (token !== undefined) headers.authorization = `Bearer ${token}`
  return headers
}

const textsOf = (input: Record<string, unknown>): [string, string][] =>
  Object.entries(input).flatMap(([field, value]) =>
    toTexts(value).map((text): [string, string] => [field, text]),
  )

function formOf(input: Record<string, unknown>, files: GivenFile[]): FormData {
  const form = new FormData()
  for (const [field, text] of textsOf(input)) form.append(field, text)
  for (const { name, bytes } of files)
    form.append('files', new Blob([bytes as Uint8Array<ArrayBuffer>]), name)
  return form
}

async function answerOf(response: Response): Promise<Record<string, unknown>> {
  const told = (await response.json()) as Record<string, unknown>
  if (!response.ok) throw new Refused(told as Problem)
  return told
}

async function lastOf(
  response: Response,
  progress: (step: Progress) => void,
): Promise<Record<string, unknown>> {
  for await (const { event, data } of eventsOf(response.body!)) {
    const told = JSON.parse(data)
    if (event === 'progress') progress(told as Progress)
    if (event === 'problem') throw new Refused(told as Problem)
    if (event === 'answer') return told as Record<string, unknown>
  }
  throw new Error('The server went away before it had answered.')
}

async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<{ event: string; data: string }> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n\n')
    rest = parts.pop()!
    for (const part of parts) {
      const lines = part.split('\n')
      const of = (field: string) =>
        lines.find((line) => line.startsWith(`${field}: `))?.slice(field.length + 2) ?? ''
      yield { event: of('event'), data: of('data') }
    }
  }
}
