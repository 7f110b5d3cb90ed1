import { makeDemo } from '../../demo/index.ts'
import { defaultDataFolder } from '../../store/folder.ts'
import { openHouse } from '../house.ts'
import { refuseWhenServed } from '../local-door.ts'
import { openLog } from '../log.ts'
import { openBar } from './bar.ts'
import { serveHouse, serveUntilStopped } from './serve.ts'

type Wanted = { people?: unknown; seed?: unknown }

/** `acquaint demo`: in a folder beside one's own, so that nothing invented mixes with what is true. */
export async function serveDemo(
  folder: string | undefined,
  port: number,
  { people, seed }: Wanted,
): Promise<void> {
  const data = folder ?? process.env.ACQUAINT_DATA ?? `${defaultDataFolder()}-demo`
  await refuseWhenServed(data)
  const log = openLog()
  const house = await openHouse({ data, log: (line) => log.warn(line) })
  try {
    const wanted = {
      ...(people === undefined ? {} : { people: Number(people) }),
      ...(seed === undefined ? {} : { seed: Number(seed) }),
    }
    const bar = openBar()
    const { workspace } = await makeDemo(house, { ...wanted, progress: (step) => bar?.step(step) })
    bar?.end()
    await serveUntilStopped(await serveHouse({ ...house, workspace }, port))
  } catch (error) {
    await house.close()
    throw error
  }
}
