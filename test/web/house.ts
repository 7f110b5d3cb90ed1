import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { z } from 'zod'
import { memberAdd, memberLink } from '../../src/access/members.ts'
import { whoIs } from '../../src/access/who.ts'
import { makeWorkspace } from '../../src/access/workspaces.ts'
import { type Action, type Caller, type House, perform } from '../../src/action.ts'
import type { Role } from '../../src/role.ts'
import { openHouse } from '../../src/serve/house.ts'
import { createApp } from '../../src/serve/http/app.ts'
import { listen } from '../../src/serve/http/listen.ts'
import { startLink } from '../../src/serve/http/session.ts'
import type { Id } from '../../src/store/ids.ts'
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
  /** A firm of its own beside it, with its owner and whoever is named by their role. */
  firm(people: Readonly<Record<string, Role>>): Promise<WebFirm>
  close(): Promise<void>
}

export type WebFirm = {
  /** A link by which one of them signs in, by their name. */
  link(name: string): Promise<string>
  /** What one of them does at another door. */
  ask<Input extends z.ZodObject, Output extends z.ZodType>(
    name: string,
    capability: Action<Input, Output>,
    input: z.input<Input>,
  ): Promise<z.output<Output>>
}

async function makeFirm(
  house: House,
  address: string,
  people: Readonly<Record<string, Role>>,
): Promise<WebFirm> {
  const given = { name: 'Quill Search', kind: 'firm', owner: 'owner@quill.example' } as const
  const { workspace, member } = await makeWorkspace(house, given)
  const callerOf = async (member: string): Promise<Caller> => ({
    ...(await whoIs(house.store.owner, workspace, member as Id<'member'>))!,
    door: 'http',
  })
  const owner = await callerOf(member)
  const members = new Map([['owner', member]])
  for (const [name, role] of Object.entries(people)) {
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@quill.example`
    members.set(name, (await perform(house, memberAdd, { email, name, role }, owner)).member)
  }
  return {
    link: async (name) =>
      address + (await perform(house, memberLink, { member: members.get(name)! }, owner)).path,
    ask: async (name, capability, input) =>
      perform(house, capability, input, await callerOf(members.get(name)!)),
  }
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
    firm: (people) => makeFirm(house, listening.address, people),
    close: async () => {
      app.close()
      await listening.close()
      await house.close()
      await database.drop()
      await rm(data, { recursive: true, force: true })
    },
  }
}
