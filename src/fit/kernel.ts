import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** What kernel/index.ts exports. Addresses are bytes; see there. */
export type Kernel = {
  addRows(
    table: number,
    scales: number,
    rows: number,
    n: number,
    nets: number,
    dim: number,
    by: number,
    out: number,
  ): void
  dot(a: number, b: number, n: number): number
  add(from: number, to: number, n: number, by: number): void
  times(w: number, bias: number, rows: number, cols: number, x: number, out: number): void
}

/** Where the model's numbers lie; `take` gives out what is free, once. */
export type Space = {
  kernel: Kernel
  f32(n: number): { at: number; list: Float32Array }
  bytes(n: number): { at: number; list: Uint8Array }
}

let compiled: WebAssembly.Module | undefined

/** Room for so many bytes, and the compiled loops that work in it. */
export function spaceOf(size: number): Space {
  compiled ??= new WebAssembly.Module(readFileSync(kernelFile()))
  const memory = new WebAssembly.Memory({ initial: Math.ceil((FIRST + size) / PAGE) })
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } })
  let free = FIRST
  const take = (bytes: number) => {
    const at = free
    free += Math.ceil(bytes / 16) * 16
    return at
  }
  return {
    kernel: exports as unknown as Kernel,
    f32: (n) => {
      const at = take(n * 4)
      return { at, list: new Float32Array(memory.buffer, at, n) }
    },
    bytes: (n) => {
      const at = take(n)
      return { at, list: new Uint8Array(memory.buffer, at, n) }
    },
  }
}

const PAGE = 65_536
/** What the compiler keeps for itself. */
const FIRST = 1024

/** Built, it lies beside this module; from sources, it is compiled first. */
function kernelFile(): string | URL {
  if (!import.meta.url.endsWith('.ts')) return new URL('./kernel.wasm', import.meta.url)
  const script = fileURLToPath(new URL('../../scripts/kernel.mjs', import.meta.url))
  return execFileSync(process.execPath, [script, 'fit'], { encoding: 'utf8' }).trim()
}
