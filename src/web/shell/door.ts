import { ProblemError, signIn } from '../client.ts'
import { t } from '../texts/index.ts'

const START = '#start='
const ANSWER = /^#(ans_[\w-]+)$/

/** The token of a link by which one answers an invitation; it stays in the address, so that the page can be opened again. */
export const answerToken = (): string | null =>
  window.location.pathname === '/answer' ? (ANSWER.exec(window.location.hash)?.[1] ?? null) : null

/**
 * Exchanges the token of a start link for a session and takes it out of the address.
 * @returns why the link did not open, in a sentence; null when it did, or when there was none.
 */
export async function openDoor(): Promise<string | null> {
  const { hash, pathname, search } = window.location
  if (!hash.startsWith(START)) return null
  window.history.replaceState(null, '', pathname + search)
  try {
    await signIn(decodeURIComponent(hash.slice(START.length)))
    return null
  } catch (error) {
    return error instanceof ProblemError && error.problem.status === 401
      ? t.door.usedLink
      : t.door.unreachable
  }
}
