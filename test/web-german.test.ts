import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, launch } from './web/browser.ts'
import { openWebHouse, type WebHouse } from './web/house.ts'
import { expectGood, type Problems, watch } from './web/screen.ts'

// The app in German, for a browser that asks for it, and by choice.

const chromium = chromiumPath()

describe.skipIf(chromium === undefined)('the web app in German', () => {
  let browser: Browser
  let house: WebHouse
  let context: BrowserContext
  let page: Page
  let problems: Problems
  beforeAll(async () => {
    browser = await launch(chromium!)
    house = await openWebHouse()
    context = await browser.newContext({ locale: 'de-DE', timezoneId: 'Europe/Berlin' })
    page = await context.newPage()
    problems = watch(page)
    await page.goto(await house.link())
  })
  afterAll(async () => {
    await context?.close()
    await house?.close()
    await browser?.close()
  })

  it('begins in the language of the browser', async () => {
    await page.getByRole('heading', { name: 'Was bringt ein Treffen über die Stelle hinaus?' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('de')
    await expectGood(page, 'start, German')
  })

  it('says dates as one does there', async () => {
    await page.goto(`${house.address}/add`)
    await page.getByLabel('Organisation', { exact: true }).fill('Cobalt Health')
    await page.getByLabel('Position', { exact: true }).fill('Leiterin Data')
    await page.getByLabel('Wen Sie treffen würden').fill('Vera Holm')
    await page.getByLabel('Ihr Name').fill('Mira Sandoval')
    await page.getByLabel('Wann').fill('2031-03-04T09:30')
    await page.getByRole('button', { name: 'Einladung hinzufügen' }).click()
    await page.getByRole('heading', { name: 'Cobalt Health · Leiterin Data' }).waitFor()
    await page.getByText('Di., 4. März 2031').first().waitFor()
    await page
      .getByText(/^Sie würden Vera Holm treffen\./)
      .first()
      .waitFor()
    await expectGood(page, 'an invitation, German')
  })

  it('refuses and takes after all', async () => {
    await page.getByRole('button', { name: 'Absagen …' }).click()
    await page.getByRole('button', { name: 'nicht der Zeitpunkt' }).click()
    await page.getByText('Sie haben abgesagt (nicht der Zeitpunkt).').waitFor()
    await page.getByRole('button', { name: 'Doch zusagen' }).click()
    await page.getByText('Sie haben zugesagt.').waitFor()
  })

  it('says what the server says in German too: paths, what is missing, errors, the time line', async () => {
    await page.goto(`${house.address}/network`)
    await page.getByRole('searchbox').fill('(Vera')
    await page.getByText('Diese Suche ist nicht lesbar: Prüfen Sie Klammern, AND, OR und NOT.').waitFor()
    await page.getByRole('searchbox').fill('Vera')
    await page.getByRole('link', { name: 'Vera Holm' }).first().click()
    await page.getByText('Erfasst seit (Einladung, die Sie aufgeschrieben haben)').waitFor()
    await expectGood(page, 'a person, German')
    await page.getByRole('link', { name: 'Wer könnte mich vorstellen?' }).click()
    await page
      .getByText(/führt kein Weg mit bis zu drei Verbindungen zu Vera Holm|würden sich im Gespräch/)
      .first()
      .waitFor()
    await page.getByRole('link', { name: 'Zu tun' }).click()
    await page.getByRole('heading', { name: 'In Ihrem Kalender' }).waitFor()
    await expectGood(page, 'to do, German')
  })

  it('changes to English by choice, and stays so', async () => {
    await page.goto(`${house.address}/invitations`)
    await page
      .getByRole('link', { name: /Cobalt Health/ })
      .first()
      .click()
    await page.getByLabel('Sprache').selectOption('en')
    await page.getByText('You take this meeting.').waitFor()
    await page.reload()
    await page.getByText('You take this meeting.').waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(problems.list).toEqual([])
  })
})
