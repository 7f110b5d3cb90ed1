import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { erasureList } from '../src/people/erasure/capabilities.ts'
import { noteAdd } from '../src/people/notes.ts'
import { personAdd, personList } from '../src/people/people.ts'
import { chromiumPath, launch } from './web/browser.ts'
import { openWebHouse, type WebFirm, type WebHouse } from './web/house.ts'
import { expectGood, type Problems, watch } from './web/screen.ts'

// Data protection at a firm's desk: the owner tells, gives out and erases; a candidate takes along and asks.

const chromium = chromiumPath()
const [OWNER, DANA, VERA] = ['Olga Owner', 'Dana Dates', 'Vera Holm']

describe.skipIf(chromium === undefined)('data protection', () => {
  let browser: Browser
  let house: WebHouse
  let firm: WebFirm
  let page: Page
  let problems: Problems
  let vera: string
  beforeAll(async () => {
    browser = await launch(chromium!)
    house = await openWebHouse()
    firm = await house.firm({ [OWNER]: 'owner', [DANA]: 'candidate' })
    const added = { name: VERA, email: 'vera@northwind.example', organization: 'Northwind' }
    vera = (await firm.ask(OWNER, personAdd, added)).person
    const { person: tom } = await firm.ask(OWNER, personAdd, { name: 'Tom Ferris' })
    await firm.ask(OWNER, noteAdd, { person: tom, says: 'Vera Holm sent him. Ask Vera.' })
    page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
    problems = watch(page)
    await page.goto(await firm.link(OWNER))
    await page.getByRole('heading', { name: 'Mandates' }).waitFor()
  })
  afterAll(async () => {
    await house?.close()
    await browser?.close()
  })

  it('notes on a page of a person that they were told, with the text', async () => {
    await page.goto(`${house.address}/network/people/${vera}`)
    await page.getByLabel('On record by').selectOption('consent')
    await page.getByRole('button', { name: 'Note that they were told' }).click()
    await page.getByText('told on').waitFor()
    expect(await page.getByLabel('On record by').inputValue()).toBe('consent')
    await expectGood(page, 'person')
  })

  it('gives out all data about them, to read and as a file', async () => {
    await page.getByRole('link', { name: 'All data' }).click()
    await page.getByRole('heading', { name: `All data about ${VERA}` }).waitFor()
    expect(await page.getByText('Tom Ferris').count()).toBe(0)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as JSON' }).click(),
    ])
    expect(await readFile(await file.path(), 'utf8')).toContain('vera@northwind.example')
    await expectGood(page, 'all data')
  })

  it('says beforehand what erasing takes away, and then it is gone', async () => {
    await page.goto(`${house.address}/network/people/${vera}`)
    await page.getByRole('button', { name: 'Erase…' }).click()
    const dialog = page.getByRole('dialog', { name: `Erase ${VERA} for good?` })
    await dialog.getByText('addresses and profiles').waitFor()
    await dialog.getByText('sent him').waitFor()
    await dialog.getByLabel('Vera (1)').check()
    await expectGood(page, 'erase')
    await dialog.getByRole('button', { name: 'Erase for good' }).click()
    await page.getByText('Erased.', { exact: true }).waitFor()
    const { people } = await firm.ask(OWNER, personList, {})
    expect(people.map(({ name }) => name)).not.toContain(VERA)
    expect(await firm.ask(OWNER, erasureList, {})).toMatchObject({ total: 1 })
  })

  it('lets a candidate take along what is held, and ask to be erased', async () => {
    const own = await (await browser.newContext({ locale: 'de-DE' })).newPage()
    await own.goto(await firm.link(DANA))
    const [file] = await Promise.all([
      own.waitForEvent('download'),
      own.getByRole('button', { name: 'Als JSON herunterladen' }).click(),
    ])
    expect(await readFile(await file.path(), 'utf8')).toContain(DANA)
    await own.getByRole('button', { name: 'Um Löschung bitten' }).click()
    await own.getByText('Sie haben am').waitFor()
    await expectGood(own, 'own file')
  })

  it('shows the owner who asked, and switches retention on by the keyboard', async () => {
    await page.goto(`${house.address}/protection`)
    await page.getByRole('link', { name: DANA }).waitFor()
    await page.getByText('1 person was erased').waitFor()
    const months = page.getByLabel('Months without anything happening')
    await months.focus()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('24')
    await page.keyboard.press('Enter')
    await page.getByText('0 people are due').first().waitFor()
    await expectGood(page, 'data protection')
    expect(problems.list).toEqual([])
  })
})
