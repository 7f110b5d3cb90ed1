import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { openHouse } from '../../src/serve/house.ts'
import { createApp } from '../../src/serve/http/app.ts'
import { listen } from '../../src/serve/http/listen.ts'
import { startLink } from '../../src/serve/http/session.ts'
import { migrate } from '../../src/store/migrate.ts'
import { testDatabase } from '../../src/store/testing.ts'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

/** The web app as it is shipped, built when its sources have changed: one build for all tests. */
async function builtWeb(): Promise<string> {
  await promisify(execFile)(process.execPath, [join(PROJECT, 'scripts', 'prepare.mjs')], { cwd: PROJECT })
  return join(PROJECT, 'dist', 'web')
}

/** The whole product with the web app as it stands in the sources, on a port of its own. */
export type WebHouse = {
  address: string
  link(): Promise<string>
  /** Runs the command line on the same database, as a process of its own. */
  cli(...args: string[]): Promise<string>
  close(): Promise<void>
}

export async function openWebHouse(): Promise<WebHouse> {
  const data = await mkdtemp(join(tmpdir(), 'acquaint-web-'))
  const web = await builtWeb()
  const database = await testDatabase((url) => migrate({ connectionString: url }))
  const house = await openHouse({ data: join(data, 'data'), external: database.url })
  let address: string | null = null
  const app = createApp(house, { web, address: () => address })
  const listening = await listen(app, 0)
  address = listening.address
  return {
    address,
    link: () => startLink(app.serving, house.workspace),
    cli: async (...args) => {
      const env = { ...process.env, DATABASE_URL: database.url }
      const program = join(PROJECT, 'dist', 'serve', 'main.js')
      const elsewhere = ['--data', join(data, 'elsewhere')]
      return (await promisify(execFile)(process.execPath, [program, ...args, ...elsewhere], { env })).stdout
    },
    close: async () => {
      app.close()
      await listening.close()
      await house.close()
      await database.drop()
      await rm(data, { recursive: true, force: true })
    },
  }
}
