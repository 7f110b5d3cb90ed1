import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, launch } from './web/browser.ts'
import { openWebHouse, type WebHouse } from './web/house.ts'
import { expectGood, type Problems, watch } from './web/screen.ts'
import { exportFiles } from './web/world.ts'

// What is to be done: reminders that tell once, promises put off and done, and keeping in touch with somebody.

const chromium = chromiumPath()

describe.skipIf(chromium === undefined)('to do', () => {
  let browser: Browser
  let house: WebHouse
  let context: BrowserContext
  let page: Page
  let problems: Problems
  beforeAll(async () => {
    browser = await launch(chromium!)
    house = await openWebHouse()
    context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin' })
    page = await context.newPage()
    problems = watch(page)
    await page.goto(await house.link())
    await page.getByRole('heading', { name: 'What is a meeting worth beyond the job?' }).waitFor()
    const files = exportFiles().map(({ name, mimeType, text }) => ({
      name,
      mimeType,
      buffer: Buffer.from(text),
    }))
    await page.locator('input[type=file]').first().setInputFiles(files)
    await page.getByText('LinkedIn connections', { exact: true }).waitFor()
  })
  afterAll(async () => {
    await context?.close()
    await house?.close()
    await browser?.close()
  })

  const form = () => page.getByRole('form', { name: 'A reminder of your own' })

  it('says what belongs here while nothing does', async () => {
    await page.getByRole('link', { name: 'To do' }).click()
    await page.getByRole('heading', { name: 'Nothing is waiting' }).waitFor()
    await expectGood(page, 'to do, empty')
  })

  it('takes a reminder, puts it off and takes that back, marks it as done and takes that back', async () => {
    await form().getByLabel('Of what?').fill('Send the portfolio')
    await form().getByRole('button', { name: 'Remind me' }).click()
    await page.getByRole('heading', { name: 'Coming' }).waitFor()
    await page.getByRole('button', { name: 'Put off: Send the portfolio' }).click()
    await page.getByRole('menuitem', { name: 'In a week' }).click()
    await page.getByText(/^Put off to/).waitFor()
    await expectGood(page, 'to do')
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: 'Done: Send the portfolio' }).click()
    await page.getByText('Done (1)').waitFor()
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await page.getByRole('heading', { name: 'Coming' }).waitFor()
    await page.getByText('Done (1)').waitFor({ state: 'detached' })
  })

  it('tells of a time that has come once, and not again after a reload', async () => {
    const today = new Date().toISOString().slice(0, 10)
    await form().getByLabel('Of what?').fill('Call Harbor')
    await form().getByLabel('On', { exact: true }).fill(today)
    await form().getByLabel('At (optional)').fill('00:00')
    await form().getByRole('button', { name: 'Remind me' }).click()
    await page.getByText('Due now: Call Harbor').waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Done: Call Harbor' }).waitFor()
    expect(await page.getByText('Due now: Call Harbor').count()).toBe(0)
  })

  it('keeps in touch with somebody: a rhythm, a note, a contact, and their timeline', async () => {
    await page.goto(`${house.address}/network`)
    await page.getByRole('link', { name: 'Petra Novák' }).first().click()
    await page.getByRole('heading', { name: 'Keep in touch' }).waitFor()
    await page.getByLabel('How often do you want to be in touch?').selectOption('30')
    await page.getByText(/^Next on/).waitFor()
    await page.getByLabel('A note, or what you talked about').fill('Lunch at the harbour')
    await page.getByLabel('We were in touch').check()
    await page.getByRole('button', { name: 'Note it' }).click()
    await page.getByText('In touch: Lunch at the harbour').waitFor()
    await page.getByText(/, in 30 days\.$/).waitFor()
    await page.getByLabel('Show', { exact: true }).selectOption('contact')
    expect(await page.getByText(/On record since/).count()).toBe(0)
    await expectGood(page, 'a person')
    await page.getByRole('link', { name: 'To do' }).click()
    await page.getByRole('heading', { name: 'Keep in touch' }).waitFor()
    await page.getByText(/every 30 days · last on/).waitFor()
    await expectGood(page, 'to do, keep in touch')
  })

  it('gives a calendar program an address of its own, and takes it back', async () => {
    await page.getByLabel('With organizations, roles and texts').check()
    await page.getByRole('button', { name: 'Make an address' }).click()
    const address = (await page.getByText(/\/calendar\/.+\.ics$/).textContent())!
    const calendar = async () => (await fetch(address)).status
    expect(await (await fetch(address)).text()).toContain('SUMMARY:Send the portfolio')
    await expectGood(page, 'to do, with an address')
    await page.getByRole('button', { name: 'End it' }).click()
    await page.getByRole('button', { name: 'Make an address' }).waitFor()
    expect(await calendar()).toBe(404)
  })

  it('corrects what is on record', async () => {
    await page.getByRole('link', { name: 'Petra Novák' }).first().click()
    await page.getByText('Correct the record').click()
    await page.getByLabel('Tags, separated by commas').fill('harbour, data')
    await page.getByLabel('Place').fill('Brno')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('definition').filter({ hasText: 'harbour, data' }).waitFor()
    await page.getByRole('definition').filter({ hasText: 'Brno' }).waitFor()
    await page
      .getByRole('button', { name: /^Remove the position at/ })
      .first()
      .click()
    await page.getByText('The position is gone.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await page
      .getByRole('button', { name: /^Remove the position at/ })
      .first()
      .waitFor()
    await expectGood(page, 'a person, corrected')
    expect(problems.list).toEqual([])
  })
})
