import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Trouble } from './say.mjs'

/**
 * Runs a command with its standard output sent to our standard error; answers its exit code.
 * @param {{ cwd?: string, env?: object, onStart?: (pid: number) => void }} options
 */
export function run(command, args, { onStart, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 2, 2], ...options })
    if (child.pid) onStart?.(child.pid)
    child.once('error', reject)
    child.once('close', (code, signal) => resolve(signal ? 1 : code))
  })
}

/** Runs npm in a folder; answers its exit code. Throws a Trouble when there is no npm. */
export async function npm(root, args, onStart) {
  const script = npmScript()
  const [command, first] = script ? [process.execPath, [script]] : ['npm', []]
  try {
    return await run(command, [...first, ...args, '--prefix', root, '--no-update-notifier'], {
      cwd: root,
      onStart,
    })
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
    throw new Trouble('npm is not there: install it with Node.js (https://nodejs.org), then run this again.')
  }
}

// npm's own script, run with the Node that runs us: on Windows `npm` is a batch file that cannot be spawned.
function npmScript() {
  const beside = dirname(process.execPath)
  const candidates = [
    process.env.npm_execpath ?? '',
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ]
  return candidates.find((path) => path.endsWith('npm-cli.js') && existsSync(path))
}
