import type { z } from 'zod'
import type { capabilities } from '../capabilities.ts'
import { language } from './texts/language.ts'

// The typed client: what the server can do, with its types, and nothing else of it.

type Capability = (typeof capabilities)[number]
/** The name of a capability: `invitation.worth`. */
export type Name = Capability['name']
type Named<N extends Name> = Extract<Capability, { name: N }>
export type Input<N extends Name> = z.input<Named<N>['input']>
export type Answer<N extends Name> = z.output<Named<N>['output']>

/** RFC 9457 problem details, as every refusal comes. */
export type Problem = { type: string; title: string; status: number; detail: string; at?: string }
export type Progress = { done: number; total: number; says: string }
/** The newest commit of the workspace. */
export type Change = { version: number; capability: string | null }

export type Options = {
  /** Sent as a form beside the input, for capabilities that take files. */
  files?: readonly File[]
  /** Asks for server-sent events, and is told of each step. */
  onProgress?: (step: Progress) => void
  signal?: AbortSignal
  /** One's own name for a write: said again under it, it is done once. */
  key?: string
}

let bearer: string | null = null

/** From here on everything is asked by whoever holds this token, whatever session the browser has. */
export function actBy(token: string): void {
  bearer = token
}

const spoken = (): Record<string, string> => ({
  'accept-language': language,
  ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
})

/** A refusal: `message` is its one sentence. */
export class ProblemError extends Error {
  override name = 'ProblemError'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/**
 * Asks one capability: `await call('invitation.worth', { invitation })`.
 * @throws ProblemError when the server refuses.
 */
export async function call<N extends Name>(
  name: N,
  input: Input<N>,
  options: Options = {},
): Promise<Answer<N>> {
  const url = `/api/${name.replace('.', '/')}`
  const { files, onProgress, signal = null, key } = options
  const headers: Record<string, string> = {
    ...spoken(),
    ...(onProgress ? { accept: 'text/event-stream' } : {}),
  }
  // Files go in a body, whether anything is written or not.
  if ((await kindOf(name)) === 'read' && !files) {
    const query = new URLSearchParams(textsOf(input))
    return (await answerOf(
      await fetch(query.size > 0 ? `${url}?${query}` : url, { headers, signal }),
      onProgress,
    )) as Answer<N>
  }
  if (key) headers['idempotency-key'] = key
  if (!files) headers['content-type'] = 'application/json'
  const body = files ? formOf(input, files) : JSON.stringify(input)
  return (await answerOf(
    await fetch(url, { method: 'POST', headers, body, signal }),
    onProgress,
  )) as Answer<N>
}

/** Exchanges the one-time token of a start link for a session. */
export async function signIn(token: string): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  await answerOf(await fetch('/api/session', { method: 'POST', headers, body: JSON.stringify({ token }) }))
}

/** Makes the invented network, with its progress, and takes this session there. */
export async function enterDemo(onProgress: (step: Progress) => void): Promise<void> {
  const headers = { accept: 'text/event-stream' }
  await answerOf(await fetch('/api/demo', { method: 'POST', headers }), onProgress)
}

/** Takes this session back to one's own workspace; the invented network is removed. */
export async function leaveDemo(): Promise<void> {
  await answerOf(await fetch('/api/demo', { method: 'DELETE' }))
}

/** Follows what is committed in the workspace, by whomever; answers how to stop. */
export function followChanges(listener: (change: Change) => void): () => void {
  const source = new EventSource('/api/changes')
  source.addEventListener('change', (event) => listener(JSON.parse(event.data) as Change))
  return () => source.close()
}

let kinds: Promise<Record<string, 'read' | 'write'>> | null = null

/** Which capabilities read and which write: asked once, so that none of their code is in the browser. */
async function kindOf(name: Name): Promise<'read' | 'write' | undefined> {
  kinds ??= fetch('/api', { headers: spoken() }).then((response) => answerOf(response)) as Promise<
    Record<string, 'read' | 'write'>
  >
  try {
    return (await kinds)[name]
  } catch (error) {
    // Not signed in yet, say: the next call asks again.
    kinds = null
    throw error
  }
}

function textsOf(input: object): [string, string][] {
  return Object.entries(input).flatMap(([field, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((one) => one !== undefined && one !== null)
      .map((one): [string, string] => [field, typeof one === 'object' ? JSON.stringify(one) : String(one)]),
  )
}

function formOf(input: object, files: readonly File[]): FormData {
  const form = new FormData()
  for (const [field, text] of textsOf(input)) form.append(field, text)
  for (const file of files) form.append('files', file, file.webkitRelativePath || file.name)
  return form
}

async function answerOf(response: Response, onProgress?: (step: Progress) => void): Promise<unknown> {
  if (response.headers.get('content-type')?.startsWith('text/event-stream'))
    return lastOf(response, onProgress)
  const told = await response.json().catch(() => null)
  if (response.ok) return told
  throw new ProblemError(
    told ?? {
      type: 'about:blank',
      title: response.statusText,
      status: response.status,
      detail: 'The server could not answer.',
    },
  )
}

async function lastOf(response: Response, onProgress?: (step: Progress) => void): Promise<unknown> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  for (let rest = ''; ; ) {
    const { value, done } = await reader.read()
    if (done) throw new Error('The server went away before it had answered.')
    const parts = (rest + value).split('\n\n')
    rest = parts.pop()!
    for (const part of parts) {
      const [, event, data] = /^event: (.*)\ndata: (.*)$/m.exec(part) ?? []
      if (event === 'progress') onProgress?.(JSON.parse(data!))
      if (event === 'problem') throw new ProblemError(JSON.parse(data!))
      if (event === 'answer') return JSON.parse(data!)
    }
  }
}
