import { compact } from '../text/json.ts'
import { type CardProperty, splitValue } from './lines.ts'

/** What a property that nobody understood is kept as, for the way out. */
export type KeptProperty = {
  value: string
  params?: Record<string, string[]>
  group?: string
  label?: string
}

/** Pictures, sounds and keys are no facts; the others change with every export. */
const DROPPED = new Set(
  'BEGIN END VERSION PRODID REV PHOTO LOGO SOUND KEY X-MS-CARDPICTURE X-MS-OL-DESIGN X-ABLABEL'.split(' '),
)

/** The text of a value: its escapes resolved. */
export const plain = (text: string): string =>
  text.replace(/\\([nN\\,;:"'.])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign)).trim()

/** A property as it is kept: without what has been decoded already. */
const kept = ({ value, params, group }: CardProperty, label: string | undefined): KeptProperty => {
  const some = Object.entries(params).filter(([name]) => name !== 'ENCODING' && name !== 'CHARSET')
  // Only quoted-printable holds a line end as it is; everywhere else it is escaped.
  const line = value.replace(/\r\n|\r|\n/g, '\\n')
  return compact({
    value: line,
    params: some.length > 0 ? Object.fromEntries(some) : undefined,
    group,
    label,
  })
}

/** The components of a structured value, which semicolons separate. */
export const components = (value: string): string[] => splitValue(value, ';').map(plain)

/** What the property is for (`work`, `home`, `cell`, `fax`), in lower case. */
export const types = (property: CardProperty): string[] =>
  (property.params.TYPE ?? []).map((t) => t.toLowerCase())

/** Preferred ones first (PREF=1, TYPE=pref), otherwise as they stand. */
const preference = (property: CardProperty): number => {
  if (types(property).includes('pref')) return 0
  const rank = Number(property.params.PREF?.[0])
  return rank > 0 ? rank : 200
}

/** A card whose properties are taken one by one; what remains is kept. */
export class CardReader {
  readonly at: string
  #left: CardProperty[]
  readonly #all: CardProperty[]

  constructor(at: string, properties: CardProperty[]) {
    this.at = at
    this.#all = properties
    this.#left = properties.filter((p) => !DROPPED.has(p.name) && !this.#isData(p))
  }

  #isData(property: CardProperty): boolean {
    return /^(b|base64)$/i.test(property.params.ENCODING?.[0] ?? '')
  }

  /** The values that `read` understands of the properties with these names; those it does not stay behind. */
  take<T>(names: string, read: (property: CardProperty) => T | undefined): T[] {
    const wanted = names.split(' ')
    const tried = this.#left
      .filter((property) => wanted.includes(property.name))
      .map((property) => ({ property, value: read(property) }))
      .filter((one) => one.value !== undefined)
    const done = new Set(tried.map((one) => one.property))
    this.#left = this.#left.filter((property) => !done.has(property))
    const said = tried.filter((one) => one.value !== '')
    return said.sort((a, b) => preference(a.property) - preference(b.property)).map((one) => one.value!)
  }

  /** Values looked at without taking them. */
  peek(name: string): CardProperty[] {
    return this.#all.filter((p) => p.name === name)
  }

  #label(property: CardProperty): string | undefined {
    const label = this.#all.find(
      (p) => p.name === 'X-ABLABEL' && p.group !== undefined && p.group === property.group,
    )
    return label && plain(label.value).replace(/^_\$!<(.*)>!\$_$/, '$1')
  }

  /** What nobody took, by name. */
  rest(): Record<string, KeptProperty[]> {
    const rest: Record<string, KeptProperty[]> = {}
    for (const property of this.#left.filter((p) => p.value.trim() !== ''))
      rest[property.name] = [...(rest[property.name] ?? []), kept(property, this.#label(property))]
    return rest
  }
}
