// Compiles a kernel (src/network/kernel or src/fit/kernel, AssemblyScript) to WebAssembly, when its sources changed, and
// prints where it lies, in .cache/kernel. The argument says whose: `network` or `fit`.
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { filesUnder } from './lib/stamp.mjs'

const root = resolve(import.meta.dirname, '..')
const FLAGS = '-O3 --converge --noAssert --runtime stub --importMemory --initialMemory 1 --enable simd'
/** The engine's threads share their memory. */
const SHARED = '--sharedMemory --maximumMemory 65536 --enable threads --enable bulk-memory'
/** @type {Record<string, string>} */
const KERNELS = { network: `${FLAGS} ${SHARED}`, fit: FLAGS }

const entryOf = (/** @type {string} */ name) => `src/${name}/kernel/index.ts`

/**
 * Compiles a kernel, or finds it compiled from the same sources by the same compiler.
 * @param {string} name whose: `network` or `fit`
 * @param {string} [target] a file to copy it to
 * @returns {Promise<string>} where it lies
 */
export async function compileKernel(name, target) {
  const folder = join(root, '.cache', 'kernel')
  const compiled = join(folder, `${fingerprint(name)}.wasm`)
  if (!existsSync(compiled)) await compile(name, folder, compiled)
  if (!target) return compiled
  mkdirSync(dirname(target), { recursive: true })
  copyFileSync(compiled, target)
  return target
}

function fingerprint(name) {
  const hash = createHash('sha256').update(KERNELS[name])
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/assemblyscript/package.json'), 'utf8'))
  hash.update(version)
  for (const file of filesUnder(root, [dirname(entryOf(name))]))
    hash.update(`\n${file}\n`).update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 16)
}

// Written aside and moved, so that nobody reads half a file and two at once do not mind each other.
async function compile(name, folder, compiled) {
  const { main } = await import('assemblyscript/asc')
  mkdirSync(folder, { recursive: true })
  const aside = join('.cache', 'kernel', `${name}-${process.pid}.wasm`)
  const flags = ['--baseDir', root, '--outFile', aside, ...KERNELS[name].split(' ')]
  const { error, stderr } = await main([entryOf(name), ...flags])
  if (error) {
    rmSync(join(root, aside), { force: true })
    throw new Error(`the kernel of ${name} does not compile: ${error.message}\n${stderr.toString()}`)
  }
  renameSync(join(root, aside), compiled)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await compileKernel(process.argv[2]))
