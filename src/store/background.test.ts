import { expect, it } from 'vitest'
import { createBackground } from './background.ts'

const turn = () => new Promise((resolve) => setImmediate(resolve))

it('does one thing after another, and those that come meanwhile, before it is settled', async () => {
  const background = createBackground()
  const done: string[] = []
  background.start(async () => {
    await turn()
    done.push('first')
    background.start(async () => done.push('from the first'))
  })
  background.start(async () => done.push('second'))
  expect(done).toEqual([])
  await background.settled()
  expect(done).toEqual(['first', 'second', 'from the first'])
})

it('goes on after what failed, and says so', async () => {
  const failed: unknown[] = []
  const background = createBackground((error) => failed.push(error))
  const broken = new Error('broken')
  background.start(() => Promise.reject(broken))
  let isDone = false
  background.start(async () => {
    isDone = true
  })
  await background.settled()
  expect([failed, isDone]).toEqual([[broken], true])
})
