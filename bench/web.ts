import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { findOrInstallBrowser } from '../scripts/lib/browser.mjs'
import { type Stats, statsOf } from './lib/measure.ts'
import { step } from './lib/progress.ts'
import type { Report } from './lib/report.ts'
import { MAIN, type Server, serve, withFolder } from './lib/served.ts'

// The screens in a real browser, with the demo: what the first load weighs and takes, how fast one goes from screen to
// screen, how soon results follow the typing, whether a long list scrolls, and how soon the picture is drawn.

const PEOPLE = 10_000
const MANY = 50_000
const SEED = 1
const LOADS = 5
const ROUNDS = 6
const DRAWN = 5_000

export async function bench(): Promise<Report> {
  const browser = await chromium.launch({
    executablePath: await findOrInstallBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const usual = await withDemo(PEOPLE, async (server) => {
      const visit = await signedIn(browser, server)
      const load = await firstLoads(browser, visit)
      const page = await opened(visit)
      return { load, moves: await navigations(page), typed: await typing(page) }
    })
    const many = await withDemo(MANY, async (server) => {
      const page = await opened(await signedIn(browser, server))
      return { scroll: await scrolling(page), picture: await pictures(page) }
    })
    return report({ ...usual, ...many })
  } finally {
    await browser.close()
  }
}

async function withDemo<T>(people: number, work: (server: Server) => Promise<T>): Promise<T> {
  return withFolder(async (data) => {
    step(`making the demo of ${people} people`)
    const server = await serve(data, MAIN, ['demo', '--people', String(people), '--seed', String(SEED)])
    try {
      return await work(server)
    } finally {
      await server.stop()
    }
  })
}

type Visit = { context: BrowserContext; address: string }

async function signedIn(browser: Browser, { address, token }: Server): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    serviceWorkers: 'block',
  })
  // What runs in the page is compiled here, and names its functions by this helper.
  await context.addInitScript('globalThis.__name = (named) => named')
  const page = await context.newPage()
  await page.goto(`${address}/#start=${token}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.close()
  return { context, address }
}

async function opened({ context, address }: Visit): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${address}/invitations`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

type Load = { script: number; painted: number; shown: number }

/** Each in a browser that has nothing of the app: how much script comes over the wire, and when there is something to see. */
async function firstLoads(browser: Browser, { context, address }: Visit): Promise<Load[]> {
  const loads: Load[] = []
  const storageState = { cookies: await context.cookies(), origins: [] }
  for (let round = 1; round <= LOADS; round++) {
    step(`first load ${round} of ${LOADS}`)
    const fresh = await browser.newContext({ storageState, serviceWorkers: 'block' })
    loads.push(await firstLoad(await fresh.newPage(), address))
    await fresh.close()
  }
  return loads
}

async function firstLoad(page: Page, address: string): Promise<Load> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  const scripts = new Set<string>()
  let script = 0
  devtools.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) script += encodedDataLength
  })
  await page.goto(`${address}/invitations`)
  await page.locator('main ul li').first().waitFor()
  const shown = await page.evaluate(() => performance.now())
  const painted = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  )
  return { script, painted, shown }
}

/** From the click to the screen with its contents, in the page's own time: heading, and nothing that still loads. */
function move(page: Page, path: string, content: string): Promise<number> {
  return page.evaluate(
    ([to, wanted]) =>
      new Promise<number>((done, failed) => {
        const before = document.querySelector('h1')
        const link = document.createElement('a')
        const start = performance.now()
        const isThere = () =>
          location.pathname + location.search === to &&
          document.querySelector('h1') !== before &&
          !document.querySelector('main')!.innerText.includes('Loading…') &&
          document.querySelector(wanted!) !== null
        const look = () => {
          if (isThere()) done(performance.now() - start)
          else if (performance.now() - start > 20_000) failed(new Error(`${to} did not come`))
          else requestAnimationFrame(look)
        }
        // A link of the app, as the router makes them, is one click; any other way in is history.
        const own = document.querySelector<HTMLAnchorElement>(`a[href="${to}"]`) ?? link
        if (own === link) {
          history.pushState({}, '', to!)
          dispatchEvent(new PopStateEvent('popstate'))
        } else own.click()
        requestAnimationFrame(look)
      }),
    [path, content] as const,
  )
}

