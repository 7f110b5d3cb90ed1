import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { candidacyAdd } from '../src/desk/candidacies.ts'
import { mandateContact } from '../src/desk/mandate-team.ts'
import { mandateOpen } from '../src/desk/mandates.ts'
import { careerAdd } from '../src/people/career.ts'
import { openingAdd } from '../src/people/opening.ts'
import { personAdd } from '../src/people/people.ts'
import { chromiumPath, launch } from './web/browser.ts'
import { openWebHouse, type WebFirm, type WebHouse } from './web/house.ts'
import { expectGood, type Problems, watch } from './web/screen.ts'

// A consultant, a candidate and whoever opens the link of an invitation, each in a browser of their own: from a card to
// a meeting, its answer, both sides of it, and the next introduction.

const chromium = chromiumPath()
const [CARL, DANA] = ['Carl Consul', 'Dana Dates']

describe.skipIf(chromium === undefined)('an invitation of a candidate', () => {
  let browser: Browser
  let house: WebHouse
  let firm: WebFirm
  let carl: Page
  let dana: Page
  let byLink: Page
  let mandate: string
  let candidacy: string
  const problems: Problems[] = []

  const open = async (): Promise<Page> => {
    const page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
    page.setDefaultTimeout(20_000)
    problems.push(watch(page))
    return page
  }
  /** Chooses a number of a scale by its legend. */
  const choose = (page: Page, legend: string, value: number) =>
    page
      .getByRole('group', { name: legend })
      .getByRole('radio', { name: `${value}` })
      .check({ force: true })

  beforeAll(async () => {
    browser = await launch(chromium!)
    house = await openWebHouse()
    firm = await house.firm({ [CARL]: 'consultant', [DANA]: 'candidate' })
    const { person } = await firm.ask(CARL, personAdd, {
      ...{ name: 'Gwen Guest', organization: 'Globex', title: 'CFO' },
    })
    await firm.ask(CARL, personAdd, { name: 'Enid End', organization: 'Farlight' })
    await firm.ask(CARL, careerAdd, { person, at: ['Farlight:2019..2026-05'] })
    await firm.ask(CARL, careerAdd, { person: DANA, at: ['Northwind:2015'], title: 'Financial controller' })
    await firm.ask(CARL, openingAdd, { organization: 'Farlight', title: 'Finance manager' })
    mandate = (await firm.ask(CARL, mandateOpen, { title: 'Finance director', client: 'Globex' })).mandate
    await firm.ask(CARL, mandateContact, { mandate, person, part: 'decides' })
    candidacy = (await firm.ask(CARL, candidacyAdd, { mandate, person: DANA })).candidacy
    carl = await open()
    dana = await open()
    byLink = await open()
    await carl.goto(await firm.link(CARL))
    await dana.goto(await firm.link(DANA))
    await carl.getByRole('heading', { name: 'Mandates' }).waitFor()
    await dana.getByRole('heading', { name: 'What is held about you' }).waitFor()
  }, 120_000)
  afterAll(async () => {
    await house?.close()
    await browser?.close()
  })

  let link: string

  it('is prepared from the card, with a pitch whose facts stand beside it, and given as a link', async () => {
    await dana.getByText('Nobody has asked you to meet yet.').waitFor()
    await carl.goto(`${house.address}/mandates/${mandate}?card=${candidacy}`)
    const card = carl.getByRole('dialog', { name: DANA })
    await card.getByRole('button', { name: 'Invite to a meeting' }).click()
    await card.getByRole('button', { name: 'Prepare the invitation' }).click()
    const pitch = card.getByLabel('Why to meet')
    await pitch.waitFor()
    expect(await pitch.inputValue()).toContain('You would meet Gwen Guest (CFO).')
    expect(await pitch.inputValue()).toContain('opens 1 door elsewhere (Farlight)')
    await card.getByText('What it rests on').click()
    await expectGood(carl, 'the invitation on the card')
    await pitch.fill('Come and see Gwen.')
    await card.getByRole('button', { name: 'Give it to the candidate' }).click()
    const shown = card.getByLabel('The link for the candidate')
    await shown.waitFor()
    link = (await shown.textContent())!
    expect(link).toContain(`${house.address}/answer#ans_`)
  })

  it('opens by its link without an account: what it is worth, whom one would meet, and no more of the network', async () => {
    await byLink.goto(link)
    await byLink.getByRole('heading', { name: 'Globex · Finance director' }).waitFor()
    await byLink.getByText('Come and see Gwen.').waitFor()
    await byLink.getByText('Finance manager · Farlight').waitFor()
    await byLink.getByText('through Gwen Guest').first().waitFor()
    expect(await byLink.getByText('Enid').count()).toBe(0)
    expect(await byLink.getByRole('navigation').count()).toBe(0)
    await expectGood(byLink, 'the invitation by its link')
    const wrong = await open()
    await wrong.goto(`${house.address}/answer#ans_nothing`)
    await wrong.getByRole('heading', { name: 'This link is not good any more' }).waitFor()
    await expectGood(wrong, 'a link that is not good')
    await wrong.close()
  })

  it('is refused with a click on the reason, and confirmed after all with another', async () => {
    await byLink.getByRole('button', { name: 'Rather not' }).click()
    await byLink.getByRole('button', { name: 'against my values' }).click()
    await byLink.getByText('You have said no.').waitFor()
    await carl.goto(`${house.address}/mandates/${mandate}?show=meetings`)
    await carl.getByText('refused (for personal reasons)').waitFor()
    await byLink.getByRole('button', { name: 'Confirm the meeting' }).click()
    await byLink.getByText('You have confirmed.').waitFor()
    expect(await byLink.getByText('How much do you want this').count()).toBe(0)
    await carl.getByText('confirmed').waitFor()
  })

  it('is in the file of the candidate, who says how it was by the keyboard alone', async () => {
    await dana.reload()
    await dana.getByRole('link', { name: 'Globex · Finance director' }).focus()
    await dana.keyboard.press('Enter')
    await dana.getByRole('heading', { name: 'How was it?' }).waitFor()
    await expectGood(dana, 'the invitation in the own file')
    const now = dana.getByRole('group', { name: 'How much do you want this now?' })
    await now.getByRole('radio').first().focus()
    for (let value = 1; value < 5; value++) await dana.keyboard.press('ArrowRight')
    await dana.getByRole('button', { name: 'Keep it' }).focus()
    await dana.keyboard.press('Enter')
    await dana.getByText('Kept. Whom you met is part of your network now.').waitFor()
  })

  it('shows the consultant both sides once both are in, and not before', async () => {
    await carl.getByText('Shown once both have said how it was. Still to say: Client.').waitFor()
    await carl.getByRole('button', { name: `The client's word: ${DANA}` }).click()
    await choose(carl, 'How keen are they?', 2)
    await expectGood(carl, 'the meetings of a mandate')
    await carl.getByRole('button', { name: 'Keep it' }).click()
    const sides = carl.getByRole('table', { name: 'Both sides' })
    await sides.waitFor()
    expect((await sides.innerText()).replace(/\s+/g, ' ')).toContain('Candidate – 5 –')
    expect((await sides.innerText()).replace(/\s+/g, ' ')).toContain('Client – 2 –')
  })

  it('opens a door that the candidate asks for, until the firm shows counts alone', async () => {
    await dana.goto(`${house.address}/portal`)
    await dana.getByRole('button', { name: 'Ask for an introduction: Finance manager, Farlight' }).click()
    await dana.getByText('asked on').waitFor()
    await expectGood(dana, 'the own file with doors')
    const owner = await open()
    await owner.goto(await firm.link('owner'))
    await owner.getByRole('heading', { name: 'Mandates' }).waitFor()
    await owner.goto(`${house.address}/members`)
    const kept = owner.waitForResponse('**/api/workspace/disclose')
    await owner.getByLabel('how many doors, not where').check({ force: true })
    await kept
    await expectGood(owner, 'members with disclosure')
    await dana.reload()
    await dana.getByText('1 opening is within reach. Ask the firm about them.').waitFor()
    expect(await dana.getByText('Farlight').count()).toBe(0)
    expect(problems.flatMap(({ list }) => list)).toEqual([])
  })
})
