import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, launch } from './web/browser.ts'
import { openWebHouse, type WebHouse } from './web/house.ts'
import { expectGood, type Problems, watch } from './web/screen.ts'
import { exportFiles, jobsPage } from './web/world.ts'

// What is at hand on every screen: the palette, the keys; and the core of the walk without a mouse.

const chromium = chromiumPath()

describe.skipIf(chromium === undefined)('on every screen', () => {
  let browser: Browser
  let house: WebHouse
  let context: BrowserContext
  let page: Page
  let problems: Problems
  const add = (organization: string, at: string, names: string) =>
    page.request.post(`${house.address}/api/invitation/add`, {
      data: { organization, role: 'Data Lead', at, timeZone: 'UTC', with: [names] },
      headers: { origin: house.address },
    })
  beforeAll(async () => {
    browser = await launch(chromium!)
    house = await openWebHouse()
    context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC' })
    page = await context.newPage()
    problems = watch(page)
    await page.goto(await house.link())
    await page.getByRole('main').waitFor()
    const files = [...exportFiles(), jobsPage()].map(({ name, mimeType, text }) => ({
      name,
      mimeType,
      buffer: Buffer.from(text),
    }))
    await page.locator('input[type=file]').first().setInputFiles(files)
    await page.getByText('LinkedIn connections', { exact: true }).waitFor()
    await add('Northwind Robotics', '2031-05-05 10:00', 'Vera Holm')
    await add('Globex Labs', '2031-05-05 10:30', 'Nia Okoro')
    await page.request.post(`${house.address}/api/career/add`, {
      data: { person: 'Vera Holm', at: [`Cobalt Health:2015..${new Date().getUTCFullYear()}`] },
      headers: { origin: house.address },
    })
  })
  afterAll(async () => {
    await context?.close()
    await house?.close()
    await browser?.close()
  })

  it('the palette opens by Ctrl-K, finds a record, and opens it without a mouse', async () => {
    await page.goto(`${house.address}/invitations`)
    await page.getByRole('heading', { name: 'Invitations', exact: true }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder('Search everything').waitFor()
    await page.keyboard.type('globex')
    await page.getByText('Globex Labs · Data Lead').last().waitFor()
    await expectGood(page, 'the palette')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Globex Labs · Data Lead' }).waitFor()
    await page.keyboard.press('Control+k')
    // What was opened last stands first while nothing is typed.
    const first = page.getByRole('dialog').getByRole('button').first()
    await first.waitFor()
    expect(await first.innerText()).toContain('Globex Labs · Data Lead')
    await page.keyboard.press('Escape')
  })

  it('"?" lists the keys, and "g" with a letter goes there; neither while a text is typed', async () => {
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText('Looking back').waitFor()
    await expectGood(page, 'the keys')
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await page.keyboard.press('b')
    await page.getByRole('heading', { name: 'Looking back', exact: true }).waitFor()
    await page.getByText('No meeting with a debrief yet.').waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('n')
    const search = page.getByRole('searchbox').or(page.getByRole('textbox')).first()
    await search.fill('')
    await search.press('?')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('meetings at the same time ask to be compared: doors of each, their union and what they share', async () => {
    await page.goto(`${house.address}/invitations`)
    await page.getByRole('link', { name: '2 meetings at the same time: compare them' }).click()
    await page.getByText('overlap by 30 minutes').waitFor()
    await page.getByRole('img', { name: /^Doors: \d+ by .+ only/ }).waitFor()
    await expectGood(page, 'two invitations compared')
  })

  it('an invitation is confirmed, prepared and told without a mouse', async () => {
    await page.goto(`${house.address}/invitations`)
    const press = async (role: 'button' | 'link', name: string | RegExp) => {
      const target = page.getByRole(role, { name }).first()
      await target.waitFor()
      // Twice around, should what has just arrived have taken the focus away.
      for (let steps = 0; steps < 240; steps++) {
        if (await target.evaluate((element) => element === document.activeElement)) break
        await page.keyboard.press('Tab')
      }
      expect(await target.evaluate((element) => element === document.activeElement)).toBe(true)
      await page.keyboard.press('Enter')
    }
    await press('link', /Northwind Robotics/)
    await press('button', 'Take the meeting')
    await page.getByText('You take this meeting.').waitFor()
    await press('link', 'Prepare')
    await page.getByText('How much do you want this?').waitFor()
    expect(problems.list).toEqual([])
  })
})
