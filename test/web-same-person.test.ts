import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, launch } from './web/browser.ts'
import { openWebHouse, type WebHouse } from './web/house.ts'
import { expectGood, type Problems, watch } from './web/screen.ts'

// Two records of one person are found, merged by a key, and taken apart again.

const chromium = chromiumPath()

describe.skipIf(chromium === undefined)('the same person', () => {
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
    const people = [
      ...[
        ['Jürgen Rautenkranz', 'Acme GmbH'],
        ['Rautenkranz, Juergen', 'Acme UK Ltd'],
      ],
      ...[
        ['Tordis Qvale', 'Tern Mobility'],
        ['Тордис Квале', 'Tern Mobility'],
      ],
      ...[
        ['Ida Brandt', 'Northwind'],
        ['Vera Holm', 'Globex'],
        ['Nils Aker', 'Initech'],
      ],
    ]
    const added = await page.evaluate(async (all) => {
      const statuses: number[] = []
      for (const [name, organization] of all) {
        const headers = { 'content-type': 'application/json' }
        const body = JSON.stringify({ name, organization })
        statuses.push((await fetch('/api/person/add', { method: 'POST', headers, body })).status)
      }
      return statuses
    }, people)
    expect(added).toEqual(people.map(() => 200))
  })
  afterAll(async () => {
    await context?.close()
    await house?.close()
    await browser?.close()
  })

  it('nothing is asked before one looks', async () => {
    await page.goto(`${house.address}/network`)
    await page.getByRole('link', { name: 'Same person?' }).click()
    await page.getByText('No pair waits').waitFor()
    await expectGood(page, 'no pair waits')
  })

  it('a pair stands side by side with its reason', async () => {
    await page.getByRole('button', { name: 'Look through everybody' }).click()
    await page.getByText(/both are or were at Acme/).waitFor()
    await page.getByRole('heading', { name: 'Jürgen Rautenkranz' }).waitFor()
    await page.getByRole('heading', { name: 'Rautenkranz, Juergen' }).waitFor()
    await expectGood(page, 'a pair')
  })

  it('a key merges them, and the merge is taken back from the list', async () => {
    await page.keyboard.press('s')
    await page.getByRole('button', { name: 'Take back the merge of Rautenkranz, Juergen' }).waitFor()
    await expectGood(page, 'merged')
    await page.getByRole('button', { name: 'Take back the merge of Rautenkranz, Juergen' }).click()
    await page.getByText(/both are or were at Acme/).waitFor()
    await page.getByRole('heading', { name: 'Merged' }).waitFor({ state: 'detached' })
  })

  it('two people are asked about no more', async () => {
    await page.getByText(/both are or were at Acme/).waitFor()
    await page.getByRole('button', { name: 'Two people' }).click()
    await page.getByText(/both are or were at Acme/).waitFor({ state: 'detached' })
    await page.getByRole('heading', { name: 'Тордис Квале' }).waitFor()
    await page.keyboard.press('d')
    await page.getByText('No pair waits').waitFor()
    expect(problems.list).toEqual([])
  })
})
