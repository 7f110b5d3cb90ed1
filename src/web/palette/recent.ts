const KEPT = 'acquaint-recent'
const MOST = 8

/** Something that was opened from the palette: its address within the app, and what it is called. */
export type Recent = { path: string; says: string }

/** What was opened last, the latest first. */
export function recent(): Recent[] {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '[]') as Recent[]
  } catch {
    return []
  }
}

export function remember(one: Recent): void {
  const others = recent().filter(({ path }) => path !== one.path)
  localStorage.setItem(KEPT, JSON.stringify([one, ...others].slice(0, MOST)))
}
