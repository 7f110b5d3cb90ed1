import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memberEnd, memberList } from '../src/access/members.ts'
import { candidacyAdd, candidacyMove } from '../src/desk/candidacies.ts'
import { mandateContact } from '../src/desk/mandate-team.ts'
import { mandateOpen } from '../src/desk/mandates.ts'
import { careerAdd } from '../src/people/career.ts'
import { personAdd, personList, personShow } from '../src/people/people.ts'
import { chromiumPath, launch } from './web/browser.ts'
import { openWebHouse, type WebFirm, type WebHouse } from './web/house.ts'
import { expectGood, type Problems, watch } from './web/screen.ts'

// A consultant and a client's contact, each in a browser of their own: what the one shares is what the other sees.

const chromium = chromiumPath()
const [CARL, CLIVE] = ['Carl Consul', 'Clive Ent']

describe.skipIf(chromium === undefined)('what is shared with a client', () => {
  let browser: Browser
  let house: WebHouse
  let firm: WebFirm
  let consultant: Page
  let client: Page
  let problems: Problems[]
  let mandate: string
  let person: string
  beforeAll(async () => {
    browser = await launch(chromium!)
    house = await openWebHouse()
    firm = await house.firm({ [CARL]: 'consultant', [CLIVE]: 'client-contact' })
    person = (await firm.ask(CARL, personAdd, { name: 'Vera Holm', notes: 'INTERNAL loud' })).person
    await firm.ask(CARL, careerAdd, { person, at: ['Northwind:2015..2019'] })
    mandate = (await firm.ask(CARL, mandateOpen, { title: 'Head of finance', client: 'Globex' })).mandate
    const { people } = await firm.ask(CARL, personList, { search: CLIVE })
    await firm.ask(CARL, mandateContact, { mandate, person: people[0]!.id, part: 'decides' })
    const { candidacy } = await firm.ask(CARL, candidacyAdd, { mandate, person })
    const reason = { reason: 'INTERNAL reason', note: 'INTERNAL note' }
    await firm.ask(CARL, candidacyMove, { candidacy, to: 'shortlist', moves: 0, ...reason })
    consultant = await (await browser.newContext({ locale: 'en-GB' })).newPage()
    client = await (await browser.newContext({ locale: 'de-DE' })).newPage()
    problems = [watch(consultant), watch(client)]
    await consultant.goto(await firm.link(CARL))
    await client.goto(await firm.link(CLIVE))
  })
  afterAll(async () => {
    await house?.close()
    await browser?.close()
  })

  it('is nothing by default', async () => {
    await client.getByRole('heading', { name: 'Mit Ihnen ist noch nichts geteilt' }).waitFor()
    await expectGood(client, 'nothing shared')
  })

  it('is chosen field by field, by the keyboard alone', async () => {
    await consultant.goto(`${house.address}/mandates/${mandate}`)
    await consultant.getByRole('link', { name: 'Vera Holm' }).click()
    const choose = consultant.getByRole('button', { name: 'Choose what is shared' })
    await choose.focus()
    await consultant.keyboard.press('Enter')
    await consultant.getByLabel('Career').focus()
    await consultant.keyboard.press('Space')
    await consultant.getByLabel('Summary', { exact: true }).focus()
    await consultant.keyboard.press('Space')
    await consultant.getByLabel('Summary, written for the client').fill('Built two finance teams.')
    await expectGood(consultant, 'choosing what is shared')
    await consultant.getByRole('button', { name: 'Share exactly this' }).press('Enter')
    await consultant.getByText('Career, Summary').waitFor()
  })

  it('is exactly that for the client, and no internal note', async () => {
    await client.reload()
    await client.getByRole('link', { name: 'Kandidatur 1' }).click()
    await client.getByText('Built two finance teams.').waitFor()
    await client.getByText('Northwind').waitFor()
    const all = await client.locator('body').innerText()
    expect(all).not.toMatch(/Vera|INTERNAL/)
    expect(await client.getByRole('navigation').count()).toBe(0)
    await expectGood(client, 'a candidate shared')
  })

  it('is answered by the client; the card and the timeline have it, and the answer comes back', async () => {
    await client.getByLabel('Was meinen Sie?').fill('Which systems?')
    await client.getByRole('button', { name: 'Bitte mehr' }).press('Enter')
    await client.getByText('An die Beratung gesendet.').waitFor()
    await consultant.getByText('Which systems?').waitFor()
    await consultant.getByLabel('Answer the client').fill('Two of them.')
    await consultant.getByRole('button', { name: 'Send the answer' }).click()
    await consultant.getByText('Two of them.').waitFor()
    await consultant.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await consultant.getByText('The client: More, please', { exact: true }).waitFor()
    const { timeline } = await firm.ask(CARL, personShow, { person })
    expect(timeline.map(({ says }) => says).join('\n')).toContain('the client (Clive Ent): more, please')
    await client.reload()
    await client.getByText('Two of them.').waitFor()
  })

  it('is seen by criteria that are fixed from the first scorecard on', async () => {
    await consultant.getByRole('link', { name: 'Details' }).click()
    await consultant.getByRole('button', { name: 'Set the criteria' }).press('Enter')
    await consultant.getByLabel('One criterion a line, its weight behind it').fill('Leads people 3\nFrench')
    await consultant.getByRole('button', { name: 'Keep the criteria' }).press('Enter')
    await consultant.getByText('Leads people (weight 3)').waitFor()
    await consultant.getByRole('link', { name: 'Board', exact: true }).click()
    await consultant.getByRole('link', { name: 'Vera Holm' }).click()
    const dialog = consultant.getByRole('dialog')
    for (const criterion of ['Leads people (weight 3)', 'French (weight 1)']) {
      await dialog.getByRole('group', { name: criterion }).getByRole('radio', { name: '4' }).check()
    }
    await expectGood(consultant, 'a scorecard to fill in')
    await dialog.getByRole('button', { name: 'Hand it in' }).press('Enter')
    await dialog.getByText('Overall, by the weights shown: 4').waitFor()
    await expectGood(consultant, 'scorecards side by side')
    await dialog.getByRole('button', { name: 'Close' }).click()
    await consultant.getByRole('link', { name: 'Details' }).click()
    await consultant.getByText('fixed, since a scorecard is in').waitFor()
    await consultant.getByRole('heading', { name: 'How far they come' }).waitFor()
    await expectGood(consultant, 'the details of a mandate')
    expect(await consultant.getByRole('button', { name: 'Set the criteria' }).count()).toBe(0)
    await consultant.getByRole('link', { name: 'Board', exact: true }).click()
  })

  it('has a map of the market, with who is known, considered and approached there, as a file too', async () => {
    await firm.ask(CARL, personAdd, { name: 'Nadia North', organization: 'Northwind' })
    await consultant.getByRole('link', { name: 'Market map' }).click()
    await consultant.getByRole('combobox', { name: 'Which organization?' }).fill('Northw')
    await consultant.getByRole('option', { name: 'Northwind' }).click()
    await consultant.getByRole('button', { name: 'Put on the map' }).press('Enter')
    await consultant.getByRole('row', { name: 'Northwind 1 0 0 0' }).waitFor()
    await expectGood(consultant, 'the market map')
    const downloading = consultant.waitForEvent('download')
    await consultant.getByRole('button', { name: 'Download the map as CSV' }).click()
    expect((await downloading).suggestedFilename()).toBe('market-map.csv')
    await consultant.getByRole('link', { name: 'Board', exact: true }).click()
  })

  it('is reported with one click, as a PDF and as a page to print', async () => {
    await consultant.getByRole('link', { name: 'Details' }).click()
    const downloading = consultant.waitForEvent('download')
    await consultant.getByRole('button', { name: 'Make a report (PDF)' }).press('Enter')
    const download = await downloading
    expect(download.suggestedFilename()).toMatch(/^Head-of-finance-\d{4}-\d{2}-\d{2}\.pdf$/)
    await consultant.getByRole('link', { name: 'Open to print' }).click()
    await consultant.getByRole('heading', { name: 'Head of finance: report' }).waitFor()
    await consultant.getByText('Built two finance teams.').waitFor()
    expect(await consultant.locator('main').innerText()).not.toMatch(/Vera|INTERNAL/)
    await expectGood(consultant, 'a report')
    await consultant.goto(`${house.address}/mandates/${mandate}`)
  })

  it('is gone at once when it is taken back', async () => {
    await consultant.getByRole('link', { name: 'Vera Holm' }).click()
    await consultant.getByRole('button', { name: 'Choose what is shared' }).click()
    await consultant.getByRole('button', { name: 'Take it all back' }).click()
    await consultant.getByText('Nothing is shared.').waitFor()
    await client.reload()
    await client.getByText('Built two finance teams.').waitFor({ state: 'detached' })
    expect(await client.locator('body').innerText()).not.toContain('Northwind')
  })

  it('comes to a placement: the offer, its yes, the guarantee among what is to do, the sources in shares', async () => {
    await consultant.getByLabel('What was offered (optional)').fill('Two years, then equity')
    await consultant.getByRole('button', { name: 'An offer was made' }).press('Enter')
    await consultant.getByLabel('First day').fill('2027-02-01')
    await consultant.getByLabel('Guarantee until (optional)').fill('2027-07-31')
    await expectGood(consultant, 'an offer')
    await consultant.getByRole('button', { name: 'The offer was accepted' }).press('Enter')
    await consultant.getByText('guaranteed until').waitFor()
    await consultant.getByRole('link', { name: 'How it came about' }).click()
    await consultant.getByText('Vera Holm accepted: Globex').waitFor()
    await consultant.goto(`${house.address}/to-do`)
    await consultant.getByText('The guarantee of this placement ends').waitFor()
    await consultant.goto(`${house.address}/mandates`)
    await consultant.getByRole('heading', { name: 'Where candidates come from' }).waitFor()
    await consultant.getByRole('row', { name: 'All 1 (100 %) 1 (100 %)' }).waitFor()
    await expectGood(consultant, 'mandates with sources')
  })

  it('is closed to whoever was let out, at once', async () => {
    const { members } = await firm.ask('owner', memberList, {})
    const { id: member } = members.find(({ name }) => name === CLIVE)!
    await firm.ask('owner', memberEnd, { member })
    const answer = await client.evaluate(async () => (await fetch('/api/client/show')).status)
    expect(answer).toBe(401)
    expect(problems.map(({ list }) => list)).toEqual([[], []])
  })
})
