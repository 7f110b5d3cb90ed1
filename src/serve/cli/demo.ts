import type { House, Progress } from '../../action.ts'
import { makeFirmDemo } from '../../demo/firm.ts'
import { makeDemo } from '../../demo/index.ts'
import { defaultDataFolder } from '../../store/folder.ts'
import { openHouse } from '../house.ts'
import { refuseWhenServed } from '../local-door.ts'
import { openLog } from '../log.ts'
import { openBar } from './bar.ts'
import { serveHouse, serveUntilStopped } from './serve.ts'
import { Usage } from './usage.ts'

type Wanted = { people?: unknown; seed?: unknown; kind?: unknown }

/** `acquaint demo`: in a folder beside one's own, so that nothing invented mixes with what is true. */
export async function serveDemo(
  folder: string | undefined,
  port: number,
  { people, seed, kind = 'personal' }: Wanted,
): Promise<void> {
  if (kind !== 'personal' && kind !== 'firm') throw new Usage(`--kind is personal or firm, not ${kind}.`)
  const beside = kind === 'firm' ? '-demo-firm' : '-demo'
  const data = folder ?? process.env.ACQUAINT_DATA ?? `${defaultDataFolder()}${beside}`
  await refuseWhenServed(data)
  const log = openLog()
  const house = await openHouse({ data, log: (line) => log.warn(line) })
  try {
    const wanted = {
      ...(people === undefined ? {} : { people: Number(people) }),
      ...(seed === undefined ? {} : { seed: Number(seed) }),
    }
    const bar = openBar()
    const options = { ...wanted, progress: (step: Progress) => bar?.step(step) }
    const { workspace } = kind === 'firm' ? await firm(house, options) : await makeDemo(house, options)
    bar?.end()
    await serveUntilStopped(await serveHouse({ ...house, workspace }, port))
  } catch (error) {
    await house.close()
    throw error
  }
}

/** Says who works there: whoever looks at the demo may want to look with each one's eyes. */
async function firm(house: House, options: Parameters<typeof makeFirmDemo>[1]) {
  const made = await makeFirmDemo(house, options)
  const names = made.members.map(({ email, role }) => `  ${email} (${role})`).join('\n')
  process.stdout.write(
    `${made.name}, and who works there or with it:\n${names}\n\`acquaint open --as EMAIL --workspace "${made.name}"\` prints a link for each of them.\n\n`,
  )
  return made
}
