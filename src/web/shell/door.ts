import { ProblemError, signIn } from '../client.ts'
import { t } from '../texts/index.ts'

const START = '#start='

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
