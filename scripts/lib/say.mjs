/** Something the user can be told in one sentence; anything else is a defect and keeps its stack. */
export class Trouble extends Error {}

/** Progress goes to standard error only: standard output belongs to `--json` and to MCP. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** The sentence of a Trouble or of a refused file operation, the whole stack of anything else. */
export function sentenceOf(error) {
  if (error instanceof Trouble) return error.message
  if (error?.code && error.path) return `${error.path}: ${error.message}`
  return error?.stack ?? String(error)
}

/** "1.2 s" since a moment of performance.now(). */
export function since(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`
}
