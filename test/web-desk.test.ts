import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { candidacyAdd, candidacyMove } from '../src/desk/candidacies.ts'
import { candidacyList } from '../src/desk/candidacy-list.ts'
import { mandateOpen } from '../src/desk/mandates.ts'
import { offLimitsSet } from '../src/desk/off-limits.ts'
import { personAdd } from '../src/people/people.ts'
import { chromiumPath, launch } from './web/browser.ts'
import { openWebHouse, type WebFirm, type WebHouse } from './web/house.ts'
import { expectGood, type Problems, watch } from './web/screen.ts'

// Two consultants of a firm at their desk, each in a browser of their own.

const chromium = chromiumPath()
const CARL = 'Carl Consul'
const CLEO = 'Cleo Counsel'

describe.skipIf(chromium === undefined)('the desk', () => {
  let browser: Browser
  let house: WebHouse
  let firm: WebFirm
  let contexts: BrowserContext[]
  let carl: Page
  let cleo: Page
  let problems: Problems[]
  let board: string
  const signIn = async (name: string) => {
    const context = await browser.newContext({
      ...{ locale: 'en-GB', viewport: { width: 1500, height: 900 } },
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    contexts.push(context)
    const page = await context.newPage()
    problems.push(watch(page))
    await page.goto(await firm.link(name))
    // The link's token is exchanged before anything is shown: whoever goes on earlier is not in.
    await page.locator('main h1').waitFor()
    return page
  }
  const person = async (name: string, organization?: string) =>
    (await firm.ask(CARL, personAdd, { name, ...(organization ? { organization } : {}) })).person
  beforeAll(async () => {
    ;[contexts, problems] = [[], []]
    browser = await launch(chromium!)
    house = await openWebHouse()
    firm = await house.firm({ [CARL]: 'consultant', [CLEO]: 'consultant', 'Dana Dates': 'candidate' })
    for (const name of ['Ines Prat', 'Jonas Weil', 'Kira Blom']) await person(name)
    carl = await signIn(CARL)
    cleo = await signIn(CLEO)
  })
  afterAll(async () => {
    for (const context of contexts) await context.close()
    await house?.close()
    await browser?.close()
  })

  const column = (page: Page, stage: string) => page.locator(`section[data-stage="${stage}"]`)
  const inStage = (page: Page, stage: string, name: string) =>
    column(page, stage).getByRole('link', { name, exact: true })
  const add = async (name: string) => {
    await carl.getByRole('button', { name: 'Add a candidate' }).click()
    await carl.getByRole('combobox', { name: 'Who?' }).fill(name)
    await carl.getByRole('option', { name: new RegExp(`^${name}`) }).click()
    await carl.getByRole('button', { name: 'Put on the longlist' }).click()
  }

  it('says what a mandate is while there is none, and opens one', async () => {
    await carl.getByRole('heading', { name: 'No mandate yet' }).waitFor()
    await expectGood(carl, 'mandates, empty')
    await carl.getByRole('button', { name: 'Open a mandate' }).click()
    await carl.getByLabel('Role to fill').fill('Chief financial officer')
    await carl.getByLabel('Client', { exact: true }).fill('Globex')
    await expectGood(carl, 'a mandate is opened')
    await carl.getByRole('button', { name: 'Open it' }).click()
    await carl.getByRole('heading', { name: 'Nobody is considered yet' }).waitFor()
    board = carl.url()
    await cleo.getByRole('link', { name: 'Chief financial officer' }).waitFor()
  })

  it('takes candidates onto the longlist', async () => {
    for (const name of ['Ines Prat', 'Jonas Weil', 'Kira Blom']) {
      await add(name)
      await inStage(carl, 'longlist', name).waitFor()
    }
    await expectGood(carl, 'a board')
  })

  it('moves a card with the mouse, which another browser sees within two seconds', async () => {
    await cleo.goto(board)
    await inStage(cleo, 'longlist', 'Ines Prat').waitFor()
    await inStage(carl, 'longlist', 'Ines Prat').dragTo(column(carl, 'approached'))
    await inStage(carl, 'approached', 'Ines Prat').waitFor()
    await inStage(cleo, 'approached', 'Ines Prat').waitFor({ timeout: 2_000 })
    expect(await inStage(cleo, 'longlist', 'Ines Prat').count()).toBe(0)
    await carl.reload()
    await inStage(carl, 'approached', 'Ines Prat').waitFor()
  })

  it('moves a card by keys alone, and leaves it by Escape', async () => {
    const grip = carl.getByRole('button', { name: 'Move Jonas Weil by keys' })
    await grip.focus()
    await carl.keyboard.press('Space')
    await carl.getByText('Jonas Weil taken up at Longlist.').waitFor()
    await carl.keyboard.press('ArrowRight')
    await carl.getByText('Jonas Weil over Approached.').waitFor()
    await carl.keyboard.press('Escape')
    await carl.getByText('Jonas Weil stays at Longlist.').waitFor()
    expect(await inStage(carl, 'longlist', 'Jonas Weil').count()).toBe(1)
    await carl.keyboard.press('Space')
    for (const _ of [1, 2]) await carl.keyboard.press('ArrowRight')
    await carl.keyboard.press('Space')
    await carl.getByText('Jonas Weil moved to Interested.').waitFor()
    await inStage(carl, 'interested', 'Jonas Weil').waitFor()
    await carl.waitForFunction(
      () => document.activeElement?.getAttribute('aria-label') === 'Move Jonas Weil by keys',
    )
  })

  it('asks why for the shortlist, and keeps the reason in the history', async () => {
    await carl.getByRole('button', { name: 'Move Jonas Weil to…' }).click()
    await carl.getByRole('menuitem', { name: 'Shortlist' }).click()
    await carl.getByLabel('Reason').fill('Built two treasuries')
    await expectGood(carl, 'why')
    await carl.getByRole('button', { name: 'Move', exact: true }).click()
    await inStage(carl, 'shortlist', 'Jonas Weil').click()
    await carl.getByText('Built two treasuries').waitFor()
    await carl.getByText('by Carl Consul').last().waitFor()
    await expectGood(carl, 'a card, opened')
    await carl.keyboard.press('Escape')
    await carl.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('tells of a conflict, and puts the card where it is', async () => {
    // Cleo's browser does not hear of the move, as on a train.
    await cleo.route('**/api/candidacy/list*', (route) => route.abort())
    const { candidacy, moves } = await cardOf('Kira Blom')
    await firm.ask(CARL, candidacyMove, { candidacy, to: 'interested', moves })
    await inStage(carl, 'interested', 'Kira Blom').waitFor()
    await cleo.getByRole('button', { name: 'Move Kira Blom to…' }).click()
    await cleo.unroute('**/api/candidacy/list*')
    await cleo.getByRole('menuitem', { name: 'Approached' }).click()
    await cleo.getByText(/Carl Consul has moved this card since you looked/).waitFor()
    await inStage(cleo, 'interested', 'Kira Blom').waitFor()
    expect(await inStage(cleo, 'approached', 'Kira Blom').count()).toBe(0)
  })

  const cardOf = async (name: string) => {
    const id = board.split('/').at(-1)!
    const { candidacies } = await firm.ask(CARL, candidacyList, { mandate: id })
    return candidacies.find(({ person }) => person.name === name)!
  }

  it('shows a colleague the same rows in the same order by the address, and by a shared view', async () => {
    await carl.getByRole('link', { name: 'Table' }).click()
    await carl.getByRole('button', { name: 'Name' }).click()
    await carl.getByLabel('Filter by text').fill('i')
    const names = (page: Page) => page.locator('tbody a').allTextContents()
    await carl.waitForURL(/text=i/)
    const shown = await names(carl)
    expect(shown).toEqual(['Kira Blom', 'Jonas Weil', 'Ines Prat'])
    await expectGood(carl, 'a table')
    await cleo.goto(carl.url())
    await cleo.locator('tbody a').first().waitFor()
    expect(await names(cleo)).toEqual(shown)
    await carl.getByRole('button', { name: 'Keep this view' }).click()
    await carl.getByLabel('Name of the view').fill('Backwards')
    await carl.getByRole('button', { name: 'Keep this view' }).click()
    await carl.getByRole('button', { name: 'Remove "Backwards"' }).waitFor()
    await cleo.goto(`${board}?show=table`)
    await cleo.getByLabel('View', { exact: true }).selectOption({ label: 'Backwards (Carl Consul)' })
    await cleo.waitForURL(/text=i/)
    expect(await names(cleo)).toEqual(shown)
    expect(await cleo.getByRole('button', { name: /"Backwards"/ }).count()).toBe(0)
  })

  it('says who is off limits, and considers them only with a reason', async () => {
    const kept = await person('Lena Fair', 'Initech')
    await firm.ask(CARL, offLimitsSet, { organization: 'Initech', because: 'their client until spring' })
    expect(kept).toBeTruthy()
    await carl.goto(board)
    await add('Lena Fair')
    await carl.getByText(/Off limits: their client until spring/).waitFor()
    await carl.getByLabel('Why all the same?').fill('She wrote to us')
    await carl.getByRole('button', { name: 'Override with this reason' }).click()
    await carl.getByRole('heading', { name: 'Careful' }).waitFor()
    await carl.getByRole('button', { name: 'Close' }).last().click()
    await inStage(carl, 'longlist', 'Lena Fair').waitFor()
    await carl.goto(`${house.address}/off-limits`)
    await carl.getByText('their client until spring').waitFor()
    await expectGood(carl, 'off limits')
    await carl.getByRole('button', { name: 'Lift: Initech' }).click()
    await carl.getByRole('heading', { name: 'Nobody is off limits' }).waitFor()
  })

  it('does not tell a colleague of a confidential mandate', async () => {
    const { mandate } = await firm.ask(CARL, mandateOpen, {
      ...{ title: 'Quiet successor', client: 'Hooli', confidential: true },
    })
    await firm.ask(CARL, candidacyAdd, { mandate, person: 'Ines Prat' })
    const address = `${house.address}/mandates`
    await carl.goto(address)
    await carl.getByRole('link', { name: 'Quiet successor' }).waitFor()
    await carl.getByRole('img', { name: /^Confidential/ }).waitFor()
    await cleo.goto(`${address}/${mandate}`)
    await cleo.getByRole('heading', { name: 'There is no such page' }).waitFor()
    await cleo.goto(address)
    await cleo.getByRole('link', { name: 'Chief financial officer' }).waitFor()
    expect(await cleo.getByText('Quiet successor').count()).toBe(0)
    for (const [page, there] of [
      [carl, 1],
      [cleo, 0],
    ] as const) {
      await page.keyboard.press('Control+K')
      await page.getByRole('textbox', { name: 'Search' }).fill('successor')
      const found = page.getByRole('button', { name: /Quiet successor/ })
      if (there) await found.waitFor()
      else await page.getByText('Nothing fits.').waitFor()
      expect(await found.count()).toBe(there)
      await page.keyboard.press('Escape')
    }
  })

  it('leaves members to the owner: a link is made once, and a consultant sees none of it', async () => {
    const owner = await signIn('owner')
    await owner.goto(`${house.address}/members`)
    await owner.getByRole('button', { name: 'Make a link for Dana Dates' }).click()
    await owner.getByText(/#start=/).waitFor()
    await expectGood(owner, 'a link')
    await owner.keyboard.press('Escape')
    // Who has signed in before can be let in by nobody of the firm.
    expect(await owner.getByRole('button', { name: 'Make a link for Cleo Counsel' }).count()).toBe(0)
    await owner.getByLabel('Role of Cleo Counsel').selectOption('researcher')
    await cleo.goto(`${house.address}/members`)
    await cleo.getByText('Researcher').waitFor()
    expect(await cleo.getByRole('button', { name: /Make a link/ }).count()).toBe(0)
    await expectGood(cleo, 'members')
  })

  it('leads a candidate nowhere near it', async () => {
    const dana = await signIn('Dana Dates')
    await dana.locator('main').waitFor()
    expect(await dana.getByRole('link', { name: 'Mandates' }).count()).toBe(0)
    expect(problems.slice(0, 2).flatMap(({ list }) => list)).toEqual([])
  })
})
