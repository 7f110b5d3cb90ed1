// `npm run check`: everything that must hold before a commit is shared. Each step runs, whatever the others said.
import { spawnSync } from 'node:child_process'
import { say, sentenceOf, since } from './lib/say.mjs'
import { prepare, projectRoot } from './prepare.mjs'

const stdio = ['ignore', 'inherit', 'inherit']

// Scripts of package.json, so that each can be run alone.
const STEPS = ['types', 'lint', 'imports', 'deadcode', 'sizes', 'test']

async function main() {
  const start = performance.now()
  try {
    await prepare()
  } catch (error) {
    say(`npm run check: ${sentenceOf(error)}`)
    process.exit(1)
  }
  const results = STEPS.map(runStep)
  for (const { name, ok, took } of results) console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name}  ${took}`)
  const failed = results.filter(({ ok }) => !ok).length
  console.log(`${results.length - failed} of ${results.length} steps hold, in ${since(start)}`)
  process.exitCode = failed > 0 ? 1 : 0
}

function runStep(name) {
  const start = performance.now()
  console.log(`\n== ${name}`)
  const shell = process.platform === 'win32'
  const { status } = spawnSync('npm', ['run', '--silent', name], { cwd: projectRoot, stdio, shell })
  return { name, ok: status === 0, took: since(start) }
}

await main()
