import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { candidacyAdd, candidacyMove, candidacyTell } from '../src/desk/candidacies.ts'
import { candidacyShow } from '../src/desk/candidacy-list.ts'
import { mandateOpen } from '../src/desk/mandates.ts'
import { objectionAnswer, objectionList } from '../src/desk/objections.ts'
import { personEdit } from '../src/people/edit.ts'
import { personShow } from '../src/people/people.ts'
import { chromiumPath, launch } from './web/browser.ts'
import { openWebHouse, type WebFirm, type WebHouse } from './web/house.ts'
import { expectGood, type Problems, watch } from './web/screen.ts'

// A candidate with their own file, in a browser of their own.

const chromium = chromiumPath()
const [CARL, DANA] = ['Carl Consul', 'Dana Dates']

describe.skipIf(chromium === undefined)('the own file of a candidate', () => {
  let browser: Browser
  let house: WebHouse
  let firm: WebFirm
  let page: Page
  let problems: Problems
  let candidacy: string
  beforeAll(async () => {
    browser = await launch(chromium!)
    house = await openWebHouse()
    firm = await house.firm({ [CARL]: 'consultant', [DANA]: 'candidate', 'Clive Ent': 'client-contact' })
    await firm.ask(CARL, personEdit, { person: DANA, headline: 'Controller', notes: 'INTERNAL' })
    const { mandate } = await firm.ask(CARL, mandateOpen, { title: 'Head of finance', client: 'Globex' })
    candidacy = (await firm.ask(CARL, candidacyAdd, { mandate, person: DANA })).candidacy
    const move = {
      candidacy,
      to: 'shortlist',
      moves: 0,
      reason: 'led two listings',
      note: 'INTERNAL',
    } as const
    await firm.ask(CARL, candidacyMove, move)
    page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
    problems = watch(page)
    await page.goto(await firm.link(DANA))
  })
  afterAll(async () => {
    await house?.close()
    await browser?.close()
  })

  it('is where they come in, with every reason, without internal notes, and without the desk', async () => {
    await page.getByRole('heading', { name: 'What is held about you' }).waitFor()
    await page.getByText('led two listings').waitFor()
    expect(await page.getByText('INTERNAL').count()).toBe(0)
    expect(await page.getByRole('navigation').count()).toBe(0)
    expect(await page.getByText('A search that you were not told of yet').count()).toBe(1)
    await expectGood(page, 'own file')
    expect(problems.list).toEqual([])
  })

  it('names the search once they were told', async () => {
    await firm.ask(CARL, candidacyTell, { candidacy })
    await page.reload()
    await page.getByRole('heading', { name: 'Head of finance at Globex' }).waitFor()
  })

  it('is corrected by the keyboard alone, and holds at once', async () => {
    await page.getByLabel('Headline').focus()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('Finance director')
    await page.keyboard.press('Enter')
    await page.getByText('Kept. It holds at once.').waitFor()
    expect((await firm.ask(CARL, personShow, { person: DANA })).headline).toBe('Finance director')
  })

  it('is contested, and the answer is read there', async () => {
    await page.getByLabel('What is not right').fill('led two listings')
    await page.getByLabel('Why', { exact: true }).fill('It was three.')
    await page.getByRole('button', { name: 'Tell the firm' }).click()
    await page.getByText('waits for an answer').waitFor()
    const { objections } = await firm.ask(CARL, objectionList, {})
    await firm.ask(CARL, objectionAnswer, { objection: objections[0]!.id, says: 'Three it is.' })
    await page.reload()
    await page.getByText('Answer: Three it is.').waitFor()
  })

  it('is withdrawn from without a reason', async () => {
    await page.getByRole('button', { name: 'Withdraw: Head of finance at Globex' }).click()
    await page.getByRole('button', { name: 'Withdraw', exact: true }).click()
    await page.getByText('you withdrew').waitFor()
    expect(await firm.ask(CARL, candidacyShow, { candidacy })).toMatchObject({
      ...{ stage: 'withdrawn', reason: 'not given' },
    })
    await expectGood(page, 'own file')
    expect(problems.list).toEqual([])
  })

  it('leads nowhere else, and a client is told that nothing is shared yet', async () => {
    await page.goto(`${house.address}/mandates`)
    await page.getByText('may not use mandate.list').waitFor()
    const client = await (await browser.newContext({ locale: 'de-DE' })).newPage()
    await client.goto(await firm.link('Clive Ent'))
    await client.getByRole('heading', { name: 'Mit Ihnen ist noch nichts geteilt' }).waitFor()
  })
})
