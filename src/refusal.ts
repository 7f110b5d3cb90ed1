import { said } from './language.ts'

/** The one family of errors: each says in a plain sentence what is wrong with which input. */
export type RefusalCode =
  | 'invalid-input'
  | 'not-signed-in'
  | 'forbidden'
  | 'not-found'
  | 'ambiguous'
  | 'conflict'
  | 'too-large'
  | 'unreadable-file'

const STATUS: Record<RefusalCode, number> = {
  'invalid-input': 400,
  'not-signed-in': 401,
  forbidden: 403,
  'not-found': 404,
  ambiguous: 409,
  conflict: 409,
  'too-large': 413,
  'unreadable-file': 422,
}

/** Thrown for what the caller can mend. Expected outcomes (no path, a refused invitation) are values, not errors. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: RefusalCode
  /** The field or file it is about. */
  readonly at: string | undefined

  constructor(code: RefusalCode, sentence: string, at?: string) {
    super(sentence)
    this.code = code
    this.at = at
  }

  get status(): number {
    return STATUS[this.code]
  }
}

/** RFC 9457 problem details. */
export type Problem = { type: string; title: string; status: number; detail: string; at?: string }

/** Any error as problem details; what is not a refusal tells nothing of the inside. */
export function problem(error: unknown): Problem {
  if (!(error instanceof Refusal)) {
    return {
      type: 'about:blank',
      title: 'internal error',
      status: 500,
      detail: said({
        en: 'Something went wrong inside Acquaint; the log says more.',
        de: 'In Acquaint ist etwas schiefgegangen; das Protokoll sagt mehr.',
      }),
    }
  }
  const title = error.code.replaceAll('-', ' ')
  return {
    type: `urn:acquaint:${error.code}`,
    title,
    status: error.status,
    detail: error.message,
    ...(error.at === undefined ? {} : { at: error.at }),
  }
}
