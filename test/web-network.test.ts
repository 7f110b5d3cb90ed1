import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, launch } from './web/browser.ts'
import { openWebHouse, type WebHouse } from './web/house.ts'
import { expectGood, type Problems, watch } from './web/screen.ts'
import { exportFiles } from './web/world.ts'

// People, organizations and the picture, as the jobseeker finds, reads and walks through them.

const chromium = chromiumPath()

describe.skipIf(chromium === undefined)('the network', () => {
  let browser: Browser
  let house: WebHouse
  let context: BrowserContext
  let page: Page
  let problems: Problems
  beforeAll(async () => {
    browser = await launch(chromium!)
    house = await openWebHouse()
    context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Oslo' })
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

  const search = () => page.getByRole('searchbox', { name: /A name, an organization/ })

  it('lists everybody in a table that says how long it is', async () => {
    await page.goto(`${house.address}/network`)
    const table = page.getByRole('table', { name: 'People' })
    await table.getByRole('link', { name: 'Petra Novák' }).waitFor()
    const rows = Number(await table.getAttribute('aria-rowcount'))
    expect(await table.getByRole('row').count()).toBe(rows)
    await expectGood(page, 'people')
  })

  it('finds with a wrong letter, marks what answers, and takes what is excluded out', async () => {
    await search().fill('Novk')
    await page.getByText('1 found').waitFor()
    expect(await page.locator('mark').allTextContents()).toEqual(['Novák'])
    await search().fill('("Engineering Manager" OR "Data Engineer") AND NOT Harbor')
    await page.getByRole('link', { name: 'Lucia Ferro' }).waitFor()
    expect(await page.getByRole('link', { name: 'Marek Nowak' }).count()).toBe(0)
    await expectGood(page, 'found')
  })

  it('says what is wrong with a search that cannot be read', async () => {
    await search().fill('(CFO')
    await page.getByText('check its brackets').waitFor()
    await search().fill('')
  })

  it('sorts organizations by any column', async () => {
    await page.getByRole('button', { name: /^Organizations/ }).click()
    const table = page.getByRole('table', { name: 'Organizations' })
    await table.getByRole('button', { name: 'Organization', exact: true }).click()
    const names = await table.getByRole('link').allTextContents()
    expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other)))
    expect(await table.getByRole('columnheader', { name: /^Organization/ }).getAttribute('aria-sort')).toBe(
      'ascending',
    )
    await expectGood(page, 'organizations')
  })

  it('says what an organization does and how certain that is, and takes your own word', async () => {
    await page.getByRole('table', { name: 'Organizations' }).getByRole('link').first().click()
    const part = page.getByRole('region', { name: 'What it does' })
    const word = part.getByLabel('Your own word')
    const say = async (text: string) => {
      await word.fill(text)
      const answered = page.waitForResponse((response) => response.request().method() === 'POST')
      await part.getByRole('button', { name: 'Save' }).click()
      await answered
      await page.reload()
    }
    await say('A choir of accountants')
    expect(await word.inputValue()).toBe('A choir of accountants')
    await expectGood(page, 'organization')
    await say('')
    expect(await word.inputValue()).toBe('')
  })

  it('draws the picture, with the same people as a table beside it', async () => {
    await page.goto(`${house.address}/network/picture`)
    const table = page.getByRole('table', { name: 'The same as a table' })
    await table.getByRole('link', { name: 'Ida Sand' }).waitFor()
    const rows = Number(await table.getAttribute('aria-rowcount')) - 1
    const dots = await page
      .locator('svg path[class*="dots"]')
      .evaluateAll((paths) => paths.map((path) => path.getAttribute('d')!.split('M').length - 1))
    expect(dots.reduce((sum, count) => sum + count, 0)).toBe(rows)
    await expectGood(page, 'picture')
  })

  it('leads from person to person by the arrow keys, says who it is, and opens them', async () => {
    const picture = page.getByRole('application', { name: 'Picture of the network' })
    await picture.focus()
    const told = page.locator('[aria-live=polite]').filter({ hasText: /\w/ }).last()
    const before = await told.textContent()
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) await page.keyboard.press(key)
    const name = (await told.locator('strong').textContent())!
    expect(name).not.toBe(before)
    await expectGood(page, 'picture, somebody chosen')
    await picture.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: name.split(',')[0]! }).waitFor()
    await page.goBack()
  })

  it('finds somebody in the picture, shows who is around them, and comes back', async () => {
    await page.getByRole('searchbox', { name: 'Find in the picture' }).fill('Ida Sand')
    await page.getByRole('link', { name: 'Show around them' }).click()
    await page.getByRole('heading', { level: 1, name: 'Around Ida Sand' }).waitFor()
    await page.getByRole('link', { name: 'Back to you' }).click()
    await page.getByRole('heading', { level: 1, name: 'The picture' }).waitFor()
  })

  it('is saved as an SVG with everybody in it', async () => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save as SVG' }).click()
    const svg = await readFile(await (await download).path(), 'utf8')
    expect(svg).toMatch(/^<svg xmlns/)
    expect(svg).toContain('Ida Sand')
    expect(svg).not.toMatch(/NaN|undefined/)
  })

  it('nothing went wrong inside the pages', () => expect(problems.list).toEqual([]))
})
