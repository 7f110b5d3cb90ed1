// What `bin/acquaint` does: prepare the project if anything is missing or changed, then run it in this process.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { sentenceOf } from './lib/say.mjs'
import { prepare, projectRoot } from './prepare.mjs'

try {
  await prepare()
} catch (error) {
  process.stderr.write(`acquaint: ${sentenceOf(error)}\n`)
  process.exit(1)
}
await import(pathToFileURL(join(projectRoot, 'dist', 'serve', 'main.js')).href)
