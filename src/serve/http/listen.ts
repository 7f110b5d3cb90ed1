import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { App } from './app.ts'

export type Listening = { address: string; close(): Promise<void> }

/**
 * Serves on 127.0.0.1; port 0 takes any that is free.
 * @throws Error with a sentence when the port is taken or not allowed.
 */
export async function listen(app: App, port: number): Promise<Listening> {
  const server = createAdaptorServer({ fetch: (request) => app.fetch(request) })
  await new Promise<void>((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      failed(new Error(whyNot(error, port), { cause: error })),
    )
    server.listen(port, '127.0.0.1', done)
  })
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = new Promise((done) => server.close(done))
      if ('closeAllConnections' in server) server.closeAllConnections()
      await closed
    },
  }
}

function whyNot({ code, message }: NodeJS.ErrnoException, port: number): string {
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program: choose another with --port.`
  if (code === 'EACCES') return `Port ${port} may not be used by this user: choose another with --port.`
  return `Port ${port} cannot be used: ${message}`
}