const ROW = 'main ul li, main table tr'

async function placesOf(page: Page): Promise<[path: string, content: string][]> {
  const ask = async (path: string) =>
    (await page.request.get(`${new URL(page.url()).origin}/api/${path}`)).json()
  const { invitations } = (await ask('invitation/list')) as {
    invitations: { id: string; organization: { id: string; name: string } | null }[]
  }
  const { people } = (await ask('person/list?top=20')) as { people: { id: string }[] }
  const invitation = invitations.find(({ organization }) => organization?.name === 'Sablewood Grid')!
  return [
    ['/to-do', ROW],
    ['/openings', ROW],
    ['/network', ROW],
    [`/network/people/${people[5]!.id}`, 'main section'],
    [`/network/organizations/${invitation.organization!.id}`, ROW],
    ['/introductions', ROW],
    ['/invitations', ROW],
    [`/invitations/${invitation.id}`, 'main section'],
    [`/invitations/${invitation.id}/prepare`, 'main section'],
    ['/looking-back', ROW],
    ['/values', 'main section'],
    ['/add', 'main section'],
  ]
}

async function navigations(page: Page): Promise<Map<string, number[]>> {
  const places = await placesOf(page)
  const took = new Map<string, number[]>()
  for (let round = 1; round <= ROUNDS; round++) {
    step(`from screen to screen, round ${round} of ${ROUNDS}`)
    for (const [path, content] of places) {
      const name = path.replace(/[0-9a-f-]{36}/, 'ID')
      took.set(name, [...(took.get(name) ?? []), await move(page, path, content)])
    }
  }
  return took
}

const SEARCHES = ['vera holm', 'data eng', 'cobalt', 'mueller', 'quality', 'amara']

/** From each letter to the frame that shows the results of what is typed by then. */
async function typing(page: Page): Promise<number[]> {
  await page.goto(`${new URL(page.url()).origin}/network`)
  const box = page.getByRole('searchbox')
  await box.waitFor()
  const took: number[] = []
  for (const words of SEARCHES) {
    step(`typing ${words}`)
    await box.fill('')
    for (let length = 1; length <= words.length; length++) {
      const typed = words.slice(0, length)
      if (typed.endsWith(' ')) {
        await box.press('Space')
        continue
      }
      const shown = resultsOf(page, typed)
      await box.press(typed.at(-1)!)
      took.push(await shown)
    }
  }
  return took
}

/** The time from the next letter to the frame after the answer to `typed` came. */
function resultsOf(page: Page, typed: string): Promise<number> {
  return page.evaluate(
    (words) =>
      new Promise<number>((done, failed) => {
        const isAnswer = ({ name }: PerformanceEntry) =>
          new URL(name).pathname === '/api/search/find' && new URL(name).searchParams.get('query') === words
        let start = Number.NaN
        addEventListener('input', ({ timeStamp }) => (start = timeStamp), { once: true, capture: true })
        performance.clearResourceTimings()
        const look = () => {
          if (performance.getEntriesByType('resource').some(isAnswer)) {
            requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)))
          } else if (performance.now() - start > 10_000) failed(new Error(`no answer to ${words}`))
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
    typed,
  )
}

type Scroll = { longest: number; tasks: number; rows: number; passed: number }

/** Through the list of everybody to its end, as fast as rows come; the browser says which tasks were long. */
async function scrolling(page: Page): Promise<Scroll> {
  step(`scrolling through ${MANY} people`)
  await page.goto(`${new URL(page.url()).origin}/network`)
  const table = page.getByRole('table').first()
  await table.waitFor()
  const rows = Number(await table.getAttribute('aria-rowcount'))
  await page.evaluate(() => {
    const tasks: number[] = []
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: 'longtask',
    })
    ;(window as unknown as { tasks: number[] }).tasks = tasks
  })
  await page.mouse.move(700, 600)
  const patience = performance.now() + 120_000
  let passed = 0
  for (let turn = 0; passed < rows && performance.now() < patience; turn++) {
    // Now a row at a time, now as far as there are rows.
    await page.mouse.wheel(0, turn % 5 === 4 ? 60_000 : 1_200)
    await page.evaluate(() => new Promise((frame) => requestAnimationFrame(frame)))
    passed = Number(await table.getByRole('row').last().getAttribute('aria-rowindex'))
  }
  const tasks = await longTasks(page)
  // The observer sees what it looks for: a task that is long on purpose.
  await page.evaluate(() => {
    const end = performance.now() + 150
    setTimeout(() => {
      while (performance.now() < end + 150);
    })
  })
  if ((await longTasks(page)).length === tasks.length) throw new Error('long tasks were not seen')
  return { longest: Math.max(0, ...tasks), tasks: tasks.length, rows, passed }
}

