import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { withLock } from './lock.mjs'

let folder
let lock
const noWait = () => {}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-lock-'))
  lock = join(folder, 'lock')
})
afterEach(() => rmSync(folder, { recursive: true }))

const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid
const heldBy = (holder) =>
  writeFileSync(lock, JSON.stringify({ token: 'theirs', host: hostname(), ...holder }))

it('of two that want the lock at once, one waits for the other', async () => {
  const told = []
  const work = (name) => async () => {
    told.push(`${name} starts`)
    await sleep(50)
    told.push(`${name} ends`)
  }
  await Promise.all([withLock(lock, noWait, work('a')), withLock(lock, noWait, work('b'))])
  expect(told).toEqual(['a starts', 'a ends', 'b starts', 'b ends'])
})

it('a lock whose holder died is taken over, by one of many only', async () => {
  heldBy({ pids: [deadPid()] })
  let inside = 0
  let most = 0
  const work = async () => {
    inside += 1
    most = Math.max(most, inside)
    await sleep(20)
    inside -= 1
  }
  await Promise.all([1, 2, 3, 4].map(() => withLock(lock, noWait, work)))
  expect(most).toBe(1)
  expect(existsSync(lock)).toBe(false)
})

it('a lock is not taken over while its holder, or what its holder started, lives', async () => {
  heldBy({ pids: [deadPid(), process.pid] })
  const taken = withLock(lock, noWait, async () => 'taken')
  expect(await Promise.race([taken, sleep(700, 'waiting')])).toBe('waiting')
  rmSync(lock)
  expect(await taken).toBe('taken')
})

it('what the holder starts is named in the lock', async () => {
  await withLock(lock, noWait, async (alsoHeldBy) => {
    alsoHeldBy(4711)
    expect(JSON.parse(readFileSync(lock, 'utf8')).pids).toEqual([process.pid, 4711])
  })
  expect(existsSync(lock)).toBe(false)
})

it('the lock is given back when the work fails', async () => {
  const failing = withLock(lock, noWait, async () => {
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(existsSync(lock)).toBe(false)
})
