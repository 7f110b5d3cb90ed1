import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, launch } from './web/browser.ts'
import { openWebHouse, type WebHouse } from './web/house.ts'
import { expectGood, type Problems, watch } from './web/screen.ts'

// Data out: a card of somebody, everything as one zip, and everything back in another house.

const chromium = chromiumPath()
const CARD =
  'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ovid Tamm\r\nEMAIL:ovid@ferro.test\r\nNOTE:owes me a call\r\nX-SKYPE:ovid\r\nEND:VCARD\r\n'

describe.skipIf(chromium === undefined)('data out of the web app', () => {
  let browser: Browser
  const houses: WebHouse[] = []
  const problems: Problems[] = []
  const enter = async (): Promise<{ house: WebHouse; page: Page }> => {
    const house = await openWebHouse()
    houses.push(house)
    const page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
    problems.push(watch(page))
    await page.goto(await house.link())
    await page.getByRole('main').waitFor()
    return { house, page }
  }
  const saved = async (page: Page, button: string) => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ])
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
  }
  let one: Awaited<ReturnType<typeof enter>>
  let zip: Buffer
  beforeAll(async () => {
    browser = await launch(chromium!)
    one = await enter()
    await one.page.goto(`${one.house.address}/add`)
    const card = { name: 'cards.vcf', mimeType: 'text/vcard', buffer: Buffer.from(CARD) }
    await one.page.locator('input[type=file]').first().setInputFiles(card)
    await one.page.getByText('cards.vcf').first().waitFor()
  }, 120_000)
  afterAll(async () => {
    for (const house of houses) await house.close()
    await browser?.close()
  })

  it('a person is saved as a card for others, with what came and without what was noted', async () => {
    const { house, page } = one
    await page.goto(`${house.address}/network`)
    await page.getByRole('link', { name: 'Ovid Tamm' }).first().click()
    await page.getByRole('button', { name: 'Save as a vCard' }).waitFor()
    const { name, bytes } = await saved(page, 'Save as a vCard')
    expect(name).toBe('Ovid-Tamm.vcf')
    expect(bytes.toString()).toContain('X-SKYPE:ovid')
    expect(bytes.toString()).not.toContain('owes me a call')
    await expectGood(page, 'a person with a card')
  })

  it('everything is saved as one zip', async () => {
    const { house, page } = one
    await page.goto(`${house.address}/add`)
    const { name, bytes } = await saved(page, 'Save everything as a zip')
    expect([name.replace(/\d/g, '0'), bytes.subarray(0, 2).toString()]).toEqual([
      'acquaint-0000-00-00.zip',
      'PK',
    ])
    await page.getByText(/^Saved: \d+ records in \d+ files\.$/).waitFor()
    await expectGood(page, 'everything saved')
    zip = bytes
  })

  it('it is brought back where nothing is yet', async () => {
    const { house, page } = await enter()
    await page.goto(`${house.address}/add`)
    await page.getByRole('heading', { name: 'Bring everything back' }).waitFor()
    const field = page.locator('input[accept="application/zip,.zip"]')
    await field.setInputFiles({ name: 'all.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip') })
    await page.getByText('all.zip is no complete export of Acquaint.').waitFor()
    await field.setInputFiles({ name: 'mine.zip', mimeType: 'application/zip', buffer: zip })
    await page.getByText(/^mine\.zip is here: \d+ records\.$/).waitFor()
    await page.goto(`${house.address}/network`)
    await page.getByRole('link', { name: 'Ovid Tamm' }).first().waitFor()
    // The refused file is the one thing that the browser noted.
    expect(problems.flatMap(({ list }) => list).filter((said) => !/422/.test(JSON.stringify(said)))).toEqual(
      [],
    )
  })
})
