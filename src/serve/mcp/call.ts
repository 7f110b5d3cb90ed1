import type { CallToolResult } from '@modelcontextprotocol/server'
import { z } from 'zod'
import type { GivenFile } from '../../action.ts'
import { ask } from '../ask.ts'
import type { Way } from '../way.ts'
import { offered, toolName } from './tools.ts'

type Call = {
  name: string
  given: Record<string, unknown>
  workspace: string | undefined
  token: string | undefined
  write: boolean
}

/** Calls one tool; what goes wrong is the tool's answer, so that the assistant can read and mend it. */
export async function callTool(way: Way, call: Call): Promise<CallToolResult> {
  try {
    const answer = await answerOf(way, call)
    return { content: [{ type: 'text', text: JSON.stringify(answer) }], structuredContent: answer }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return { isError: true, content: [{ type: 'text', text }] }
  }
}

async function answerOf(
  way: Way,
  { name, given, workspace, token, write }: Call,
): Promise<Record<string, unknown>> {
  const declared = offered.find((one) => toolName(one.name) === name)
  if (!declared) throw new Error(`There is no tool ${name}.`)
  if (declared.kind === 'write' && !write) {
    throw new Error(
      `${name} changes something, and this assistant may only read: start it with \`acquaint mcp --write\` to allow it.`,
    )
  }
  if (!declared.files) return ask(way, declared, given, { door: 'mcp', workspace, token })
  const { files, ...input } = given
  return ask(way, declared, input, { door: 'mcp', workspace, token, files: givenFiles(files) })
}

const inline = z.array(
  z.object({ name: z.string(), text: z.string().optional(), base64: z.base64().optional() }).strict(),
)

function givenFiles(files: unknown): GivenFile[] {
  const parsed = inline.safeParse(files)
  if (!parsed.success) throw new Error('files: each is { name, text } or { name, base64 }.')
  return parsed.data.map(({ name, text, base64 }) => ({
    name,
    bytes: new Uint8Array(
      base64 === undefined ? Buffer.from(text ?? '', 'utf8') : Buffer.from(base64, 'base64'),
    ),
  }))
}
