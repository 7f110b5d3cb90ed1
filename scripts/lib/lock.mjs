// One preparation at a time in one folder. The lock is a file that names its holder's processes, and that the
// holder touches every second. It is stale when all of them are dead: when the holder is killed, the npm that it
// started goes on for a while. A holder on another host, or a process number that was given out anew, can only be
// told by a lock that nobody touches. That is counted in our own looks at it and not by the clock, so that a
// laptop that slept takes nobody's lock away.
import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'

const LOOK_MS = 200
const TOUCH_MS = 1000
const LOOKS_AT_UNKNOWN = 75
const LOOKS_AT_LIVING = 900
const SETTLE_MS = 100

/**
 * Runs `work(alsoHeldBy)` while holding the lock. `onWait(pid)` is told once when another process holds it;
 * `alsoHeldBy(pid)` names a process that must have ended too before anybody takes the lock over.
 */
export async function withLock(file, onWait, work) {
  const token = await take(file, onWait)
  const release = () => releaseOwn(file, token)
  const touching = setInterval(() => touch(file), TOUCH_MS)
  process.once('exit', release)
  try {
    return await work((pid) => write(file, token, [process.pid, pid]))
  } finally {
    clearInterval(touching)
    process.removeListener('exit', release)
    release()
  }
}

async function take(file, onWait) {
  const token = randomUUID()
  let seen
  while (!create(file, token)) {
    const now = look(file)
    if (!now) continue
    if (!seen) onWait(now.pids?.[0])
    seen = { ...now, looks: seen?.key === now.key ? seen.looks + 1 : 0 }
    if (isStale(seen)) await removeStale(file, seen)
    else await sleep(LOOK_MS)
  }
  return token
}

function create(file, token) {
  try {
    write(file, token, [process.pid], { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function write(file, token, pids, options) {
  writeFileSync(file, JSON.stringify({ token, pids, host: hostname() }), options)
}

function look(file) {
  try {
    const key = `${statSync(file).mtimeMs} ${readFileSync(file, 'utf8')}`
    return { key, ...holderIn(file) }
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

// A file that is still being written has no readable holder yet: it counts as untouched only after many looks.
function holderIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}

function isStale({ pids, host, looks }) {
  if (host !== hostname() || !pids) return looks >= LOOKS_AT_UNKNOWN
  return looks >= LOOKS_AT_LIVING || !pids.some(lives)
}

function lives(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

// Two waiters may find the same lock stale. Each moves aside what lies there and looks at what it has moved: if
// that is no longer the stale one, a quicker waiter's fresh lock was taken, and it is put back.
async function removeStale(file, { token }) {
  const aside = `${file}.${randomUUID()}`
  try {
    renameSync(file, aside)
    if (holderIn(aside).token !== token) linkSync(aside, file)
    rmSync(aside)
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(error.code)) throw error
    rmSync(aside, { force: true })
  }
  await sleep(SETTLE_MS * Math.random())
}

function touch(file) {
  try {
    const now = new Date()
    utimesSync(file, now, now)
  } catch {
    // The folder was deleted under us: the work itself will say so.
  }
}

function releaseOwn(file, token) {
  try {
    if (holderIn(file).token === token) rmSync(file, { force: true })
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}
