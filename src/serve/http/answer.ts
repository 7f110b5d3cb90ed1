import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Progress } from '../../action.ts'
import type { Log } from '../log.ts'
import type { AppEnv } from './env.ts'
import { problemOf } from './problems.ts'

/** Runs the work and answers it: as JSON, or, when the client asks for events, with its progress on the way. */
export async function answer(
  c: Context<AppEnv>,
  log: Log,
  work: (progress: (step: Progress) => void) => Promise<unknown>,
): Promise<Response> {
  if (c.req.header('accept')?.includes('text/event-stream')) return answerEvents(c, log, work)
  return c.json((await work(() => {})) as object)
}

function answerEvents(
  c: Context<AppEnv>,
  log: Log,
  work: (progress: (step: Progress) => void) => Promise<unknown>,
): Response {
  return streamSSE(c, async (stream) => {
    const tell = (event: string, data: unknown) => stream.writeSSE({ event, data: JSON.stringify(data) })
    try {
      await tell('answer', await work((step) => void tell('progress', step)))
    } catch (error) {
      await tell('problem', problemOf(error, log))
    }
  })
}
