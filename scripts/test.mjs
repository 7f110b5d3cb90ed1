// `npm test`: installs and builds what is missing, finds or installs a browser, runs all tests (or those that the
// arguments name). The last line is always `N passed, N failed, N skipped`, also when nothing could be run.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { findOrInstallBrowser } from './lib/browser.mjs'
import { say, sentenceOf } from './lib/say.mjs'
import { prepare, projectRoot } from './prepare.mjs'

const CLOSING = /^\d+ passed, \d+ failed, \d+ skipped$/
const NOTHING_RAN = '0 passed, 1 failed, 0 skipped'

async function main() {
  try {
    await prepare()
    process.exitCode = await runTests(await findOrInstallBrowser())
  } catch (error) {
    say(`npm test: ${sentenceOf(error)}`)
    console.log(NOTHING_RAN)
    process.exitCode = 1
  }
}

function runTests(chromium) {
  const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs')
  const child = spawn(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
    cwd: projectRoot,
    env: { ...process.env, CHROMIUM: chromium },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    const closing = passOn(child.stdout)
    child.once('close', async (code) => {
      console.log(honest(await closing, code))
      resolve(code ?? 1)
    })
  })
}

// Whatever vitest counts as a failed run, such as one that found no test, reads as one here too.
function honest(closing, code) {
  return code === 0 ? closing : closing.replace(' 0 failed', ' 1 failed')
}

// Holds the closing line back while everything else passes through, so that nothing can come after it.
async function passOn(stream) {
  let closing = NOTHING_RAN
  for await (const line of createInterface({ input: stream })) {
    if (CLOSING.test(line)) closing = line
    else console.log(line)
  }
  return closing
}

await main()
