// The browser that the tests drive: one that is named, or found, or installed, in this order.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { run } from './run.mjs'
import { say, Trouble } from './say.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe']
const PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The path of a Chromium; installs one if need be. Throws a Trouble that says what was tried. */
export async function findOrInstallBrowser() {
  if (process.env.CHROMIUM) return named(process.env.CHROMIUM)
  return installed() ?? playwrights() ?? (await fromDebian()) ?? (await fromPlaywright()) ?? none()
}

function named(path) {
  if (existsSync(path)) return path
  throw new Trouble(`CHROMIUM names ${path}, and there is no such file.`)
}

function installed() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...onPath, ...PLACES].find((path) => existsSync(path))
}

async function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined
  say('No browser found: installing chromium with apt-get (once) ...')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) => run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args], { env })
  await apt('update')
  if ((await apt('install', '-y', '--no-install-recommends', 'chromium')) !== 0) return undefined
  return installed()
}

const require = createRequire(import.meta.url)

function playwrights() {
  const path = require('playwright-core').chromium.executablePath()
  return existsSync(path) ? path : undefined
}

async function fromPlaywright() {
  say('No browser found: downloading one with playwright (once) ...')
  await run(process.execPath, [require.resolve('playwright-core/cli.js'), 'install', 'chromium'])
  return playwrights()
}

function none() {
  throw new Trouble(
    'the tests need a Chromium or Chrome: none is on the PATH and none could be installed. ' +
      'Install one, or name it in the environment: CHROMIUM=/path/to/chromium npm test',
  )
}