async function longTasks(page: Page): Promise<number[]> {
  await page.evaluate(() => new Promise((wait) => setTimeout(wait, 500)))
  return page.evaluate(() => [...(window as unknown as { tasks: number[] }).tasks])
}

/** From the click to the picture of 5,000 people with its labels. */
async function pictures(page: Page): Promise<number[]> {
  const took: number[] = []
  for (let round = 1; round <= 3; round++) {
    step(`the picture, round ${round} of 3`)
    await page.goto(`${new URL(page.url()).origin}/network`)
    await page.getByRole('table').first().waitFor()
    took.push(await move(page, '/network/picture', 'main svg text'))
  }
  const drawn = await page.getByRole('table').first().getAttribute('aria-rowcount')
  if (Number(drawn) < DRAWN) throw new Error(`only ${drawn} people are in the picture`)
  return took
}

type Measured = {
  load: Load[]
  moves: Map<string, number[]>
  typed: number[]
  scroll: Scroll
  picture: number[]
}

const least = (values: readonly number[]) => Math.min(...values)

function report({ load, moves, typed, scroll, picture }: Measured): Report {
  const every = [...moves.values()].flat()
  const [all, keys] = [statsOf(every), statsOf(typed)]
  const row = (name: string, { p50, p95, p99, most }: Stats) => [name, p50, p95, p99, most]
  return {
    tables: [
      {
        title: `first load, demo of ${PEOPLE} people`,
        head: ['', 'script, kB over the wire', 'first paint, ms', 'list shown, ms'],
        rows: [
          ['best', ...(['script', 'painted', 'shown'] as const).map((what) => best(load, what))],
          ['worst', ...(['script', 'painted', 'shown'] as const).map((what) => worst(load, what))],
        ],
      },
      {
        title: 'from the click to the screen with its contents, ms (the first visit loads its script)',
        head: ['screen', 'first visit', 'median', 'most'],
        rows: [...moves].map(([name, took]) => [name, took[0]!, statsOf(took).p50, Math.max(...took)]),
      },
      {
        title: 'ms',
        head: ['', 'p50', 'p95', 'p99', 'most'],
        rows: [row(`all ${every.length} navigations`, all), row(`${typed.length} letters typed`, keys)],
      },
      {
        title: `demo of ${MANY} people`,
        head: [
          'rows in the list',
          'scrolled to row',
          'long tasks',
          'longest, ms',
          `picture of ${DRAWN}, ms (best of 3)`,
        ],
        rows: [[scroll.rows, scroll.passed, scroll.tasks, scroll.longest, least(picture)]],
      },
    ],
    targets: [
      { says: 'script of the first load', value: worst(load, 'script'), most: 300, unit: 'kB' },
      { says: 'first content', value: best(load, 'shown') / 1000, most: 1.5, unit: 's' },
      { says: 'navigation, p95', value: all.p95, most: 200, unit: 'ms' },
      { says: 'typing to results, p95', value: keys.p95, most: 150, unit: 'ms' },
      { says: `longest task while ${scroll.rows} rows scroll`, value: scroll.longest, most: 100, unit: 'ms' },
      { says: `picture of ${DRAWN} people`, value: least(picture) / 1000, most: 2, unit: 's' },
    ],
    notes: ['browser, server and database share the machine', 'times are taken inside the page'],
  }
}

const inUnits = (what: keyof Load, value: number) => (what === 'script' ? value / 1000 : value)
const best = (loads: readonly Load[], what: keyof Load) => inUnits(what, least(loads.map((one) => one[what])))
const worst = (loads: readonly Load[], what: keyof Load) =>
  inUnits(what, Math.max(...loads.map((one) => one[what])))
