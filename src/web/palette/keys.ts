/** Keys that work wherever no text is being typed. Pure but for the listener. */

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !/^(checkbox|radio|button)$/.test((target as HTMLInputElement).type)

/** How long a first key waits for its second, in milliseconds. */
const WAITS = 1200

/**
 * Follows keys and pairs of keys: `{ '?': help, 'g i': toInvitations }`. Answers how to stop. A key held with Ctrl, Alt
 * or Cmd is the browser's, but for `mod+k`, which works while typing too.
 */
export function followKeys(actions: Record<string, () => void>): () => void {
  let first: { key: string; at: number } | null = null
  const onKey = (event: KeyboardEvent) => {
    const isMod = event.ctrlKey || event.metaKey
    const key = isMod ? `mod+${event.key.toLowerCase()}` : event.key
    if ((isMod && key !== 'mod+k') || event.altKey || (!isMod && isTyping(event.target))) return
    const pair = first && event.timeStamp - first.at < WAITS ? `${first.key} ${key}` : key
    const action = actions[pair] ?? actions[key]
    first = action ? null : { key, at: event.timeStamp }
    if (!action) return
    event.preventDefault()
    action()
  }
  document.addEventListener('keydown', onKey)
  return () => document.removeEventListener('keydown', onKey)
}
