import { resolve } from 'node:path'
import type { App } from './http/app.ts'
import { fetchThrough, liveSocket } from './local-door.ts'
import { openLog } from './log.ts'

/** How a program of the owner reaches the house: one function, whether a server runs or not. */
export type Way = {
  /** Through a running server's socket, or in this process. */
  how: 'socket' | 'here'
  fetch(request: Request): Promise<Response>
  close(): Promise<void>
}

/** Goes to the server that runs on this folder; without one, opens the house in this process. */
export async function findWay(data: string): Promise<Way> {
  const socket = await liveSocket(resolve(data))
  if (socket === null) return openHere(data)
  return { how: 'socket', fetch: (request) => fetchThrough(socket, request), close: async () => {} }
}

/** A way for long: when the server on it is gone, another is found. */
export async function keepWay(data: string): Promise<Way> {
  let way = await findWay(data)
  return {
    how: way.how,
    fetch: async (request) => {
      if (way.how === 'socket' && (await liveSocket(resolve(data))) === null) way = await findWay(data)
      return way.fetch(request)
    },
    close: () => way.close(),
  }
}

async function openHere(data: string): Promise<Way> {
  const { house, app } = await openApp(data)
  return {
    how: 'here',
    fetch: async (request) => app.fetch(request, { local: true }),
    close: async () => {
      app.close()
      await house.close()
    },
  }
}

/** Loaded only when needed: a command that finds a server starts faster without the rest of the house. */
async function openApp(data: string): Promise<{ house: { close(): Promise<void> }; app: App }> {
  const [{ openHouse }, { createApp }] = await Promise.all([import('./house.ts'), import('./http/app.ts')])
  const house = await openHouse({ data })
  // A command says one sentence; the log is for who asks for it.
  return { house, app: createApp(house, { log: openLog('silent') }) }
}
