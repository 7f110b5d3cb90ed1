import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, launch } from './web/browser.ts'
import { openWebHouse, type WebHouse } from './web/house.ts'
import { expectGood } from './web/screen.ts'

// In flight mode: the debrief is opened, filled in and kept; with a connection again it arrives once.

const chromium = chromiumPath()

describe.skipIf(chromium === undefined)('a debrief without a connection', () => {
  let browser: Browser
  let house: WebHouse
  let context: BrowserContext
  let page: Page
  let invitation: string
  const ask = async (path: string) => (await page.request.get(`${house.address}${path}`)).json()
  beforeAll(async () => {
    browser = await launch(chromium!)
    house = await openWebHouse()
    context = await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 } })
    page = await context.newPage()
    await page.goto(await house.link())
    await page.getByRole('main').waitFor()
    const headers = { origin: house.address }
    const post = (path: string, data: object) =>
      page.request.post(`${house.address}${path}`, { data, headers })
    await post('/api/me/set', { name: 'Mira Sandoval' })
    const added = await post('/api/invitation/add', {
      ...{ organization: 'Northwind Robotics', role: 'Data Lead', at: '2024-05-05 10:00', timeZone: 'UTC' },
      with: ['Vera Holm'],
    })
    invitation = (await added.json()).invitation
    await post('/api/invitation/decide', { invitation, verdict: 'take' })
  })
  afterAll(async () => {
    await context?.close()
    await house?.close()
    await browser?.close()
  })

  it('opens, because the app and what the page needs were kept', async () => {
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await page.goto(`${house.address}/invitations/${invitation}/debrief`)
    await page.getByText('Whom did you meet?').waitFor()
    await context.setOffline(true)
    await page.reload()
    await page.getByText('Whom did you meet?').waitFor()
  })

  it('a form half-filled survives a reload', async () => {
    await page.getByLabel('A note to yourself').fill('They build it themselves.')
    await page.reload()
    await page.getByText('Whom did you meet?').waitFor()
    expect(await page.getByLabel('A note to yourself').inputValue()).toBe('They build it themselves.')
  })

  it('is kept on the device, survives closing the page, and says so', async () => {
    const choose = (group: RegExp, name: string) =>
      page.getByRole('group', { name: group }).getByRole('radio', { name, exact: true }).click()
    await choose(/want this now/, '4')
    await choose(/Chemistry with Vera/, '5')
    await page.getByRole('button', { name: 'Keep it' }).click()
    await page.getByRole('heading', { name: 'Kept on this device' }).waitFor()
    await page.close()
    page = await context.newPage()
    await page.goto(`${house.address}/invitations/${invitation}`)
    await page.getByText('1 debrief waits on this device for a connection.').waitFor()
    await expectGood(page, 'a debrief waits')
  })

  it('arrives with the connection, once', async () => {
    await context.setOffline(false)
    await page.getByText('1 debrief waits').waitFor({ state: 'detached' })
    await page.getByText('You went.').first().waitFor()
    const { meetings } = await ask('/api/enthusiasm/history')
    expect(meetings).toMatchObject([{ organization: 'Northwind Robotics', after: 4, chemistry: 5 }])
    await page.reload()
    await page.getByText('You went.').first().waitFor()
    expect((await ask('/api/enthusiasm/history')).meetings).toHaveLength(1)
  })

  it('can be installed: it has a name, icons that are there, and a start', async () => {
    const manifest = await ask('/manifest.webmanifest')
    expect(manifest).toMatchObject({ name: 'Acquaint', display: 'standalone', start_url: '/' })
    for (const { src, type } of manifest.icons) {
      const icon = await page.request.get(`${house.address}${src}`)
      expect(icon.status()).toBe(200)
      expect(icon.headers()['content-type']).toBe(type)
    }
  })
})
