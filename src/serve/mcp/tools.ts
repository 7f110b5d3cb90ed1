import type { Tool } from '@modelcontextprotocol/server'
import type { Action } from '../../action.ts'
import { capabilities } from '../../capabilities.ts'
import { type JsonSchema, jsonSchema } from '../fields.ts'

/** The capabilities that assistants are offered. */
export const offered: readonly Action[] = (capabilities as readonly Action[]).filter(
  (one) => !one.except?.mcp,
)

/** `invitation.worth` -> `invitation_worth`: dots are not allowed in the name of a tool. */
export const toolName = (name: string): string => name.replace('.', '_')

/** The tools that are listed: those that write only when they are allowed to. */
export const toolsFor = ({ write }: { write: boolean }): Tool[] =>
  offered.filter((one) => write || one.kind === 'read').map(toolOf)

function toolOf(declared: Action): Tool {
  const input = jsonSchema(declared.input, 'input')
  return {
    name: toolName(declared.name),
    description: declared.says,
    inputSchema: (declared.files ? withFiles(input, declared.files.says) : input) as Tool['inputSchema'],
    outputSchema: jsonSchema(declared.output, 'output') as Tool['outputSchema'],
    annotations: { readOnlyHint: declared.kind === 'read', openWorldHint: false },
  }
}

/** Inline content, never a path: the assistant may be on another machine. */
function withFiles(schema: JsonSchema, says: string): JsonSchema {
  const fields = {
    name: { type: 'string' },
    text: { type: 'string' },
    base64: { type: 'string', contentEncoding: 'base64' },
  }
  const file = { type: 'object', properties: fields, required: ['name'], additionalProperties: false }
  const files = { type: 'array', description: `${says} Each with text or base64.`, items: file, minItems: 1 }
  const required = [...((schema.required as string[] | undefined) ?? []), 'files']
  return { ...schema, properties: { ...schema.properties, files }, required }
}
