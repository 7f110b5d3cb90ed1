/** Says on standard error what is being measured, with the seconds since the start. */
export function step(says: string): void {
  process.stderr.write(`[${(performance.now() / 1000).toFixed(1).padStart(6)} s] ${says}\n`)
}
