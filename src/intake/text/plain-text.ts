import { load } from 'cheerio'

/** Longer descriptions are cut: they are read by people and matched by words, both done long before. */
export const TEXT_LIMIT = 20_000

const DROPPED = new Set(['script', 'style', 'template', 'noscript', 'head', 'svg', 'iframe', 'object'])
const BLOCKS = new Set(
  'address article blockquote br dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
)

/** What stands after and before an element in the text. */
const marksOf = (name: string): [string, string] => {
  if (name === 'br') return ['', '\n']
  if (name === 'li') return ['', '\n- ']
  return BLOCKS.has(name) ? ['\n', '\n'] : ['', '']
}

/** A node of an HTML tree, as far as its text is concerned. */
export type HtmlNode = {
  type: string
  name?: string
  data?: string
  children?: HtmlNode[]
  next?: HtmlNode | null
}

/** Parses HTML in linear time, whatever its nesting. */
export const parseHtml = (html: string) => load(html, { xml: { xmlMode: false, decodeEntities: true } })

const tidy = (text: string): string =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** The text of a part of a page, blocks on lines of their own, without scripts and styles. Not recursive: pages nest as they like. */
export const textOfNodes = (nodes: HtmlNode[], limit = TEXT_LIMIT): string => {
  const parts: string[] = []
  const stack: (HtmlNode | string)[] = [...nodes].reverse()
  let length = 0
  while (stack.length > 0 && length < limit * 2) {
    const node = stack.pop()!
    const text =
      typeof node === 'string' ? node : node.type === 'text' ? (node.data ?? '').replace(/\s+/g, ' ') : ''
    parts.push(text)
    length += text.length
    if (typeof node === 'string' || !node.children || DROPPED.has(node.name ?? '')) continue
    const mark = marksOf(node.name ?? '')
    stack.push(mark[0])
    for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!)
    stack.push(mark[1])
  }
  return tidy(parts.join('')).slice(0, limit)
}

const TAGS =
  /<\/?(?:p|div|span|br|ul|ol|li|strong|b|em|i|u|h[1-6]|a|script|style|table|tr|td|img|section|font)\b[^<>]{0,2000}>/i

const ESCAPED = /&(?:amp;)*lt;\/?[a-z][^<>]{0,2000}&(?:amp;)*gt;/i

/**
 * HTML, also HTML escaped once or twice over (as Greenhouse and many JSON-LD generators write it), to plain text of at
 * most `limit` characters. Text that is no HTML comes back with its lines.
 */
export const plainText = (html: string, limit = TEXT_LIMIT): string => {
  const source = html.slice(0, limit * 20)
  if (!/[<&]/.test(source)) return tidy(source).slice(0, limit)
  let text = source
  for (let round = 0; round < 4 && (round === 0 || TAGS.test(text) || ESCAPED.test(text)); round++) {
    const $ = parseHtml(TAGS.test(text) ? text : text.replace(/\r?\n/g, '<br>'))
    text = textOfNodes($.root().toArray() as unknown as HtmlNode[], limit * 20)
  }
  return text.slice(0, limit)
}

/** A title or name on one line, its entities resolved ("R&amp;D" is "R&D"); other signs are left alone. */
export const oneLine = (text: string): string => {
  const resolved = /&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/i.test(text)
    ? plainText(text.replace(/</g, '&lt;'))
    : text
  return resolved.replace(/\s+/g, ' ').trim()
}

/** Whether a text begins as a page does: after comments and an XML head, with an element of HTML. */
export const beginsAsHtml = (beginning: string): boolean => {
  let rest = beginning.replace(/^\uFEFF?\s*(?:<\?xml[^>]*>)?\s*/, '')
  while (rest.startsWith('<!--') && rest.includes('-->'))
    rest = rest.slice(rest.indexOf('-->') + 3).trimStart()
  return /^<(?:!doctype html|html|head|body|title|meta|link|div|p|br|hr|script|style|main|section|article|header|nav|table|form|h[1-6]|ul|ol|span|a)\b/i.test(
    rest,
  )
}
