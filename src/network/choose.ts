/** Which kernel answers: the compiled one where there is one. */
import type { Kernel } from './kernel.ts'
import { plainKernel } from './plain.ts'
import type { Space } from './space.ts'
import type { NetworkInput } from './types.ts'
import { compiledKernel, wasmKernel } from './wasm.ts'

/** @throws Error when the compiled kernel is wanted and there is none */
export function chooseKernel(space: Space, wanted: NetworkInput['kernel']): Kernel {
  const compiled = wanted === 'typescript' ? null : compiledKernel()
  if (compiled) return wasmKernel(space, compiled)
  if (wanted === 'wasm') throw new Error('the compiled kernel is not there: npm run build makes it')
  return plainKernel(space)
}
