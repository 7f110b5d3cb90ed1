import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { docxOf } from './support/resume-files.ts'
import { chromiumPath, launch } from './web/browser.ts'
import { openWebHouse, type WebHouse } from './web/house.ts'
import { expectGood, type Problems, watch } from './web/screen.ts'

// A resume, from the dropped file to the positions that were confirmed.

const chromium = chromiumPath()
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

describe.skipIf(chromium === undefined)('a resume in the web app', () => {
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

  it('waits for a look after its import', async () => {
    await page.goto(`${house.address}/add`)
    const bytes = await docxOf([
      ...[
        'Mira Sandoval',
        'mira@example.com',
        'EXPERIENCE',
        'Head of Data, Cobalt Health, Jan 2021 - Present',
      ],
      ...['Data Engineer, Northwind Robotics GmbH, March 2016 - Dec 2020', 'SKILLS', 'Python, SQL'],
    ])
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'cv.docx', mimeType: WORD, buffer: Buffer.from(bytes) })
    await page.getByRole('link', { name: 'Confirm what cv.docx says' }).click()
    await page.getByRole('heading', { name: 'What cv.docx says' }).waitFor()
    await page.getByText('Read from: “Head of Data, Cobalt Health, Jan 2021 - Present”').waitFor()
    await expectGood(page, 'a resume to confirm')
  })

  it('a date that is none keeps it from being confirmed, and says so', async () => {
    const until = page.getByLabel('Until').nth(1)
    await until.fill('last winter')
    await page.getByText('Write 2019, 2019-04 or 2019-04-01.').waitFor()
    expect(await page.getByRole('button', { name: /^Confirm \d+ fields$/ }).isDisabled()).toBe(true)
    await until.fill('2020-11')
  })

  it('keeps what is ticked, as mended, and nothing else', async () => {
    await page.getByRole('checkbox', { name: 'Keep: Head of Data, Cobalt Health' }).uncheck()
    await page.getByRole('button', { name: /^Confirm \d+ fields$/ }).click()
    await page.getByText('Kept for Mira Sandoval: 1 new position, 0 completed.').waitFor()
    await page.getByRole('link', { name: 'See the person' }).click()
    await page.getByText('Northwind Robotics GmbH').first().waitFor()
    await page
      .getByText(/Nov 2020/)
      .first()
      .waitFor()
    expect(await page.getByText('Cobalt Health').count()).toBe(0)
    expect(problems.list).toEqual([])
  })
})
