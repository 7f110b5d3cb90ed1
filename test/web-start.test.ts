import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, launch } from './web/browser.ts'
import { openWebHouse, type WebHouse } from './web/house.ts'
import { expectGood, type Problems, watch } from './web/screen.ts'
import { exportFiles, jobsPage } from './web/world.ts'

// The ways in: the demo and back, one's own files, and the minute that makes the network true.

const chromium = chromiumPath()
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })

describe.skipIf(chromium === undefined)('the start', () => {
  let browser: Browser
  let house: WebHouse
  let context: BrowserContext
  let page: Page
  let problems: Problems
  beforeAll(async () => {
    house = await openWebHouse()
    browser = await launch(chromium!)
    context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Oslo' })
    page = await context.newPage()
    problems = watch(page)
    await page.goto(await house.link())
  })
  afterAll(async () => {
    await context?.close()
    await browser?.close()
    await house?.close()
  })

  it('goes to the demo on a click, says so on every screen, and comes back to an empty place', async () => {
    await button(page, 'Look at the demo').click()
    await page.getByText('This is the demo: everybody here is invented').waitFor({ timeout: 60_000 })
    await page
      .getByRole('link', { name: /Sablewood Grid/ })
      .first()
      .waitFor()
    await page.goto(`${house.address}/openings`)
    await page.getByRole('article').first().waitFor()
    await expectGood(page, 'the demo')
    await button(page, 'Leave the demo').click()
    await page.getByRole('heading', { name: 'What is a meeting worth beyond the job?' }).waitFor()
    expect(await page.getByText('This is the demo').count()).toBe(0)
    const shown = await page.request.get(`${house.address}/api/workspace/show`)
    expect((await shown.json()).counts).toMatchObject({ people: 0, openings: 0 })
    const again = await page.request.delete(`${house.address}/api/demo`)
    expect(again.status()).toBe(409)
  })

  it('after an import offers the minute', async () => {
    const files = [...exportFiles(), jobsPage()]
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(files.map(({ name, mimeType, text }) => ({ name, mimeType, buffer: Buffer.from(text) })))
    await page.getByText('A connection is a click').waitFor()
    await expectGood(page, 'the minute offered')
    await page.getByRole('link', { name: 'Take the minute' }).click()
    await page.getByText('1 of 11', { exact: true }).waitFor()
    await expectGood(page, 'who would take your call')
  })

  it('takes answers by key and by click, and the last one back', async () => {
    const name = await page.getByRole('article').getByRole('heading').textContent()
    await page.keyboard.press('n')
    await page.getByText('2 of 11', { exact: true }).waitFor()
    await page.keyboard.press('u')
    await page.getByText('1 of 11', { exact: true }).waitFor()
    expect(await page.getByRole('article').getByRole('heading').textContent()).toBe(name)
    expect(await button(page, 'Undo the last answer').isDisabled()).toBe(true)
    await page.keyboard.press('y')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('s')
    await button(page, 'No').click()
    await page.getByText('5 of 11', { exact: true }).waitFor()
  })

  it('at the end says what changed, and asks of nobody twice', async () => {
    await button(page, 'That is enough').click()
    await page.getByText('2 would take your call, 1 would not, 1 left open.').waitFor()
    const openings = page.getByRole('table', { name: 'Openings' })
    await openings
      .getByText(/\(\+\d+\)/)
      .first()
      .waitFor()
    await expectGood(page, 'what the minute changed')
    await page.goto(`${house.address}/calls`)
    // The one that was skipped, and the seven that were not come to.
    await page.getByText('1 of 8', { exact: true }).waitFor()
    expect(problems.list).toEqual([])
  })
})
