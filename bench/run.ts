// `npm run bench -- [NAME ...]`: measures what is named, or all; prints tables and writes bench/results/<name>.json.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { step } from './lib/progress.ts'
import { publish, type Report, ROOT } from './lib/report.ts'

const BENCHES: Record<string, () => Promise<{ bench(): Promise<Report> }>> = {
  network: () => import('./network.ts'),
  intake: () => import('./intake.ts'),
  lists: () => import('./lists.ts'),
  worth: () => import('./worth.ts'),
  follow: () => import('./follow.ts'),
  start: () => import('./start.ts'),
  fit: () => import('./fit.ts'),
  web: () => import('./web.ts'),
  search: () => import('./search.ts'),
  identity: () => import('./identity.ts'),
  desk: () => import('./desk.ts'),
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(BENCHES, name))
if (unknown.length > 0) {
  console.error(
    `There is no measurement ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}.`,
  )
  process.exit(2)
}

// What is measured is what is built.
execFileSync(process.execPath, [join(ROOT, 'scripts', 'prepare.mjs')], { stdio: 'inherit' })
for (const name of asked.length > 0 ? asked : Object.keys(BENCHES)) {
  step(`measuring: ${name}`)
  const { bench } = await BENCHES[name]!()
  publish(name, await bench())
}
