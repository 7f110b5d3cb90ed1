import type { Global } from './arguments.ts'
import { render } from './render/index.ts'

/** An answer on standard output: with --json the object alone, else as people read it. */
export function print(
  global: Pick<Global, 'json'>,
  name: string,
  answer: Record<string, unknown>,
  input: Record<string, unknown> = {},
): void {
  process.stdout.write(
    global.json ? `${JSON.stringify(answer)}\n` : `${render(name, answer, input).trimEnd()}\n`,
  )
}
