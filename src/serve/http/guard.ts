import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { AppEnv } from './env.ts'
import { answerProblem, httpProblem } from './problems.ts'

/**
 * The browser's own walls. Scripts come from here alone; Mantine and Swagger UI set styles from script, which is
 * why styles may be inline.
 */
export const walls = (): MiddlewareHandler<AppEnv> =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      workerSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    // Over plain HTTP on one's own machine the header means nothing; behind a proxy it is the proxy's word.
    strictTransportSecurity: false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [] },
  })

const OWN_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Lets only requests in that were addressed to this server by its own name (a page that rebinds its DNS name to
 * 127.0.0.1 is not), and only writes that come from its own pages.
 */
export function addressedToUs(ours: URL | null): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (c.env?.local) return next()
    const host = c.req.header('host') ?? ''
    if (!isOurs(host, ours)) {
      return answerProblem(
        c,
        httpProblem(421, 'foreign host', `This server is not called ${host || 'nothing'}.`),
      )
    }
    if (isWrite(c.req.method) && !fromOwnPage(c.req.raw.headers, host, ours)) {
      return answerProblem(c, httpProblem(403, 'foreign origin', 'Another site may not write here.'))
    }
    return next()
  }
}

function isOurs(host: string, ours: URL | null): boolean {
  if (ours !== null && host === ours.host) return true
  return OWN_NAMES.has(host.replace(/:\d+$/, ''))
}

const isWrite = (method: string): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(method)

/** Browsers send the origin with every write; programs that are no browser send none and hold no cookie by accident. */
function fromOwnPage(headers: Headers, host: string, ours: URL | null): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return false
  const origin = headers.get('origin')
  return origin === null || origin === `http://${host}` || origin === ours?.origin
}
