// `npm run screenshots`: the pictures of the README, taken of the demo with a set clock, so that they change only
// when the screens do. Desktop and phone, light and dark, into docs/pictures. With `--all`: every screen in every look,
// and each as it is before anything is on record, full length, into .cache/screens, to be looked at before a release.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findOrInstallBrowser } from './lib/browser.mjs'
import { say, sentenceOf } from './lib/say.mjs'
import { prepare, projectRoot } from './prepare.mjs'

const NOW = '2026-06-15T08:00:00Z'
const PEOPLE = '2000'
const isAll = process.argv.includes('--all')
const PICTURES = isAll ? join(projectRoot, '.cache', 'screens') : join(projectRoot, 'docs', 'pictures')
const LINK = /http:\/\/\S+#start=\S+/

const DESKTOP = { viewport: { width: 1280, height: 860 } }
const PHONE = { viewport: { width: 390, height: 780 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }

/** How a screen is looked at; a picture is called SCREEN-LOOK.png. */
const LOOKS = {
  'desktop-light': { device: DESKTOP, colorScheme: 'light' },
  'desktop-dark': { device: DESKTOP, colorScheme: 'dark' },
  'phone-light': { device: PHONE, colorScheme: 'light' },
  'phone-dark': { device: PHONE, colorScheme: 'dark' },
}

async function main() {
  await prepare()
  mkdirSync(PICTURES, { recursive: true })
  const browser = await chromium.launch({
    executablePath: await findOrInstallBrowser(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
    ],
  })
  try {
    await served(['demo', '--people', PEOPLE], (link) => takeAll(browser, link))
    if (isAll) await served(['serve'], (link) => takeEmpty(browser, link))
  } finally {
    await browser.close()
  }
}

/** Works with a server on a folder of its own, which is gone afterwards. */
async function served(command, work) {
  const data = mkdtempSync(join(tmpdir(), 'acquaint-pictures-'))
  const server = serve(command, data)
  try {
    await work(await linkOf(server))
  } finally {
    await stopped(server)
    rmSync(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}

function serve(command, data) {
  const program = join(projectRoot, 'dist', 'serve', 'main.js')
  return spawn(process.execPath, [program, ...command, '--data', data, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ACQUAINT_NOW: NOW, DATABASE_URL: '', LOG_LEVEL: 'error' },
  })
}

async function linkOf(server) {
  let said = ''
  for await (const chunk of server.stdout.iterator({ destroyOnReturn: false })) {
    said += chunk
    const link = LINK.exec(said)
    if (link) return link[0]
  }
  throw new Error(`the demo ended without a link; it said: ${said.trim() || 'nothing'}`)
}

/** One session serves all looks: the link is good once. */
async function takeAll(browser, link) {
  const { storageState, screens } = await signedIn(browser, link, isAll ? everyScreen : screensOf)
  for (const look of Object.keys(LOOKS)) {
    const asked = screens.filter(({ looks }) => looks.includes(look))
    await takeLook(browser, look, asked, storageState)
  }
}

/** The screens that one comes to before anything is on record. */
const BEFORE = [
  '/',
  '/invitations',
  '/to-do',
  '/openings',
  '/network',
  '/introductions',
  '/looking-back',
  '/values',
]

async function takeEmpty(browser, link) {
  const { storageState, screens } = await signedIn(browser, link, (_, origin) =>
    BEFORE.map((at) => ({ name: `empty-${at.slice(1) || 'start'}`, address: origin + at })),
  )
  for (const look of Object.keys(LOOKS)) await takeLook(browser, look, screens, storageState)
}

async function signedIn(browser, link, screensFor) {
  const first = await browser.newContext()
  const page = await first.newPage()
  await page.goto(link)
  await page.getByRole('main').waitFor()
  const storageState = { cookies: await first.cookies(), origins: [] }
  const screens = await screensFor(page.request, new URL(link).origin)
  await first.close()
  return { storageState, screens }
}

/** Every screen of the app, crowded by the demo. */
async function everyScreen(request, origin) {
  const ask = async (path) => (await request.get(`${origin}/api/${path}`)).json()
  const shown = await screensOf(request, origin)
  const { invitations } = await ask('invitation/list')
  const { people } = await ask(`person/list?search=${encodeURIComponent('Vera Holm')}`)
  const cobalt = invitations.find(({ organization }) => organization?.name === 'Cobalt Health').organization
    .id
  const open = invitations.filter(({ state }) => state === 'open' || state === 'taken').map(({ id }) => id)
  const more = {
    start: '/add',
    invitations: '/invitations',
    'to-do': '/to-do',
    openings: '/openings',
    network: '/network',
    organizations: '/network?show=organizations',
    found: '/network?search=data',
    picture: '/network/picture',
    person: `/network/people/${people[0].id}`,
    organization: `/network/organizations/${cobalt}`,
    introductions: '/introductions',
    'looking-back': '/looking-back',
    values: '/values',
    calls: '/calls',
    compare: `/compare?of=${open.slice(0, 3).join(',')}`,
    'not-found': '/nowhere',
  }
  const looks = Object.keys(LOOKS)
  const named = Object.entries(more).map(([name, at]) => ({ name, address: origin + at }))
  const known = shown.filter(({ name }) => name !== 'doors')
  return [...known, ...named].map((screen) => ({ ...screen, looks }))
}

/** What is worth a picture; the ids are found through the API, as any program would. */
async function screensOf(request, origin) {
  const ask = async (path) => (await request.get(`${origin}/api/${path}`)).json()
  const { invitations } = await ask('invitation/list')
  const inviting = (name) => invitations.find(({ organization }) => organization?.name === name)
  const invited = (name) => inviting(name).id
  const { organization } = inviting('Cobalt Health')
  const worth = `/invitations/${invited('Sablewood Grid')}`
  const pathsTo = `/paths?to=${organization.id}&name=${encodeURIComponent(organization.name)}`
  return [
    { name: 'home', at: '/', looks: ['desktop-light'] },
    { name: 'worth', at: worth, looks: ['desktop-light', 'desktop-dark', 'phone-light'] },
    { name: 'doors', at: worth, from: /doors/i, looks: ['desktop-light', 'phone-dark'] },
    { name: 'prepare', at: `/invitations/${invited('Harrow & Vale')}/prepare`, looks: ['desktop-light'] },
    { name: 'debrief', at: `/invitations/${invited('Solenne Skincare')}/debrief`, looks: ['phone-light'] },
    { name: 'paths', at: pathsTo, looks: ['desktop-light'] },
    { name: 'lineage', at: `/lineage/${invited('Cobalt Health')}`, looks: ['desktop-light', 'phone-dark'] },
  ].map(({ at, ...screen }) => ({ ...screen, address: origin + at }))
}

async function takeLook(browser, look, screens, storageState) {
  const { device, colorScheme } = LOOKS[look]
  const context = await browser.newContext({
    ...{ ...device, colorScheme, storageState, reducedMotion: 'reduce', locale: 'en-GB' },
    timezoneId: 'Europe/Amsterdam',
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => say(`${look}: the page says: ${error.message}`))
  await page.clock.setFixedTime(NOW)
  for (const { name, address, from } of screens) {
    await page.goto(address)
    await settled(page)
    if (from) await scrollTo(page, from)
    const path = join(PICTURES, `${name}-${look}.png`)
    await page.screenshot({ path, animations: 'disabled', caret: 'hide', fullPage: isAll })
    say(`${name}-${look}.png, ${Math.round(statSync(path).size / 1024)} kB`)
  }
  await context.close()
}

/** A heading to the top, with a little air. */
async function scrollTo(page, name) {
  const heading = page.getByRole('heading', { level: 2, name }).first()
  await heading.evaluate((element) => scrollTo(0, element.getBoundingClientRect().top + scrollY - 32))
}

/** The stream of changes stays open, so the network is never idle: wait for what is shown to be whole. */
async function settled(page) {
  await page.getByRole('main').waitFor()
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForFunction(() => !document.body.innerText.includes('Loading…'))
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

async function stopped(server) {
  if (server.exitCode !== null) return
  const ended = new Promise((done) => server.once('exit', done))
  server.kill('SIGTERM')
  await ended
}

try {
  await main()
} catch (error) {
  say(`npm run screenshots: ${sentenceOf(error)}`)
  process.exitCode = 1
}
