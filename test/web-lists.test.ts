import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { xlsxOf } from './support/xlsx.ts'
import { chromiumPath, launch } from './web/browser.ts'
import { openWebHouse, type WebHouse } from './web/house.ts'
import { expectGood, type Problems, watch } from './web/screen.ts'

// A list with columns of its own, from the dropped file to the people that it brought.

const chromium = chromiumPath()

const LIST = `Whom;Reach at;Works at;Role there;Begun;Shoe size
Ada Example;ada@example.com;Cobalt Health;CTO;2019-04;38
Bo Test;bo.example.com;Northwind Robotics;Dev;last winter;41
;;Nowhere Inc;;;
`

/** Rows enough for several parts: time to say stop. */
const LONG = 30_000

describe.skipIf(chromium === undefined)('a list in the web app', () => {
  let browser: Browser
  let house: WebHouse
  let context: BrowserContext
  let page: Page
  let problems: Problems
  beforeAll(async () => {
    browser = await launch(chromium!)
    house = await openWebHouse()
    context = await browser.newContext({ locale: 'en-GB' })
    page = await context.newPage()
    problems = watch(page)
    await page.goto(await house.link())
    await page.getByRole('main').waitFor()
  })
  afterAll(async () => {
    await context?.close()
    await house?.close()
    await browser?.close()
  })

  const give = (name: string, buffer: Buffer, mimeType = 'text/csv') =>
    page.locator('input[type=file]').first().setInputFiles({ name, mimeType, buffer })
  const readAs = (column: string, field: string) =>
    page.getByRole('combobox', { name: `Read ${column} as` }).selectOption(field)

  it('is reached from where files are brought', async () => {
    await page.goto(`${house.address}/add`)
    await page.getByRole('link', { name: 'A list whose columns have names of their own' }).click()
    await page.getByRole('heading', { name: 'Import a list' }).waitFor()
    await expectGood(page, 'where a list is dropped')
  })

  it('asks what its columns are when their names do not tell', async () => {
    await give('contacts.csv', Buffer.from(LIST))
    await page.getByText('Say which column is the name').waitFor()
    expect(await page.getByRole('button', { name: /^Import \d+ rows?$/ }).count()).toBe(0)
  })

  it('shows what would be written, and what is wrong, as each column is said', async () => {
    await readAs('Whom', 'Name')
    await readAs('Reach at', 'E-mail')
    await readAs('Works at', 'Organization')
    await readAs('Role there', 'Title')
    await readAs('Begun', 'From')
    await page.getByRole('cell', { name: 'CTO, Cobalt Health, 2019-04 –' }).waitFor()
    await page.getByRole('cell', { name: 'is no e-mail address' }).waitFor()
    await page.getByText('1 row is left out; 2 cells are not read').waitFor()
    await expectGood(page, 'a list before its import')
  })

  it('keeps what was said of the columns by a name', async () => {
    await page.getByRole('textbox', { name: 'Name of a template' }).fill('Our contacts')
    await page.getByRole('button', { name: 'Save as template' }).click()
    await page.getByText('Saved: Our contacts', { exact: true }).waitFor()
  })

  it('gives its errors as a table', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Errors as CSV (3)' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('contacts.csv-errors.csv')
    const lines = (await readFile((await download.path())!, 'utf8')).split('\r\n')
    expect(lines[0]).toBe('\uFEFF"row","column","value","why"')
    expect(lines[1]).toBe('"3","Reach at","bo.example.com","is no e-mail address"')
    expect(lines).toHaveLength(4)
  })

  it('is imported as it was shown', async () => {
    await page.getByRole('button', { name: 'Import 3 rows' }).click()
    await page.getByRole('heading', { name: 'Found: 2 new.' }).waitFor()
    await page.getByRole('link', { name: 'Look at your network' }).click()
    await page.getByText('Ada Example').first().waitFor()
    expect(await page.getByText('Nowhere Inc').count()).toBe(0)
    expect(problems.list).toEqual([])
  })

  it('with the same columns is read as the one before, on a click; here from a spreadsheet', async () => {
    await page.goto(`${house.address}/lists`)
    const header = LIST.split('\n')[0]!.split(';')
    const row = ['Cy Test', 'cy@example.com', 'Cobalt Health', 'Dev', { day: 43_556 }, 40]
    const bytes = await xlsxOf([{ name: 'People', rows: [header, row] }])
    await give('more.xlsx', Buffer.from(bytes), 'application/octet-stream')
    await page.getByRole('button', { name: 'Read as saved: Our contacts' }).click()
    await page.getByRole('cell', { name: 'Dev, Cobalt Health, 2019-04-01 –' }).waitFor()
    await page.getByText('Nothing is wrong in any row.').waitFor()
    await page.getByRole('button', { name: 'Import 1 row' }).click()
    await page.getByRole('heading', { name: 'Found: 1 new.' }).waitFor()
    expect(problems.list).toEqual([])
  })

  it('that is long is stopped, and goes on where it was', async () => {
    const rows = Array.from({ length: LONG }, (_, at) => `Ann N${at},ann${at}@example.com,Firm ${at % 90}`)
    await page.goto(`${house.address}/lists`)
    await give('long.csv', Buffer.from(`Name,E-Mail,Company\n${rows.join('\n')}\n`))
    await page.getByRole('button', { name: `Import ${LONG} rows` }).click()
    await page.getByRole('button', { name: 'Stop' }).click()
    const goOn = page.getByRole('button', { name: /^Go on with row \d+$/ })
    await goOn.waitFor()
    await page.goto(`${house.address}/lists`)
    await page.getByRole('heading', { name: 'Not finished' }).waitFor()
    await expectGood(page, 'an import that was stopped')
    await give('long.csv', Buffer.from(`Name,E-Mail,Company\n${rows.join('\n')}\n`))
    await goOn.click()
    await page.getByRole('heading', { name: `Found: ${LONG} new.` }).waitFor()
    await page.goto(`${house.address}/lists`)
    await page.getByRole('button', { name: 'Choose a list' }).waitFor()
    expect(await page.getByRole('heading', { name: 'Not finished' }).count()).toBe(0)
    expect(problems.list).toEqual([])
  }, 180_000)
})
