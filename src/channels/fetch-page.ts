import { lookup } from 'node:dns/promises'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { said } from '../language.ts'
import { Refusal, type RefusalCode } from '../refusal.ts'

// One page, fetched because the user clicked. Never an address inside the user's own network: a pasted link must not
// be a way to reach the router, the printer or a cloud's metadata.

const MOST_BYTES = 20 * 2 ** 20
const PATIENCE = 20_000
const MOST_REDIRECTS = 5

const inside = new BlockList()
for (const [net, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['224.0.0.0', 3],
  ] as const),
]) {
  inside.addSubnet(net, bits, 'ipv4')
}
for (const [net, bits] of [
  ['::', 128],
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  inside.addSubnet(net, bits, 'ipv6')
}

/** Whether an address lies inside one's own network or machine. IPv4 written as IPv6 counts as what it is. */
export function isInside(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  const plain = mapped ?? address
  const family = isIP(plain)
  return family === 0 || inside.check(plain, family === 4 ? 'ipv4' : 'ipv6')
}

export type Fetched = { url: string; bytes: Uint8Array }

/**
 * Fetches one page. `allow` lets addresses through that would be refused (tests have their server on loopback).
 * @throws Refusal with a sentence for the user: no such host, an address inside, too large, too slow, or the status.
 */
export async function fetchPage(
  address: string,
  allow: (address: string) => boolean = allowed,
): Promise<Fetched> {
  let url = address
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const target = await reachable(url, allow)
    const answer = await get(target)
    if ('bytes' in answer) return { url, bytes: answer.bytes }
    url = new URL(answer.location, url).href
  }
  throw new Refusal(
    'conflict',
    said({
      en: `${address} leads from one address to the next without end.`,
      de: `${address} führt ohne Ende von einer Adresse zur nächsten.`,
    }),
    'url',
  )
}

/** `ACQUAINT_FETCH_ALLOW=127.0.0.1:8080` lets one host and port through, for trying things out. */
const allowed = (address: string): boolean =>
  (process.env.ACQUAINT_FETCH_ALLOW ?? '').split(',').filter(Boolean).includes(address)

/**
 * `ACQUAINT_FETCH_MIRROR=http://127.0.0.1:8080` asks that server instead of every other, at /HOST/PATH: a recording to
 * try things out with, or the one way out of a closed network.
 */
function mirrored(url: URL): URL | null {
  const mirror = process.env.ACQUAINT_FETCH_MIRROR
  return mirror ? new URL(`/${url.host}${url.pathname}${url.search}`, mirror) : null
}

type Target = { url: URL; ip: string }

async function reachable(text: string, allow: (address: string) => boolean): Promise<Target> {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new Refusal(
      'invalid-input',
      said({ en: `"${text}" is no web address.`, de: `„${text}“ ist keine Webadresse.` }),
      'url',
    )
  }
  const mirror = mirrored(url)
  if (mirror !== null) return { url: mirror, ip: (await addressesOf(mirror.hostname))[0]!.address }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const found = isIP(host) ? [{ address: host }] : await addressesOf(host)
  // Every address is looked at, and the one that was looked at is the one that is called.
  if (!allow(url.host) && found.some(({ address }) => isInside(address))) {
    throw new Refusal(
      'forbidden',
      said({
        en: `${url.host} is inside your own network; such addresses are not fetched.`,
        de: `${url.host} liegt in Ihrem eigenen Netz; solche Adressen werden nicht abgerufen.`,
      }),
      'url',
    )
  }
  return { url, ip: found[0]!.address }
}

async function addressesOf(host: string) {
  try {
    return await lookup(host, { all: true, verbatim: true })
  } catch {
    throw new Refusal(
      'not-found',
      said({
        en: `There is no host ${host}, or no way to it from here.`,
        de: `Den Rechner ${host} gibt es nicht, oder von hier führt kein Weg dorthin.`,
      }),
      'url',
    )
  }
}

type Answer = { bytes: Uint8Array } | { location: string }

function get({ url, ip }: Target): Promise<Answer> {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  const headers = {
    accept: 'text/html, application/json',
    'user-agent': "Acquaint (fetched on its user's click)",
  }
  return new Promise((resolve, reject) => {
    const fail = (sentence: string, code: RefusalCode = 'conflict') =>
      reject(new Refusal(code, sentence, 'url'))
    const call = send(url, { headers, timeout: PATIENCE, lookup: pinned(ip) }, (response) => {
      const { statusCode = 0, headers: answered } = response
      if (statusCode >= 300 && statusCode < 400 && answered.location) {
        response.resume()
        resolve({ location: answered.location })
        return
      }
      if (statusCode !== 200) {
        response.resume()
        if (statusCode === 404) fail(noPage(url.href), 'not-found')
        else
          fail(
            said({ en: `${url.host} answered ${statusCode}.`, de: `${url.host} antwortete ${statusCode}.` }),
          )
        return
      }
      collect(response, url).then((bytes) => resolve({ bytes }), reject)
    })
    call.on('timeout', () => call.destroy(new Error('too slow')))
    call.on('error', (error) => fail(unreachable(url.host, error.message)))
    call.end()
  })
}

/** The host's name is not looked up a second time: the answer could be another one by then. */
const pinned =
  (ip: string): LookupFunction =>
  (_, options, done) =>
    options.all ? done(null, [{ address: ip, family: isIP(ip) }]) : done(null, ip, isIP(ip))

async function collect(response: AsyncIterable<Buffer>, url: URL): Promise<Uint8Array> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of response) {
    size += part.length
    if (size > MOST_BYTES) throw new Refusal('too-large', tooLarge(url.href), 'url')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

const noPage = (address: string): string =>
  said({ en: `There is no page at ${address} (404).`, de: `Unter ${address} gibt es keine Seite (404).` })
const tooLarge = (address: string): string =>
  said({ en: `${address} is larger than 20 MB.`, de: `${address} ist größer als 20 MB.` })
const unreachable = (host: string, why: string): string =>
  said({ en: `${host} could not be reached: ${why}.`, de: `${host} ist nicht erreichbar: ${why}.` })
