// Compiles the engine's kernel (src/network/kernel, AssemblyScript) to WebAssembly, when its sources changed, and
// prints where it lies: .cache/kernel, or a file that the argument names.
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { filesUnder } from './lib/stamp.mjs'

const root = resolve(import.meta.dirname, '..')
const ENTRY = 'src/network/kernel/index.ts'
const FLAGS =
  '-O3 --converge --noAssert --runtime stub --importMemory --sharedMemory --initialMemory 1 ' +
  '--maximumMemory 65536 --enable simd --enable threads --enable bulk-memory'

/**
 * Compiles the kernel, or finds it compiled from the same sources by the same compiler.
 * @param {string} [target] a file to copy it to
 * @returns {Promise<string>} where it lies
 */
export async function compileKernel(target) {
  const folder = join(root, '.cache', 'kernel')
  const compiled = join(folder, `${fingerprint()}.wasm`)
  if (!existsSync(compiled)) await compile(folder, compiled)
  if (!target) return compiled
  mkdirSync(dirname(target), { recursive: true })
  copyFileSync(compiled, target)
  return target
}

function fingerprint() {
  const hash = createHash('sha256').update(FLAGS)
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/assemblyscript/package.json'), 'utf8'))
  hash.update(version)
  for (const file of filesUnder(root, [dirname(ENTRY)]))
    hash.update(`\n${file}\n`).update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 16)
}

// Written aside and moved, so that nobody reads half a file and two at once do not mind each other.
async function compile(folder, compiled) {
  const { main } = await import('assemblyscript/asc')
  mkdirSync(folder, { recursive: true })
  const aside = join('.cache', 'kernel', `${process.pid}.wasm`)
  const { error, stderr } = await main([ENTRY, '--baseDir', root, '--outFile', aside, ...FLAGS.split(' ')])
  if (error) {
    rmSync(join(root, aside), { force: true })
    throw new Error(`the kernel does not compile: ${error.message}\n${stderr.toString()}`)
  }
  renameSync(join(root, aside), compiled)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await compileKernel(process.argv[2]))
