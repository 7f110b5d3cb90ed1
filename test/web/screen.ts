import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { violations } from './browser.ts'

export type Problems = { list: string[] }

/** Collects what goes wrong inside a page: uncaught errors, and errors on its console but for refused requests. */
export function watch(page: Page): Problems {
  const problems: Problems = { list: [] }
  page.on('pageerror', (error) => problems.list.push(error.message))
  page.on('console', (message) => {
    const isRefusal = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isRefusal) problems.list.push(message.text())
  })
  return problems
}

/** A screen is without violations, light on a desk and dark on a phone, and nothing sticks out of it there. */
export async function expectGood(page: Page, screen: string): Promise<void> {
  expect.soft(await violations(page, 'light'), `${screen}, light`).toEqual([])
  const size = page.viewportSize()!
  await page.setViewportSize({ width: 390, height: 844 })
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect.soft(tooWide, `${screen} is wider than a phone`).toBeLessThanOrEqual(0)
  expect.soft(await violations(page, 'dark'), `${screen}, dark, phone`).toEqual([])
  await page.setViewportSize(size)
}
