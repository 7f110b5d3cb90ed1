import { everyDay } from '../../jobs.ts'
import { followCommits } from '../../people/graph.ts'
import { type OpenHouse, openHouse } from '../house.ts'
import { createApp } from '../http/app.ts'
import { listen } from '../http/listen.ts'
import { startLink } from '../http/session.ts'
import { openLocalDoor, refuseWhenServed } from '../local-door.ts'
import { openLog } from '../log.ts'

/** A house that is served: its address, and how it ends. */
export type Served = { address: string; link(): Promise<string>; close(): Promise<void> }

/** Serves an open house over TCP and through the owner's socket; closing closes the house too. */
export async function serveHouse(
  house: OpenHouse,
  port: number,
  workspace = house.workspace,
): Promise<Served> {
  let address: string | null = null
  const app = createApp(house, { address: () => address })
  const open: (() => unknown)[] = [() => house.close(), () => app.close()]
  const close = async () => {
    for (const end of open.splice(0).reverse()) await end()
  }
  try {
    const tcp = await listen(app, port)
    address = tcp.address
    open.push(() => tcp.close())
    const door = await openLocalDoor(house.data, app)
    open.push(() => door.close())
    open.push(await followCommits(house))
    open.push(everyDay(house))
    return { address: tcp.address, link: () => startLink(app.serving, workspace), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** `acquaint serve`: until it is told to stop. */
export async function serveFolder(data: string, port: number): Promise<void> {
  await refuseWhenServed(data)
  const log = openLog()
  const house = await openHouse({ data, log: (line) => log.warn(line) })
  await serveUntilStopped(await serveHouse(house, port))
}

/** Prints the link and waits for a signal: Ctrl-C, a polite kill, a terminal that was closed. */
export async function serveUntilStopped(served: Served): Promise<void> {
  // Listened for before the link is out: whoever reads it may stop us at once.
  const stopped = new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop())
  })
  process.stdout.write(
    `Acquaint is ready. Open this link (good once, for ten minutes):\n\n  ${await served.link()}\n\n`,
  )
  await stopped
  await served.close()
}
