// Makes a checkout runnable: installs when package-lock.json changed, builds when the sources changed. Needs
// nothing but Node and npm; `bin/acquaint`, `npm start`, `npm test` and `npm run build` all come through here.
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withLock } from './lib/lock.mjs'
import { npm, run } from './lib/run.mjs'
import { say, sentenceOf, since, Trouble } from './lib/say.mjs'
import { filesUnder, isFresh, stampOf, writeIfAllowed, writeStamp } from './lib/stamp.mjs'

export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..')

const LOCKFILE = ['package-lock.json']
const BUILT_FROM = [
  'src',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'scripts/build.mjs',
  'scripts/kernel.mjs',
  ...LOCKFILE,
]
const PLATFORM = `${process.platform}-${process.arch}`

/**
 * Brings node_modules and dist up to date; does nothing, in some milliseconds, when they are. A published package
 * has no sources: nothing to do. Throws a Trouble (one sentence) when npm is missing or a step fails.
 * @param {{ root?: string, rebuild?: boolean }} options rebuild: build even when nothing changed
 */
export async function prepare({ root = projectRoot, rebuild = false } = {}) {
  if (!existsSync(join(root, 'src'))) return
  if (isInstalled(root) && isBuilt(root) && !rebuild) return
  const waiting = (pid) => say(`Another acquaint (process ${pid}) is preparing this folder: waiting for it.`)
  await withLock(lockIn(root), waiting, async (alsoHeldBy) => {
    if (!isInstalled(root)) await install(root, alsoHeldBy)
    if (rebuild || !isBuilt(root)) await build(root, alsoHeldBy)
  })
}

function lockIn(root) {
  const folder = join(root, '.cache')
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch {
    throw new Trouble(`${root} must be installed or built anew, and this user may not write to it.`)
  }
  return join(folder, 'prepare.lock')
}

const installStamp = (root) => join(root, 'node_modules', '.acquaint-install')

function isInstalled(root) {
  const stamp = installStamp(root)
  if (isFresh(stamp, root, LOCKFILE, PLATFORM)) return true
  if (!holdsLockedVersions(root)) return false
  writeIfAllowed(stamp, stampOf(root, LOCKFILE, PLATFORM))
  return true
}

// Somebody who ran `npm install` by hand need not install again: npm leaves a list of what it put there.
function holdsLockedVersions(root) {
  const locked = packagesIn(join(root, 'package-lock.json'))
  const installed = packagesIn(join(root, 'node_modules', '.package-lock.json'))
  if (!locked || !installed) return false
  return Object.entries(locked).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed[path]
    return found ? found.version === wanted.version : isForAnotherPlatform(wanted)
  })
}

// What another platform's package needs is optional without naming a platform itself.
function isForAnotherPlatform({ optional, os, cpu, libc }) {
  if (!optional) return false
  if (!os && !cpu) return true
  const fits = (list, own) => !list || list.includes(own)
  return libc !== undefined || !fits(os, process.platform) || !fits(cpu, process.arch)
}

function packagesIn(lockfile) {
  try {
    return JSON.parse(readFileSync(lockfile, 'utf8')).packages
  } catch {
    return undefined
  }
}

async function install(root, alsoHeldBy) {
  const start = performance.now()
  say('Installing dependencies (only when package-lock.json has changed) ...')
  if ((await npm(root, ['ci', '--include=dev'], alsoHeldBy)) !== 0) {
    say('npm ci did not succeed; trying npm install ...')
    if ((await npm(root, ['install', '--include=dev'], alsoHeldBy)) !== 0) {
      throw new Trouble('the dependencies could not be installed: npm says why above.')
    }
  }
  writeStamp(installStamp(root), stampOf(root, LOCKFILE, PLATFORM))
  say(`Installed in ${since(start)}.`)
}

const isNoTest = (file) => !/\.test\.tsx?$/.test(file)
const sourcesOf = (root) => filesUnder(root, BUILT_FROM, isNoTest)

function isBuilt(root) {
  return isFresh(join(root, 'dist', '.built'), root, sourcesOf(root))
}

// Built aside and moved into place, so that a build that fails leaves the old one whole. The stamp is taken
// before: a file that is edited while the build runs makes the next start build again.
async function build(root, onStart) {
  const start = performance.now()
  say('Building (only when the sources have changed) ...')
  const stamp = stampOf(root, sourcesOf(root))
  const fresh = join(root, '.cache', 'dist-new')
  rmSync(fresh, { recursive: true, force: true })
  const script = join(root, 'scripts', 'build.mjs')
  if ((await run(process.execPath, [script, fresh], { cwd: root, onStart })) !== 0) {
    throw new Trouble('the build failed: its messages are above.')
  }
  writeStamp(join(fresh, '.built'), stamp)
  moveIntoPlace(fresh, join(root, 'dist'), join(root, '.cache', 'dist-old'))
  say(`Built in ${since(start)}.`)
}

function moveIntoPlace(fresh, place, old) {
  mkdirSync(dirname(old), { recursive: true })
  rmSync(old, { recursive: true, force: true })
  if (existsSync(place)) renameSync(place, old)
  renameSync(fresh, place)
  rmSync(old, { recursive: true, force: true })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await prepare({ rebuild: process.argv.includes('--rebuild') })
  } catch (error) {
    say(`acquaint: ${sentenceOf(error)}`)
    process.exitCode = 1
  }
}
