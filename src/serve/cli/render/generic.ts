import { columns, counted, indented } from './columns.ts'

type Values = Record<string, unknown>

/** Any object, readable: keys beside values, lists of alike things as tables. */
export function generic(value: unknown): string {
  if (isObject(value)) return fields(value)
  if (Array.isArray(value)) return list(value)
  return inline(value)
}

function fields(value: Values): string {
  const entries = Object.entries(value)
  const short = entries.filter(([, one]) => !isLong(one)).map(([key, one]) => [spaced(key), inline(one)])
  const long = entries
    .filter(([, one]) => isLong(one))
    .map(([key, one]) => `${heading(key, one)}\n${indented(generic(one))}`)
  return [...(short.length > 0 ? [columns(short)] : []), ...long].join('\n')
}

const heading = (key: string, value: unknown): string =>
  Array.isArray(value) ? `${spaced(key)} (${value.length})` : spaced(key)

function list(values: unknown[]): string {
  if (!values.every(isObject)) return values.map(inline).join('\n')
  const keys = [...new Set(values.flatMap((one) => Object.keys(one)))].filter((key) => key !== 'id')
  if (values.length === 0) return 'none'
  if (values.some((one) => keys.some((key) => isTall(one[key])))) return values.map(generic).join('\n\n')
  return columns([keys.map(spaced), ...values.map((one) => keys.map((key) => inline(one[key])))])
}

/** What needs lines of its own. */
const isLong = (value: unknown): boolean =>
  !isNamed(value) && (isObject(value) || (Array.isArray(value) && value.length > 0 && !value.every(isPlain)))
const isTall = (value: unknown): boolean => isLong(value) && Array.isArray(value)
const isPlain = (value: unknown): boolean => !isObject(value) && !Array.isArray(value)
const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
/** A person, an organization, an opening: shown by what it is called. */
const isNamed = (value: unknown): value is Values =>
  isObject(value) && typeof (value.name ?? value.title) === 'string' && 'id' in value

function inline(value: unknown): string {
  if (value === null || value === undefined) return '-'
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (isNamed(value)) return String(value.name ?? value.title)
  if (Array.isArray(value))
    return value.length === 0
      ? 'none'
      : value.every(isPlain)
        ? value.map(inline).join(', ')
        : counted(value.length, 'entry', 'entries')
  if (isObject(value))
    return Object.entries(value)
      .map(([key, one]) => `${spaced(key)} ${inline(one)}`)
      .join(', ')
  return String(value).replaceAll('\n', ' ')
}

/** `factsVersion` -> `facts version` */
const spaced = (key: string): string => key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
