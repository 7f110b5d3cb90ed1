// `npm run check`: everything that must hold before a commit is shared. Each step runs, whatever the others said.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { say, sentenceOf, since } from './lib/say.mjs'
import { prepare, projectRoot } from './prepare.mjs'

const tool = (name) => join('node_modules', '.bin', name)

const STEPS = [
  ['types', tool('tsc'), '-p', '.', '--noEmit'],
  ['lint and format', tool('biome'), 'check', '.'],
  ['import rule and its canary', tool('tsx'), 'scripts/imports.ts'],
  ['dead code', tool('knip')],
  ['sizes', tool('tsx'), 'scripts/sizes.ts'],
  ['tests', process.execPath, 'scripts/test.mjs'],
]

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

function runStep([name, command, ...args]) {
  const start = performance.now()
  console.log(`\n== ${name}`)
  const shell = process.platform === 'win32' && command !== process.execPath
  const { status } = spawnSync(command, args, {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell,
  })
  return { name, ok: status === 0, took: since(start) }
}

await main()
