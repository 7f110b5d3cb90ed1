import type { Action, GivenFile } from '../../action.ts'
import { capabilities } from '../../capabilities.ts'
import { defaultDataFolder } from '../../store/folder.ts'
import { ask, askPath } from '../ask.ts'
import { findWay } from '../way.ts'
import type { Global } from './arguments.ts'
import { openBar } from './bar.ts'

/** What a command has in hand: questions to the house, in the folder and the workspace that were named. */
export type Session = {
  ask(name: string, input: Record<string, unknown>, files?: GivenFile[]): Promise<Record<string, unknown>>
  askPath(method: 'GET' | 'POST', path: string): Promise<Record<string, unknown>>
}

/** The capabilities that the command line offers. */
export const offered: readonly Action[] = (capabilities as readonly Action[]).filter(
  (one) => !one.except?.cli,
)

export const dataOf = ({ data }: Pick<Global, 'data'>): string => data ?? defaultDataFolder()

/** Runs the work with a session, and lets go of the house whatever comes of it. */
export async function withSession<T>(global: Global, work: (session: Session) => Promise<T>): Promise<T> {
  const way = await findWay(dataOf(global))
  const asking = { door: 'cli', workspace: global.workspace, as: global.as } as const
  try {
    return await work({
      ask: async (name, input, files) => {
        const declared = offered.find((one) => one.name === name)!
        const bar = declared.progress ? openBar() : null
        try {
          return await ask(way, declared, input, { ...asking, files, progress: bar?.step })
        } finally {
          bar?.end()
        }
      },
      askPath: (method, path) => askPath(way, method, path, asking),
    })
  } finally {
    await way.close()
  }
}
