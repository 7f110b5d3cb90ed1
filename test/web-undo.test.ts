import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, launch } from './web/browser.ts'
import { openWebHouse, type WebHouse } from './web/house.ts'
import { expectGood, type Problems, watch } from './web/screen.ts'

// What was said by mistake is taken back: right after, from the message or by Ctrl-Z; and later, from the record.

const chromium = chromiumPath()

describe.skipIf(chromium === undefined)('taking back', () => {
  let browser: Browser
  let house: WebHouse
  let context: BrowserContext
  let page: Page
  let problems: Problems
  let invitation: string
  beforeAll(async () => {
    browser = await launch(chromium!)
    house = await openWebHouse()
    context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Oslo' })
    page = await context.newPage()
    problems = watch(page)
    await page.goto(await house.link())
    await page.getByRole('heading', { name: 'What is a meeting worth beyond the job?' }).waitFor()
    await post('me/set', { name: 'Nora Lind', email: 'nora@example.com' })
    await post('person/add', { name: 'Vera Holm', organization: 'Cobalt Health' })
    await post('opening/add', { title: 'Data Lead', organization: 'Cobalt Health' })
    const asked = { organization: 'Northwind', role: 'Head of Data', with: ['Vera Holm'] }
    const { invitation: id } = await post('invitation/add', asked)
    await post('invitation/decide', { invitation: id, verdict: 'take' })
    invitation = `${house.address}/invitations/${id}`
  })
  afterAll(async () => {
    await context?.close()
    await house?.close()
    await browser?.close()
  })

  const post = (path: string, input: object): Promise<Record<string, string>> =>
    page.evaluate(
      async ([to, body]) => {
        const headers = { 'content-type': 'application/json' }
        const response = await fetch(`/api/${to}`, { method: 'POST', headers, body: body! })
        if (!response.ok) throw new Error(`${to}: ${await response.text()}`)
        return response.json()
      },
      [path, JSON.stringify(input)],
    )
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  /** By the button beside what was done: an earlier message may still be there. */
  const undo = (says: string) =>
    page.getByRole('alert').filter({ hasText: says }).getByRole('button', { name: 'Undo' }).click()
  const choose = (group: RegExp, name: string) =>
    page.getByRole('group', { name: group }).getByRole('radio', { name, exact: true })
  const met = () => page.getByText('met in an interview, chemistry 5 of 5').count()

  it('a debrief that was just kept, by Ctrl-Z: the form is there again as it was filled', async () => {
    await page.goto(`${invitation}/debrief`)
    await choose(/want this now/, '4').click()
    await choose(/Chemistry with Vera/, '5').click()
    await button('Add a promise').click()
    await page.getByLabel('What', { exact: true }).fill('Send the talk on streaming')
    await button('Keep it').click()
    await page.getByText(/^1 person you met is part of your network now/).waitFor()
    await page.keyboard.press('Control+z')
    await button('Keep it').waitFor()
    expect(await choose(/Chemistry with Vera/, '5').isChecked()).toBe(true)
    expect(await page.getByLabel('What', { exact: true }).inputValue()).toBe('Send the talk on streaming')
    await page.goto(`${house.address}/to-do`)
    await page.getByRole('heading', { name: 'Nothing is waiting' }).waitFor()
  })

  it('and later, from its invitation: it is corrected in the form, or taken back whole', async () => {
    await page.goto(`${invitation}/debrief`)
    await button('Keep it').click()
    await page.getByText(/^1 person you met/).waitFor()
    await expectGood(page, 'debrief kept, to be undone')
    await page.goto(invitation)
    await page.getByRole('heading', { name: 'What you wrote afterwards' }).waitFor()
    await expectGood(page, 'an invitation with what was written')
    await button(/^Correct what you wrote/).focus()
    await page.keyboard.press('Enter')
    await choose(/want this now/, '4').waitFor()
    expect(await choose(/want this now/, '4').isChecked()).toBe(true)
    expect(await page.getByLabel('What', { exact: true }).inputValue()).toBe('Send the talk on streaming')
    await button('Remove').click()
    await choose(/want this now/, '2').click()
    await button('Keep it').click()
    await page.getByText(/^1 person you met is part of your network now and 1 follow-up noted/).waitFor()
    await page.goto(invitation)
    await button(/^Take back what you wrote/).click()
    await page.getByText('Taken back, with its ties and follow-ups').waitFor()
    await page.getByText('You take this meeting.').waitFor()
    expect(await page.getByRole('heading', { name: 'What you wrote afterwards' }).count()).toBe(0)
    await page.goto(`${house.address}/paths?to=Cobalt%20Health`)
    await page.getByRole('heading', { name: 'No path on record' }).waitFor()
  })

  it('that an introduction was asked for, right after', async () => {
    await page.goto(`${invitation}/debrief`)
    await button('Keep it').click()
    await page.getByText(/^1 person you met/).waitFor()
    await page.goto(`${house.address}/paths?to=Cobalt%20Health`)
    await page.getByText('met in an interview, chemistry 5 of 5').first().waitFor()
    expect(await met()).toBeGreaterThan(0)
    await button('Write to Vera').click()
    await page.getByLabel('Text to send').waitFor()
    await undo('Drafted')
    await button('Write to Vera').click()
    await page.getByLabel('Text to send').waitFor()
  })

  it('a step of it, right after and later; the debrief it goes back to stays, and says why', async () => {
    await page.goto(`${house.address}/introductions`)
    await button('I asked').click()
    await button('Introduced').waitFor()
    await undo('Noted: asked')
    await button('I asked').waitFor()
    expect(await button('Introduced').count()).toBe(0)
    await button('I asked').click()
    await button('Introduced').click()
    await page.getByText('Noted: introduced').waitFor()
    // Only the last step can be taken back, so only that is offered, and Ctrl-Z takes back one.
    await page.getByText('Noted: asked').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await button('Introduced').click()
    await button('We met').waitFor()
    expect(await page.getByText('That did not work').count()).toBe(0)
    await expectGood(page, 'introductions, a step to be taken back')
    await button('Take back the step: introduced').focus()
    await page.keyboard.press('Enter')
    await button('Introduced').waitFor()
    await page.goto(invitation)
    await button(/^Take back what you wrote/).click()
    await page
      .getByText('An introduction to Vera Holm goes back to this meeting: take that back first.')
      .waitFor()
    expect(await page.getByRole('heading', { name: 'What you wrote afterwards' }).count()).toBe(1)
  })

  it('a rejection, right after and later; an offer, and the answer to it', async () => {
    const end = async (how: string) => {
      await page.getByText('Write down how it ended').click()
      await button(how).click()
    }
    await page.goto(invitation)
    await end('They said no')
    await button('Take back: They said no').waitFor()
    await undo('They said no')
    await end('They said no')
    await button('Take back: They said no').click()
    await button('Undo').waitFor({ state: 'detached' })
    await end('They made an offer')
    await button('Decline the offer').click()
    await button('Take back: You declined the offer').waitFor()
    await undo('You declined the offer')
    await button('Accept the offer').waitFor()
    await expectGood(page, 'an offer, to be taken back')
    await button('Take back: They made an offer').click()
    await page.getByText('Write down how it ended').waitFor()
  })

  it('that two records are two people, right after and later', async () => {
    await post('person/add', { name: 'Jürgen Rautenkranz', organization: 'Acme GmbH' })
    await post('person/add', { name: 'Rautenkranz, Juergen', organization: 'Acme UK Ltd' })
    await page.goto(`${house.address}/network`)
    await page.getByRole('link', { name: 'Same person?' }).click()
    await button('Look through everybody').click()
    await button('Two people').click()
    await page.getByText('No pair waits').waitFor()
    await undo('are two people')
    await button('Two people').click()
    await page.getByText('No pair waits').waitFor()
    await expectGood(page, 'two people')
    await button(/^Take back that .* are two people$/).click()
    await button('Two people').waitFor()
    expect(problems.list).toEqual([])
  })
})
