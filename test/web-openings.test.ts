import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, launch } from './web/browser.ts'
import { openWebHouse, type WebHouse } from './web/house.ts'
import { expectGood, type Problems, watch } from './web/screen.ts'
import { exportFiles } from './web/world.ts'

// Openings, values and limits as the jobseeker uses them. The boards' answers are recordings on loopback.

const chromium = chromiumPath()
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })

const job = (id: string, text: string, location: string) => ({
  ...{ id, text, categories: { location, team: 'Data', commitment: 'Full-time' } },
  hostedUrl: `https://jobs.lever.co/basaltbank/${id}`,
})
const ANSWERS: Record<string, unknown> = {
  '/api.lever.co/v0/postings/basaltbank?mode=json': [
    job('a', 'Director of Data Engineering', 'Prague'),
    job('b', 'Pastry Chef', 'Bergen'),
  ],
  '/api.ashbyhq.com/posting-api/job-board/lanternenergy?includeCompensation=true': {
    apiVersion: '1',
    jobs: [
      {
        ...{ id: 'x', title: 'Staff Data Engineer', location: 'Bergen', isListed: true, isRemote: false },
        ...{ jobUrl: 'https://jobs.ashbyhq.com/lanternenergy/x', employmentType: 'FullTime' },
      },
    ],
  },
}

describe.skipIf(chromium === undefined)('openings', () => {
  let browser: Browser
  let server: Server
  let house: WebHouse
  let context: BrowserContext
  let page: Page
  let problems: Problems
  beforeAll(async () => {
    server = createServer((request, response) => {
      const answer = ANSWERS[request.url!]
      response.writeHead(answer === undefined ? 404 : 200).end(JSON.stringify(answer ?? {}))
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    process.env.ACQUAINT_FETCH_MIRROR = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    house = await openWebHouse()
    browser = await launch(chromium!)
    context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Oslo' })
    page = await context.newPage()
    problems = watch(page)
    await page.goto(await house.link())
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(
        exportFiles().map(({ name, mimeType, text }) => ({ name, mimeType, buffer: Buffer.from(text) })),
      )
    await page.getByText('LinkedIn connections', { exact: true }).waitFor()
  })
  afterAll(async () => {
    delete process.env.ACQUAINT_FETCH_MIRROR
    await context?.close()
    await browser?.close()
    await house?.close()
    await new Promise((done) => server.close(done))
  })

  it('says what leaves the machine, then fetches a careers page on the click', async () => {
    await page.goto(`${house.address}/openings`)
    await page.getByText('No opening on record').waitFor()
    await page.getByLabel('Address of a careers page').fill('jobs.lever.co/basaltbank')
    await page.getByText('this machine asks jobs.lever.co for that page').waitFor()
    await button(page, 'Fetch it').click()
    await page.getByText('2 openings written down').waitFor()
    await page.getByRole('heading', { name: /Director of Data Engineering/ }).waitFor()
    await expectGood(page, 'openings')
  })

  it('refuses an address inside the own network, in a sentence', async () => {
    const mirror = process.env.ACQUAINT_FETCH_MIRROR
    delete process.env.ACQUAINT_FETCH_MIRROR
    await page.getByLabel('Address of a careers page').fill('http://192.168.0.1/jobs')
    await button(page, 'Fetch it').click()
    await page.getByText('192.168.0.1 is inside your own network').waitFor()
    process.env.ACQUAINT_FETCH_MIRROR = mirror
  })

  it('looks for the board of an organization in reach: shows whom it would ask, then what it found', async () => {
    await button(page, 'Look for the board of Lantern Energy').click()
    await page.getByText('api.ashbyhq.com/posting-api/job-board/lanternenergy').waitFor()
    await button(page, 'Ask them').click()
    await page.getByText('among them Staff Data Engineer').waitFor()
    await button(page, 'It is Lantern Energy’s: write them down').click()
    await page.getByRole('heading', { name: /Staff Data Engineer · Lantern Energy/ }).waitFor()
  })

  it('is filtered, in the address too, and says when nothing fits', async () => {
    await page.getByLabel('Search title, organization, place').fill('prague')
    await expect.poll(() => page.getByRole('article').count()).toBe(1)
    expect(page.url()).toContain('search=prague')
    await page.getByLabel('Search title, organization, place').fill('zzz')
    await page.getByText('No opening fits this filter').waitFor()
    await expectGood(page, 'no opening fits')
    await button(page, 'Clear the filter').click()
    await expect.poll(() => page.getByRole('article').count()).toBe(3)
  })

  it('takes one down by hand', async () => {
    await button(page, 'Write one down').click()
    await page.getByRole('textbox', { name: 'Title' }).fill('Head of Data')
    await page.getByLabel('Organization', { exact: true }).fill('Quill Software')
    await expectGood(page, 'an opening by hand')
    await button(page, 'Add the opening').click()
    await page.getByRole('heading', { name: /Head of Data · Quill Software/ }).waitFor()
  })

  it("is marked where it breaks one's own limit", async () => {
    await page.goto(`${house.address}/values`)
    await button(page, 'Set: Place').click()
    await page.getByLabel('Places, separated by commas').fill('Oslo, Bergen')
    await expectGood(page, 'a limit')
    await button(page, 'Save').click()
    await page.getByText('only in Oslo or Bergen').waitFor()
    await page.goto(`${house.address}/openings?search=prague`)
    await page.getByText('Your own limit: only in Oslo or Bergen. Here, it is in Prague.').waitFor()
  })

  it('has values that are kept, and shows whom one would touch', async () => {
    await page.goto(`${house.address}/values`)
    const gambling = page.getByRole('group', { name: 'Gambling' })
    await gambling.getByRole('radio', { name: 'never' }).check()
    await page.getByText('1 never, 0 only if').waitFor()
    await button(page, 'Whom would it touch? Fossil fuels').click()
    await page.getByRole('region', { name: 'Known organizations it touches: Fossil fuels' }).waitFor()
    await page.getByLabel('In your own words').fill('Lantern')
    await button(page, 'Add as never').click()
    await button(page, 'Whom would it touch? Lantern').click()
    await page.getByRole('link', { name: 'Lantern Energy' }).waitFor()
    await expectGood(page, 'values')
    await page.reload()
    expect(await gambling.getByRole('radio', { name: 'never' }).isChecked()).toBe(true)
    expect(problems.list).toEqual([])
  })
})
