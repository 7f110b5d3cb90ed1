import { isRecord, type Json, list, tryJson } from './json.ts'
import { type HtmlNode, parseHtml, textOfNodes } from './plain-text.ts'

/** An object of a page, with its place ("script 2", "microdata 1") and the way it is written. */
export type Found = { at: string; node: Json } | { at: string; broken: string }

/** schema.org names come bare (`title`), prefixed (`schema:title`) or whole (`https://schema.org/title`). */
export const bareName = (name: string): string => name.replace(/^(?:https?:\/\/schema\.org\/|schema:)/i, '')

const isType = (node: Json, type: string): boolean =>
  list(node['@type']).some((t) => typeof t === 'string' && bareName(t) === type)

const bareKeys = (node: Json): Json =>
  Object.fromEntries(Object.entries(node).map(([key, value]) => [bareName(key), value]))

/** All objects of a type in a value, however deep; references (`{"@id": ...}`) to objects beside them are resolved one level. */
export const nodesOfType = (root: unknown, type: string): Json[] => {
  const found: Json[] = []
  const byId = new Map<string, Json>()
  const stack: unknown[] = [root]
  while (stack.length > 0) {
    const value = stack.pop()
    if (typeof value !== 'object' || value === null) continue
    if (isRecord(value) && typeof value['@id'] === 'string' && Object.keys(value).length > 1)
      byId.set(value['@id'], value)
    if (isRecord(value) && isType(value, type)) found.push(value)
    const inside = Object.values(value)
    for (let i = inside.length - 1; i >= 0; i--) stack.push(inside[i])
  }
  const resolve = (value: unknown): unknown =>
    isRecord(value) && Object.keys(value).length === 1 ? (byId.get(String(value['@id'])) ?? value) : value
  return found.map((node) =>
    Object.fromEntries(Object.entries(bareKeys(node)).map(([key, value]) => [key, resolve(value)])),
  )
}

type Element = HtmlNode & { attribs?: Record<string, string> }

/** The two ways to write objects into a page: their attributes. */
const WAYS = [
  { name: 'microdata', scope: 'itemscope', type: 'itemtype', property: 'itemprop' },
  { name: 'RDFa', scope: 'typeof', type: 'typeof', property: 'property' },
] as const

type Way = (typeof WAYS)[number]

const literal = (element: Element): string => {
  const { content, href, src, datetime, value } = element.attribs ?? {}
  const isData = element.name === 'data' || element.name === 'meter'
  const given =
    content ?? href ?? (element.name === 'img' ? src : undefined) ?? datetime ?? (isData ? value : undefined)
  return given ?? textOfNodes([element])
}

const put = (node: Json, names: string, value: unknown): void => {
  for (const name of names.split(/\s+/).filter(Boolean).map(bareName)) {
    const before = Object.hasOwn(node, name) ? list(node[name]) : []
    Object.defineProperty(node, name, {
      value: [...before, value],
      enumerable: true,
      configurable: true,
      writable: true,
    })
  }
}

/** The objects that a page marks up, in order; nested ones hang below theirs too. Not recursive. */
const markedUp = (roots: Element[], way: Way): Json[] => {
  const nodes: Json[] = []
  const stack: { element: Element; owner?: Json }[] = roots.map((element) => ({ element })).reverse()
  while (stack.length > 0) {
    const { element, owner } = stack.pop()!
    const attributes = element.attribs ?? {}
    const types = Object.hasOwn(attributes, way.scope) ? (attributes[way.type] ?? '') : undefined
    const node: Json | undefined =
      types === undefined ? undefined : { '@type': types.split(/\s+/).map(bareName) }
    if (node) nodes.push(node)
    const property = attributes[way.property]
    if (property && owner) put(owner, property, node ?? literal(element))
    const below = element.children ?? []
    for (let i = below.length - 1; i >= 0; i--)
      stack.push({ element: below[i] as Element, owner: node ?? owner })
  }
  return nodes
}

const SCRIPT =
  /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)?|(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)?\s*;?\s*$/g

/** JSON-LD of a script. Line breaks inside of texts, which many sites write, are taken for blanks. */
const readScript = (source: string): { value: unknown } | { broken: string } => {
  const text = source.replace(SCRIPT, '')
  const first = tryJson(text)
  if ('value' in first) return first
  const second = tryJson(text.replace(/[\r\n\t]+/g, ' '))
  return 'value' in second ? second : first
}

/** What a page says about itself outside of its postings. */
export type PageFacts = { site?: string; canonical?: string }

/** All objects of a type that an HTML page holds as JSON-LD, microdata or RDFa, and the scripts that are broken. */
export const objectsInPage = (html: string, type: string): { found: Found[]; page: PageFacts } => {
  const $ = parseHtml(html)
  const found: Found[] = []
  $('script[type^="application/ld+json" i]').each((i, script) => {
    const at = `script ${i + 1}`
    const read = readScript($(script).contents().text())
    if ('broken' in read) found.push({ at, broken: `is not valid JSON: it breaks at ${read.broken}` })
    else found.push(...nodesOfType(read.value, type).map((node) => ({ at, node })))
  })
  const roots = $.root().toArray() as unknown as Element[]
  for (const way of WAYS) {
    const nodes = markedUp(roots, way).filter((node) => isType(node, type))
    found.push(...nodes.map((node, i) => ({ at: `${way.name} ${i + 1}`, node })))
  }
  const site = $('meta[property="og:site_name"]').attr('content')?.trim() || undefined
  const canonical = $('link[rel="canonical"]').attr('href') ?? $('meta[property="og:url"]').attr('content')
  return { found, page: { site, canonical } }
}
