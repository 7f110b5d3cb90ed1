import { Parser } from 'htmlparser2'
import { IntakeError } from '../records.ts'
import type { Json } from '../text/json.ts'

// XML as the objects that JSON would give: Europass writes the same records in both.

type Element = { name: string; attributes: Json; children: Json; text: string }

const DEEPEST = 100

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** What an element says: its children, else its text, else its attributes. */
function saidBy({ children, text, attributes }: Element): unknown {
  if (Object.keys(children).length > 0) return children
  return text.trim() === '' ? attributes : text
}

/** Puts a value under a name; said again, it becomes a list. */
function put(children: Json, name: string, value: unknown): void {
  const before = children[name]
  if (Array.isArray(before)) before.push(value)
  else children[name] = before === undefined ? value : [before, value]
}

/** Names come from a file: none of them is one that every object has. */
const element = (name: string, attributes: Json = {}): Element => ({
  ...{ name, attributes, text: '' },
  children: Object.create(null) as Json,
})

/**
 * The root's name and what it holds, without prefixes of names. Repeated elements are lists.
 * @throws {IntakeError} where it is not whole
 */
export function readXmlTree(file: string, text: string): { root: string; value: unknown } {
  const open = [element('')]
  const parser = new Parser(
    {
      onopentag(name, given) {
        if (open.length > DEEPEST) throw new IntakeError(`${file} is nested deeper than ${DEEPEST} levels.`)
        const said = Object.entries(given).filter(([key]) => !/^xmlns|^xsi:/.test(key))
        open.push(element(local(name), Object.fromEntries(said)))
      },
      ontext(piece) {
        open.at(-1)!.text += piece
      },
      onclosetag() {
        const done = open.pop()!
        put(open.at(-1)!.children, done.name, saidBy(done))
      },
    },
    { xmlMode: true },
  )
  parser.write(text)
  const isCut = open.length > 1
  parser.end()
  const [first] = Object.entries(open[0]!.children)
  if (first === undefined || isCut)
    throw new IntakeError(`${file} is no whole XML: an element is not closed.`)
  return { root: first[0], value: first[1] }
}
