// Builds the project into the folder given (default dist): `src/**.ts` file by file to `<out>/**.js`, every other
// file of src to the same place below <out>, and the web app to `<out>/web`. File by file, so that
// `new URL('./schema/', import.meta.url)` means the same in src and in dist.
import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { build as buildModules } from 'tsdown'
import { build as buildWeb } from 'vite'
import { filesUnder } from './lib/stamp.mjs'

const root = resolve(import.meta.dirname, '..')
const out = resolve(root, process.argv[2] ?? 'dist')

const isThere = (name) => existsSync(join(root, 'src', `${name}.ts`))
const ENTRIES = ['serve/main', 'network/worker', 'network/index', 'fit/index'].filter(isThere)
const PUBLISHED_TYPES = ['network/index', 'fit/index'].filter(isThere)

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
const web = () =>
  buildWeb({
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: join(out, 'web'), emptyOutDir: true },
  })

const parts = []
if (ENTRIES.length > 0) parts.push(modules())
if (PUBLISHED_TYPES.length > 0) parts.push(types())
if (existsSync(join(root, 'src', 'web', 'index.html'))) parts.push(web())
await Promise.all(parts)
copyAssets()
