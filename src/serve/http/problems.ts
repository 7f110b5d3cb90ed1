import type { Context } from 'hono'
import { type Problem, problem, Refusal } from '../../refusal.ts'
import type { Log } from '../log.ts'

/** Any error as problem details; what nobody foresaw is logged and not told. */
export function problemOf(error: unknown, log: Log): Problem {
  if (!(error instanceof Refusal)) log.error({ err: error }, 'a request failed')
  return problem(error)
}

export function answerProblem(c: Context, told: Problem): Response {
  return c.body(JSON.stringify(told), told.status as 400, { 'Content-Type': 'application/problem+json' })
}

/** For what HTTP itself refuses, and no capability knows of. */
export const httpProblem = (status: number, title: string, detail: string): Problem => ({
  type: `urn:acquaint:${title.replaceAll(' ', '-')}`,
  title,
  status,
  detail,
})
