// Builds the project into the folder given (default dist): `src/**.ts` file by file to `<out>/**.js`, every other
// file of src to the same place below <out>, and the web app to `<out>/web`. File by file, so that
// `new URL('./schema/', import.meta.url)` means the same in src and in dist.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { build as buildModules } from 'tsdown'
import { build as buildWeb } from 'vite'
import { compileKernel } from './kernel.mjs'
import { filesUnder } from './lib/stamp.mjs'

// Whoever asks for the build, a test for one: what is shipped is the production build.
process.env.NODE_ENV = 'production'

const root = resolve(import.meta.dirname, '..')
const out = resolve(root, process.argv[2] ?? 'dist')

const ENTRIES = ['serve/main', 'network/worker', 'network/index', 'fit/index']
const PUBLISHED_TYPES = ['network/index', 'fit/index']

const shared = {
  config: false,
  cwd: root,
  root: join(root, 'src'),
  outDir: out,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  fixedExtension: false,
  unbundle: true,
  clean: false,
  logLevel: 'warn',
  report: false,
  checks: { pluginTimings: false },
  deps: { skipNodeModulesBundle: true },
}

const entries = (names) => Object.fromEntries(names.map((name) => [name, `src/${name}.ts`]))

function copyAssets() {
  const isAsset = (file) => !/\.tsx?$/.test(file) && !file.startsWith('src/web/')
  for (const file of filesUnder(root, ['src'], isAsset)) {
    const target = join(out, file.slice('src/'.length))
    mkdirSync(dirname(target), { recursive: true })
    cpSync(join(root, file), target)
  }
}

const modules = () => buildModules({ ...shared, entry: entries(ENTRIES), dts: false })
const types = () => buildModules({ ...shared, entry: entries(PUBLISHED_TYPES), dts: { emitDtsOnly: true } })
const hasWeb = existsSync(join(root, 'src', 'web', 'index.html'))
const web = () =>
  buildWeb({
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: join(out, 'web'), emptyOutDir: true },
  })

/** Tells the service worker which files the app is made of, and a version that changes with any of them. */
function fillServiceWorker() {
  const folder = join(out, 'web')
  const isOfApp = (file) => !/(^|\/)(sw\.js|index\.html)$/.test(file)
  const files = filesUnder(folder, ['.'], isOfApp).map((file) => `/${file.replace(/^\.\//, '')}`)
  const hash = createHash('sha256')
  for (const file of [...files, '/index.html']) hash.update(file).update(readFileSync(join(folder, file)))
  const worker = join(folder, 'sw.js')
  const text = readFileSync(worker, 'utf8')
    .replace('__VERSION__', hash.digest('base64url').slice(0, 12))
    .replace('__FILES__', files.join(' '))
  writeFileSync(worker, text)
}

// one after the other: the compiler is one for all
async function kernels() {
  for (const name of ['network', 'fit']) await compileKernel(name, join(out, name, 'kernel.wasm'))
}

await Promise.all([modules(), types(), kernels(), hasWeb && web()])
copyAssets()
if (hasWeb) fillServiceWorker()
