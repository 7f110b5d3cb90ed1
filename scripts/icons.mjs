// `npm run icons`: the app's icon as pictures, drawn from src/web/public/favicon.svg by a browser.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findOrInstallBrowser } from './lib/browser.mjs'
import { projectRoot } from './prepare.mjs'

const folder = join(projectRoot, 'src', 'web', 'public')
const svg = readFileSync(join(folder, 'favicon.svg'), 'utf8')
/** A maskable icon may be cut to a circle: its picture keeps to the middle, its ground reaches the edge. */
const ICONS = [
  { name: 'icon-192.png', size: 192, inset: 0 },
  { name: 'icon-512.png', size: 512, inset: 0 },
  { name: 'icon-maskable-512.png', size: 512, inset: 64 },
]

const browser = await chromium.launch({
  executablePath: await findOrInstallBrowser(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
for (const { name, size, inset } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  const ground = inset > 0 ? 'background:#16705d' : ''
  await page.setContent(
    `<body style="margin:0;padding:${inset}px;box-sizing:border-box;${ground}">${svg}</body>`,
  )
  await page.screenshot({ path: join(folder, name), omitBackground: true })
}
await browser.close()
