/** Deeper keys than this tell nothing about the kind of a file. */
const DEPTH = 4

type Frame = { path: string; depth: number; isList: boolean; key: string }

const pathOf = (frame: Frame | undefined): string => {
  if (!frame) return ''
  if (frame.isList) return `${frame.path}[]`
  return frame.path === '' ? frame.key : `${frame.path}.${frame.key}`
}

/** Offset of the quote that ends the text begun at `from`; the end when it is cut off. */
const endOfText = (text: string, from: number): number => {
  let at = from + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return Math.min(at, text.length)
}

const isKey = (text: string, after: number): boolean => /^\s{0,100}:/.test(text.slice(after, after + 101))

/**
 * The keys at the beginning of a JSON text as paths (`jobs[].id`, `[].text`, `basics.name`), without parsing it:
 * a head is cut off anywhere, and broken JSON must still be recognised to be refused with its name. Never fails.
 */
export const jsonKeys = (text: string): Set<string> => {
  const keys = new Set<string>()
  const stack: Frame[] = []
  if (!/^\uFEFF?\s*[{[]/.test(text)) return keys
  for (let at = 0; at < text.length; at++) {
    const top = stack.at(-1)
    const sign = text[at]
    if (sign === '{' || sign === '[') {
      const path = stack.length < DEPTH ? pathOf(top) : ''
      stack.push({ path, depth: stack.length, isList: sign === '[', key: '' })
    } else if (sign === '}' || sign === ']') stack.pop()
    else if (sign === '"') {
      const end = endOfText(text, at)
      if (top && !top.isList && isKey(text, end + 1)) {
        top.key = text.slice(at + 1, end)
        if (top.depth < DEPTH) keys.add(pathOf(top))
      }
      at = end
    }
  }
  return keys
}
