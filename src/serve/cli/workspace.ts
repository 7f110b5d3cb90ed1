import { askPath } from '../ask.ts'
import { findWay } from '../way.ts'

/** `acquaint workspace`: opens one for several people, in the house that serves the folder or in this process. */
export async function addWorkspace(
  data: string,
  values: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const way = await findWay(data)
  const wanted = Object.entries(values).map(([name, value]) => [name, String(value)])
  try {
    return await askPath(way, 'POST', `/api/workspace?${new URLSearchParams(wanted)}`, { door: 'cli' })
  } finally {
    await way.close()
  }
}
