// The app without a connection: its files, and the last answers that a debrief needs. Nothing else is kept, and the
// answers are gone when the session is. The build fills in the files and a version made of them.
const VERSION = '__VERSION__'
const FILES = '__FILES__'.split(' ')
const SHELL = `acquaint-shell-${VERSION}`
const ANSWERS = 'acquaint-answers'
const KEPT = /^\/api(\/(workspace\/show|invitation\/list|invitation\/show|meeting\/prepare))?$/

const install = async () => {
  const shell = await caches.open(SHELL)
  await shell.addAll(['/', ...FILES])
  await self.skipWaiting()
}

const activate = async () => {
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => name !== SHELL && name !== ANSWERS).map((name) => caches.delete(name)),
  )
  await self.clients.claim()
}

/** A screen: as it is now, or as it was kept. */
const page = async (request) => {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.match('/', { cacheName: SHELL })
    if (kept) return kept
    throw error
  }
}

const file = async (request) => (await caches.match(request, { cacheName: SHELL })) ?? fetch(request)

/** An answer: as it is now, and kept; or the last that was kept. */
const answer = async (request) => {
  const answers = await caches.open(ANSWERS)
  try {
    const now = await fetch(request)
    if (now.ok) await answers.put(request, now.clone())
    if (now.status === 401) await caches.delete(ANSWERS)
    return now
  } catch (error) {
    const kept = await answers.match(request, { ignoreVary: true })
    if (kept) return kept
    throw error
  }
}

self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => event.waitUntil(activate()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (FILES.includes(pathname)) event.respondWith(file(request))
  else if (KEPT.test(pathname)) event.respondWith(answer(request))
})
