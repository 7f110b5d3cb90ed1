import { isRecord, type Json, list, tryJson } from '../text/json.ts'
import { type HtmlNode, parseHtml, textOfNodes } from '../text/plain-text.ts'

/** An object of a page, with its place ("script 2", "microdata 1") and the way it is written. */
export type Found = { at: string; node: Json } | { at: string; broken: string }

/** schema.org names come bare (`title`), prefixed (`schema:title`) or whole (`https://schema.org/title`). */
const bareName = (name: string): string => name.replace(/^(?:https?:\/\/schema\.org\/|schema:)/i, '')

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

/** The objects of a type that a page marks up, in order, with the objects below them. Not recursive. */
const markedUp = (roots: Element[], way: Way, type: string): Json[] => {
  const found: Json[] = []
  const stack: { element: Element; owner?: Json }[] = roots.map((element) => ({ element })).reverse()
  while (stack.length > 0) {
    const { element, owner } = stack.pop()!
    const attributes = element.attribs ?? {}
    const types = Object.hasOwn(attributes, way.scope) ? (attributes[way.type] ?? '') : undefined
    const node: Json | undefined =
      types === undefined ? undefined : { '@type': types.split(/\s+/).map(bareName) }
    const isWanted = node !== undefined && isType(node, type)
    if (isWanted) found.push(node)
    const property = attributes[way.property]
    if (property && owner) put(owner, property, node ?? literal(element))
    const inside = isWanted || owner ? (node ?? owner) : undefined
    const below = element.children ?? []
    for (let i = below.length - 1; i >= 0; i--) stack.push({ element: below[i] as Element, owner: inside })
  }
  return found
}

/** Comments and CDATA marks, with which old pages hide a script from old browsers. */
const WRAPPING =
  /^\s*(?:<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[\s*(?:\*\/)?)|(?:-->|(?:\/\/|\/\*)?\s*\]\]>\s*(?:\*\/)?|;)\s*$/g

/** JSON-LD of a script. Line breaks inside of texts, which many sites write, are taken for blanks. */
const readScript = (source: string): { value: unknown } | { broken: string } => {
  const text = source.replace(WRAPPING, '')
  const first = tryJson(text)
  if ('value' in first) return first
  const second = tryJson(text.replace(/[\r\n\t]+/g, ' '))
  return 'value' in second ? second : first
}

/** What a page says about itself outside of its postings. */
export type PageFacts = { site?: string; canonical?: string }

/** Elements of a page that matter here, in order. cheerio's selectors take seconds where pages nest thousands deep. */
const elementsOf = (roots: Element[], names: Set<string>): Element[] => {
  const found: Element[] = []
  const stack: HtmlNode[] = [...roots].reverse()
  while (stack.length > 0) {
    const element = stack.pop()!
    if (names.has(element.name ?? '')) found.push(element)
    const below = element.children ?? []
    for (let i = below.length - 1; i >= 0; i--) stack.push(below[i]!)
  }
  return found
}

const factsOf = (elements: Element[]): PageFacts => {
  const meta = (property: string) =>
    elements.find((e) => e.attribs?.property === property)?.attribs?.content?.trim()
  const link = elements.find((e) => e.attribs?.rel?.toLowerCase() === 'canonical')?.attribs?.href
  return { site: meta('og:site_name') || undefined, canonical: link ?? meta('og:url') }
}

const inScripts = (elements: Element[], type: string): Found[] => {
  const scripts = elements.filter((e) => /^application\/ld\+json/i.test(e.attribs?.type?.trim() ?? ''))
  return scripts.flatMap((script, i): Found[] => {
    const at = `script ${i + 1}`
    const read = readScript((script.children ?? []).map((child) => child.data ?? '').join(''))
    if ('broken' in read) return [{ at, broken: `is not valid JSON: it breaks at ${read.broken}` }]
    return nodesOfType(read.value, type).map((node) => ({ at, node }))
  })
}

/** All objects of a type that an HTML page holds as JSON-LD, microdata or RDFa, and the scripts that are broken. */
export const objectsInPage = (html: string, type: string): { found: Found[]; page: PageFacts } => {
  const roots = parseHtml(html).root().toArray() as unknown as Element[]
  const elements = elementsOf(roots, new Set(['script', 'meta', 'link']))
  const marked = WAYS.flatMap((way) =>
    markedUp(roots, way, type).map((node, i) => ({ at: `${way.name} ${i + 1}`, node })),
  )
  return { found: [...inScripts(elements, type), ...marked], page: factsOf(elements) }
}
