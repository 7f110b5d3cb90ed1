import { Server } from '@modelcontextprotocol/server'
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio'
import { version } from '../version.ts'
import { keepWay, type Way } from '../way.ts'
import { callTool } from './call.ts'
import { toolsFor } from './tools.ts'

export type McpOptions = {
  data: string
  workspace?: string | undefined
  token?: string | undefined
  write: boolean
}

const INSTRUCTIONS = `Acquaint shows what a meeting is worth beyond the job: whom one would meet and which doors they open.
Begin with invitation_list, then invitation_worth. Wherever an id is asked, an exact name that fits one record alone will do.`

/** An MCP server whose tools are the capabilities, asked along a way to the house. */
export function mcpServer(way: Way, { workspace, token, write }: Omit<McpOptions, 'data'>): Server {
  const server = new Server(
    { name: 'acquaint', version },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  )
  const tools = toolsFor({ write })
  server.setRequestHandler('tools/list', () => ({ tools }))
  server.setRequestHandler('tools/call', ({ params }) =>
    callTool(way, { name: params.name, given: params.arguments ?? {}, workspace, token, write }),
  )
  return server
}

/** Files come inline: a message may be long. In bytes. */
const LONGEST_MESSAGE = 256 * 1024 * 1024

/** Serves an assistant on standard input and output until it closes them. */
export async function serveMcp({ data, ...options }: McpOptions): Promise<void> {
  const way = await keepWay(data)
  const transport = new StdioServerTransport(process.stdin, process.stdout, {
    maxBufferSize: LONGEST_MESSAGE,
  })
  const handle = serveStdio(() => mcpServer(way, options), { transport })
  await new Promise<void>((over) => {
    process.stdin.once('close', over)
    process.stdin.once('end', over)
    process.once('SIGINT', () => over())
    process.once('SIGTERM', () => over())
  })
  await handle.close()
  await way.close()
}
