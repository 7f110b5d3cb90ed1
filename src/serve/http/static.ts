import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context } from 'hono'
import type { AppEnv } from './env.ts'
import { answerProblem, httpProblem } from './problems.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
}
const SMALLER_WHEN_ZIPPED = /text|json|svg/

type Kept = {
  bytes: Uint8Array<ArrayBuffer>
  zipped: Uint8Array<ArrayBuffer> | null
  type: string
  tag: string
}

const zip = promisify(gzip)

/** The built web app: beside this program, or in dist when the sources run. */
export function builtWeb(): string {
  const isSource = import.meta.url.endsWith('.ts')
  return fileURLToPath(new URL(isSource ? '../../../dist/web/' : '../../web/', import.meta.url))
}

/** Answers files below a folder, read and compressed once. */
export function filesBelow(root: string) {
  const kept = new Map<string, Promise<Kept | null>>()
  return async (c: Context<AppEnv>, path: string, cache: string): Promise<Response | null> => {
    const place = placeOf(root, path)
    if (place === null) return null
    const found = kept.get(place) ?? keep(place)
    kept.set(place, found)
    const file = await found
    // What is not there today may be built tomorrow.
    if (file === null) kept.delete(place)
    return file === null ? null : answerFile(c, file, cache)
  }
}

function placeOf(root: string, path: string): string | null {
  const decoded = safely(() => decodeURIComponent(path))
  if (decoded === null || decoded.includes('\0')) return null
  const place = normalize(join(root, decoded))
  return place.startsWith(root.endsWith(sep) ? root : root + sep) ? place : null
}

function safely<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}

async function keep(place: string): Promise<Kept | null> {
  const bytes = await readFile(place).catch(() => null)
  if (bytes === null) return null
  const type = TYPES[extname(place)] ?? 'application/octet-stream'
  const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  const zipped = SMALLER_WHEN_ZIPPED.test(type) ? new Uint8Array(await zip(bytes)) : null
  return { bytes: new Uint8Array(bytes), zipped, type, tag }
}

function answerFile(c: Context<AppEnv>, file: Kept, cache: string): Response {
  c.header('ETag', file.tag)
  c.header('Cache-Control', cache)
  c.header('Vary', 'Accept-Encoding')
  if (c.req.header('if-none-match')?.includes(file.tag)) return c.body(null, 304)
  c.header('Content-Type', file.type)
  if (file.zipped === null || !c.req.header('accept-encoding')?.includes('gzip')) return c.body(file.bytes)
  c.header('Content-Encoding', 'gzip')
  return c.body(file.zipped)
}

const FOREVER = 'public, max-age=31536000, immutable'

/** The web app's files; every path without a file name is one of its screens. */
export function webApp(root = builtWeb()) {
  const file = filesBelow(root)
  return async (c: Context<AppEnv>): Promise<Response> => {
    const path = new URL(c.req.url).pathname
    // Vite names what lies in assets/ by its content.
    const found =
      path === '/' ? null : await file(c, path, path.startsWith('/assets/') ? FOREVER : 'no-cache')
    if (found !== null) return found
    if (extname(path) !== '')
      return answerProblem(c, httpProblem(404, 'not found', `There is no file ${path}.`))
    return (await file(c, '/index.html', 'no-cache')) ?? answerProblem(c, notBuilt)
  }
}

const notBuilt = httpProblem(503, 'not built', 'The web app has not been built: run `npm run build`.')
