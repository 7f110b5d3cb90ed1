import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { boardTokens } from '../intake/jobs/board-guess.ts'
import { openingList } from '../meeting/openings.ts'
import { testWalk, type Walk } from '../meeting/testing.ts'
import { boardFetch } from './board.ts'
import { boardGuess, boardLook } from './board-look.ts'

// Recorded answers on loopback stand in for the three boards.

const lever = [
  {
    id: 'a1',
    text: 'Data Engineer',
    categories: { location: 'Oslo', team: 'Data', commitment: 'Full-time' },
    hostedUrl: 'https://jobs.lever.co/cobalthealth/a1',
    createdAt: 1_780_000_000_000,
  },
]

const ANSWERS: Record<string, unknown> = {
  '/api.lever.co/v0/postings/cobalthealth?mode=json': lever,
  '/boards-api.greenhouse.io/v1/boards/cobalthealth/jobs?content=true': { jobs: [], meta: { total: 0 } },
}

let house: Walk
let server: Server
let asked: string[] = []
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url!)
    const answer = ANSWERS[request.url!]
    if (answer === undefined) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  process.env.ACQUAINT_FETCH_MIRROR = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  house = await testWalk()
})
afterAll(async () => {
  delete process.env.ACQUAINT_FETCH_MIRROR
  await house.close()
  await new Promise((done) => server.close(done))
})
beforeEach(async () => {
  asked = []
  await house.begin()
  await house.person('Ada Vance', ['Cobalt Health GmbH:2020'])
})

describe('an address of a board', () => {
  it.each([
    ['Cobalt Health GmbH', null, ['cobalthealth', 'cobalt-health']],
    ['Café & Söhne', 'www.cafe-soehne.example', ['cafesohne', 'cafe-sohne', 'cafe-soehne']],
    ['Initech', 'initech.example', ['initech']],
    ['株式会社', null, []],
  ])('is guessed from %s', (name, domain, tokens) => expect(boardTokens(name, domain)).toEqual(tokens))
})

describe("an organization's board", () => {
  it('is named before anybody is asked', async () => {
    const { addresses } = await house.ask(boardGuess, { organization: 'Cobalt Health' })
    expect(addresses).toContain('https://api.lever.co/v0/postings/cobalthealth?mode=json')
    expect(addresses).toHaveLength(6)
    expect(asked).toEqual([])
  })

  it('is found where it is, and nothing is written down by looking', async () => {
    const { addresses } = await house.ask(boardGuess, { organization: 'Cobalt Health' })
    const found = await house.ask(boardLook, { organization: 'Cobalt Health' })
    expect(found.asked.map(({ address }) => address)).toEqual(addresses)
    expect(found.asked.map(({ says }) => says)).toContain('no board')
    expect(found.boards).toEqual([
      {
        url: 'https://api.lever.co/v0/postings/cobalthealth?mode=json',
        openings: 1,
        titles: ['Data Engineer'],
        named: null,
      },
    ])
    expect((await house.ask(openingList)).total).toBe(0)
  })

  it('is written down for the organization it was looked for, not for a name made of its address', async () => {
    const { boards } = await house.ask(boardLook, { organization: 'Cobalt Health' })
    await house.ask(boardFetch, { url: boards[0]!.url, organization: 'Cobalt Health GmbH' })
    const { openings } = await house.ask(openingList)
    expect(openings.map(({ opening }) => opening.organization.name)).toEqual(['Cobalt Health GmbH'])
  })

  it('that is not there is an answer, not an error', async () => {
    await house.person('Ben Ito', ['Hooli:2020'])
    const found = await house.ask(boardLook, { organization: 'Hooli' })
    expect(found.boards).toEqual([])
    expect(new Set(found.asked.map(({ says }) => says))).toEqual(new Set(['no board']))
    await expect(house.ask(boardFetch, { url: 'https://jobs.lever.co/hooli' })).rejects.toThrow('(404)')
  })
})
