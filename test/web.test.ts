import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, launch } from './web/browser.ts'
import { openWebHouse, type WebHouse } from './web/house.ts'
import { expectGood, type Problems, watch } from './web/screen.ts'
import { exportFiles, type FixtureFile, jobsPage, MESSAGE, NAMESAKE } from './web/world.ts'

// The walk as the jobseeker sees it: a real browser, the real server and database, from the start link to the lineage.

const chromium = chromiumPath()
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, exact: true })
const upload = (files: FixtureFile[]) =>
  files.map(({ name, mimeType, text }) => ({ name, mimeType, buffer: Buffer.from(text) }))

describe.skipIf(chromium === undefined)('the web app', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch(chromium!)
  })
  afterAll(() => browser?.close())

  describe('from the start link to the lineage', () => {
    let house: WebHouse
    let context: BrowserContext
    let page: Page
    let problems: Problems
    let invitation: string
    beforeAll(async () => {
      house = await openWebHouse()
      // What a service worker answers from its store is not what came over the wire.
      context = await browser.newContext({
        ...{ locale: 'en-GB', timezoneId: 'Europe/Oslo', serviceWorkers: 'block' },
      })
      page = await context.newPage()
      problems = watch(page)
    })
    afterAll(async () => {
      await context?.close()
      await house?.close()
    })

    it('shows nothing without a session, and says how to come in', async () => {
      await page.goto(house.address)
      await heading(page, 'Open Acquaint').waitFor()
      await expectGood(page, 'closed')
    })

    it('opens by the start link once, within 300 kB of script', async () => {
      const link = await house.link()
      await page.goto('about:blank')
      await page.goto(link)
      await heading(page, 'What is a meeting worth beyond the job?').waitFor()
      expect(page.url()).not.toContain('start=')
      expect(await scriptBytes(page)).toBeLessThan(300_000)
      const other = await browser.newContext()
      const stranger = await other.newPage()
      await stranger.goto(link)
      await stranger.getByText('This link was used already').waitFor()
      await other.close()
      await expectGood(page, 'start')
    })

    it('imports an export and says file by file what became of it', async () => {
      const broken = { name: 'resume.json', mimeType: 'application/json', text: '{"basics": {"name": ' }
      const files = [...exportFiles(), jobsPage(), broken]
      await page.locator('input[type=file]').first().setInputFiles(upload(files))
      await page.getByText('LinkedIn connections', { exact: true }).waitFor()
      await page.getByText('1 left out: no name and no profile').waitFor()
      await expectGood(page, 'imported')
    })

    it('hands out the rows that could not be read as a CSV', async () => {
      const download = page.waitForEvent('download')
      await button(page, 'Unreadable rows as CSV (1)').click()
      const text = await readFile(await (await download).path(), 'utf8')
      expect(text).toMatch(/^\uFEFF"file","place","why"\r\n"resume\.json",/)
    })

    it('reads a pasted invitation and leads with whom one would meet', async () => {
      await page.getByLabel('The message').fill(MESSAGE)
      await button(page, 'Read it').click()
      await heading(page, 'Northwind Robotics · Data Platform Lead').waitFor()
      await page.getByText(/^You would meet Vera Holm \(VP Engineering\) and one other\./).waitFor()
      expect(await page.getByText(/\b0 doors/).count()).toBe(0)
      invitation = page.url()
      await expectGood(page, 'an invitation of which little is known')
    })

    it('grows before one’s eyes when a career is typed', async () => {
      const year = new Date().getUTCFullYear()
      const line = page.getByLabel(/^Where was Vera Holm before\?/)
      await line.fill(`Cobalt Health until ${year}`)
      await line.press('Enter')
      await page.getByText(/^That opened 2 more doors and brought 1 more organization/).waitFor()
      await heading(page, 'Doors elsewhere').waitFor()
      expect(await heading(page, 'Discretion').count()).toBe(0)
      await page.getByText('Why, in figures').first().click()
      await page
        .getByText(/^Reach 0\.\d\d: the chance/)
        .first()
        .waitFor()
      await expectGood(page, 'an invitation with its worth')
    })

    it('warns when somebody of the room was at the present employer', async () => {
      const line = page.getByLabel(/^Where was Tom Reyes before\?/)
      await line.fill('Harbor Analytics until 2019')
      await line.press('Enter')
      await heading(page, 'Discretion').waitFor()
      await page.getByText(/^Tom Reyes was at Harbor Analytics, your present employer/).waitFor()
      await expectGood(page, 'an invitation with a discretion flag')
    })

    it('refuses with a reason by one click, and takes after all', async () => {
      await button(page, 'Say no…').click()
      await page.getByText(/you would forgo meeting 2 people, 2 doors elsewhere/).waitFor()
      await expectGood(page, 'a refusal')
      await button(page, 'not the time').click()
      await page.getByText('You said no (not the time).').waitFor()
      await button(page, 'Take it after all').click()
      await page.getByText('You take this meeting.').waitFor()
    })

    it('prepares: the room, what to ask, and how much one wants it', async () => {
      await page.getByRole('link', { name: 'Prepare' }).click()
      await page.getByText(/what made Vera come to Northwind Robotics\?/).waitFor()
      await page.getByRole('radio', { name: '2' }).click()
      await page.getByText('Kept. It is locked when the meeting starts.').waitFor()
      await page.reload()
      expect(await page.getByRole('radio', { name: '2' }).isChecked()).toBe(true)
      await expectGood(page, 'prepare')
    })

    it('debriefs: chemistry, the call, a promise', async () => {
      await page.goto(`${invitation}/debrief`)
      await button(page, 'Keep it').click()
      await page.getByText('Choose a number from 1 to 5.').waitFor()
      const choose = (group: RegExp, name: string) =>
        page.getByRole('group', { name: group }).getByRole('radio', { name, exact: true }).click()
      await choose(/want this now/, '5')
      await choose(/Chemistry with Vera/, '5')
      await choose(/Would Vera take your call/, 'Yes')
      await button(page, 'Add a promise').click()
      await page.getByLabel('What', { exact: true }).fill('Send the talk on streaming')
      await expectGood(page, 'debrief')
      await button(page, 'Keep it').click()
      await page
        .getByText(/^2 people you met are part of your network now and \d follow-ups? noted/)
        .waitFor()
      await expectGood(page, 'debrief kept')
    })

    it('finds paths with their evidence, and says plainly when there is none', async () => {
      await page.goto(`${house.address}/paths?to=Cobalt%20Health`)
      await page.getByText('would take the call').first().waitFor()
      await expectGood(page, 'paths')
      await page.goto(`${house.address}/paths?to=Grand%20Hotel%20Example`)
      await heading(page, 'No path on record').waitFor()
      await expectGood(page, 'no path')
    })

    it('asks for an introduction and follows it to an invitation', async () => {
      await page.goto(`${house.address}/openings?reach=long`)
      const row = page.getByRole('listitem').filter({ has: heading(page, /^Data Platform Manager/) })
      await row.getByRole('button', { name: 'Write to Vera' }).click()
      expect(await page.getByLabel('Text to send').inputValue()).toMatch(/^Hello Vera,/)
      await expectGood(page, 'openings')
      await page.getByRole('link', { name: 'Introductions' }).first().click()
      await button(page, 'I asked').click()
      await button(page, 'Introduced').click()
      await expectGood(page, 'introductions')
      await page.getByRole('link', { name: 'It led to an invitation' }).click()
      await page.getByLabel('Role').fill('Data Platform Manager')
      await button(page, 'Add the invitation').click()
      await heading(page, 'Cobalt Health · Data Platform Manager').waitFor()
    })

    it('traces the offer back to the meeting that was nearly refused', async () => {
      await button(page, 'Take the meeting').click()
      await page.getByText('Write down how it ended').click()
      await button(page, 'They made an offer').click()
      await expectGood(page, 'an offer')
      await button(page, 'Accept the offer').click()
      await page.getByText('You accepted their offer.').waitFor()
      await page.getByRole('link', { name: 'What came of it', exact: true }).click()
      await page.getByText('nearly refused', { exact: true }).waitFor()
      const steps = await page.getByRole('main').getByRole('listitem').allInnerTexts()
      expect(steps.map((text) => text.split(/\s/)[0])).toEqual([
        ...['Invitation', 'Meeting', 'Introduction', 'Invitation', 'Offer', 'Accepted'],
      ])
      await expectGood(page, 'lineage')
    })

    it('shows the network: people, a person, organizations, one of them', async () => {
      await page.goto(`${house.address}/network`)
      await page.getByLabel(/^A name, an organization, a title/).fill('Vera')
      await page.getByRole('link', { name: 'Vera Holm' }).click()
      await page.getByText('met in an interview, chemistry 5 of 5').waitFor()
      await button(page, 'Keep out of paths').click()
      await page.getByText('You keep this tie out of every path.').waitFor()
      await button(page, 'Let it count again').click()
      await page.getByText('met in an interview, chemistry 5 of 5').waitFor()
      await button(page, 'Keep out of paths').click()
      await page.getByText('You keep this tie out of every path.').waitFor()
      await button(page, 'Undo').last().click()
      await page.getByText('met in an interview, chemistry 5 of 5').waitFor()
      await expectGood(page, 'a person')
      await page.getByRole('link', { name: 'Cobalt Health' }).first().click()
      await heading(page, 'Formerly here (1)').waitFor()
      await expectGood(page, 'an organization')
      await page.goto(`${house.address}/network?show=organizations`)
      await page.getByRole('link', { name: 'Meridian Freight' }).waitFor()
      await expectGood(page, 'organizations')
    })

    it('follows what another tab does', async () => {
      await page.goto(`${house.address}/invitations`)
      await heading(page, 'Ended').waitFor()
      const other = await context.newPage()
      await other.goto(`${house.address}/add`)
      await other.getByLabel('Organization').fill('Lantern Energy')
      await button(other, 'Add the invitation').click()
      await page.getByRole('link', { name: /Lantern Energy/ }).waitFor()
      await other.close()
      await expectGood(page, 'invitations')
    })

    it('follows what the command line does, within two seconds of its end', async () => {
      await house.cli('invitation.add', '--organization', 'Quillfeather Press', '--with', 'Ida Brandt')
      const done = Date.now()
      await page.getByRole('link', { name: /Quillfeather Press/ }).waitFor({ timeout: 2000 })
      expect(Date.now() - done).toBeLessThan(2000)
    })

    it('asks whether a namesake is the one of your connections, and believes the answer', async () => {
      await page.goto(`${house.address}/add`)
      await page.getByLabel('The message').fill(NAMESAKE)
      await button(page, 'Read it').click()
      const question = page.getByRole('group', {
        name: /^Is Oskar Lindqvist the Oskar Lindqvist of your conn/,
      })
      await question.waitFor()
      await page.getByText('new to you').waitFor()
      await expectGood(page, 'a look-alike')
      await question.getByRole('button', { name: 'Yes' }).click()
      await page.getByText('you know each other').waitFor()
      expect(await question.count()).toBe(0)
    })

    it('never failed on the way', () => expect(problems.list).toEqual([]))
  })

  describe('without any file', () => {
    let house: WebHouse
    let page: Page
    beforeAll(async () => {
      house = await openWebHouse()
      page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
      await page.goto(await house.link())
    })
    afterAll(async () => {
      await page?.context().close()
      await house?.close()
    })

    it('takes an invitation of two names and a firm, by the keyboard, and never argues for refusing', async () => {
      await page.getByLabel('Organization').focus()
      await page.keyboard.type('Cobalt Health')
      await page.getByLabel('Whom you would meet').focus()
      await page.keyboard.type('Ada Quist, Bo Ren')
      await page.getByLabel('Your name').focus()
      await page.keyboard.type('Nora Lind')
      await page.keyboard.press('Enter')
      await page.getByText(/^You would meet Ada Quist and one other\./).waitFor()
      await heading(page, 'Advice: take it').waitFor()
      await page.getByLabel('What is the role called?').waitFor()
      const take = button(page, 'Take the meeting')
      await take.focus()
      await page.keyboard.press('Enter')
      await page.getByText('You take this meeting.').waitFor()
    })

    it('shows empty screens that say what to do', async () => {
      for (const [place, title] of [
        ['openings', 'No opening on record'],
        ['introductions', 'No introduction asked for yet'],
      ]) {
        await page.goto(`${house.address}/${place}`)
        await heading(page, title!).waitFor()
        await expectGood(page, `${place}, empty`)
      }
    })
  })
})

/** Scripts as they came over the wire, in bytes. */
async function scriptBytes(page: Page): Promise<number> {
  return page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  )
}
