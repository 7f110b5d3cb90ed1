import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fetchPage, isInside } from './fetch-page.ts'

let server: Server
let base: string
const ours = (host: string) => base.endsWith(host)

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/jobs') return response.end('<p>openings</p>')
    if (request.url === '/moved') return response.writeHead(302, { location: '/jobs' }).end()
    if (request.url === '/loop') return response.writeHead(302, { location: '/loop' }).end()
    if (request.url === '/inside') return response.writeHead(302, { location: 'http://10.0.0.1/' }).end()
    if (request.url === '/huge') return response.end(Buffer.alloc(21 * 2 ** 20))
    return response.writeHead(404).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => new Promise((done) => server.close(done)))

describe("addresses inside one's own network", () => {
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '192.168.0.1',
    '172.16.5.5',
    '169.254.169.254',
    '0.0.0.0',
    '::1',
    'fd00::1',
    'fe80::1',
    '::ffff:127.0.0.1',
    '100.64.0.1',
    '224.0.0.1',
    'no address',
  ])('%s is one', (address) => expect(isInside(address)).toBe(true))
  test.each(['93.184.216.34', '172.32.0.1', '2606:2800:220:1::1', '::ffff:93.184.216.34'])(
    '%s is none',
    (address) => expect(isInside(address)).toBe(false),
  )
})

describe('a page', () => {
  test('is fetched, through a redirect too', async () => {
    expect(Buffer.from((await fetchPage(`${base}/jobs`, ours)).bytes).toString()).toBe('<p>openings</p>')
    expect((await fetchPage(`${base}/moved`, ours)).url).toBe(`${base}/jobs`)
  })

  test('on the own machine or network is refused, at the first step and at a later one', async () => {
    await expect(fetchPage(`${base}/jobs`)).rejects.toThrow('inside your own network')
    await expect(fetchPage('http://localhost:1/')).rejects.toThrow('inside your own network')
    await expect(fetchPage('http://[::1]:1/')).rejects.toThrow('inside your own network')
    await expect(fetchPage(`${base}/inside`, ours)).rejects.toThrow('10.0.0.1 is inside your own network')
  })

  test('that is not there, moves in circles or is too large says so', async () => {
    await expect(fetchPage(`${base}/nothing`, ours)).rejects.toThrow('(404)')
    await expect(fetchPage(`${base}/loop`, ours)).rejects.toThrow('without end')
    await expect(fetchPage(`${base}/huge`, ours)).rejects.toThrow('larger than 20 MB')
  })

  test('has a web address', async () => {
    await expect(fetchPage('file:///etc/passwd', ours)).rejects.toThrow('no web address')
    await expect(fetchPage('jobs', ours)).rejects.toThrow('no web address')
    await expect(fetchPage('http://nowhere.invalid/', ours)).rejects.toThrow('There is no host')
  })
})
