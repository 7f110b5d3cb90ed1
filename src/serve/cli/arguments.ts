import { type ParseArgsConfig, parseArgs } from 'node:util'
import { type Field, fromTexts } from '../fields.ts'
import { nearest, Usage } from './usage.ts'

// A thin layer over node:util's parseArgs. citty was looked at and left out: its options cannot be repeated, it lets
// unknown ones pass in silence, and its failures are neither one sentence nor exit code 2.

/** What stands without a dash, in order; the last may take all that follow. */
export type Positional = { name: string; required: boolean; many?: boolean }

export type Global = { data?: string; json: boolean; workspace?: string; as?: string; help: boolean }

export type Given = { global: Global; values: Record<string, unknown> }

const GLOBAL = {
  data: { type: 'string' },
  workspace: { type: 'string' },
  as: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options']

/** `cameFrom` is written `--came-from`; the field's own name is understood too. */
export const optionOf = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/**
 * Reads a command's arguments by its fields. A list is given by repeating its option, or by several words after it.
 * @throws Usage when an option is unknown, a value is missing or something is left over.
 */
export function readArguments(args: string[], fields: Field[], positionals: Positional[]): Given {
  const known = optionsOf(fields)
  const read: Read = { texts: new Map(), loose: [], global: {}, list: null }
  for (const token of tokensOf(args, known)) {
    if (token.kind === 'option') readOption(read, token, known)
    else if (token.kind === 'positional') readLoose(read, token.value, positionals.length)
  }
  const { json = false, help = false, ...folders } = read.global
  return {
    global: { ...folders, json, help },
    values: help ? {} : { ...placed(read.loose, positionals), ...valued(read.texts, fields) },
  }
}

type OptionToken = {
  kind: 'option'
  name: string
  rawName: string
  value: string | undefined
  inlineValue: boolean | undefined
}
type Token = OptionToken | { kind: 'positional'; value: string } | { kind: 'option-terminator' }
/** What was read so far; `list` is the list that further loose words would belong to. */
type Read = { texts: Map<string, string[]>; loose: string[]; global: Partial<Global>; list: Field | null }

function optionsOf(fields: Field[]): Map<string, Field> {
  return new Map(
    fields.flatMap((field) => [...new Set([optionOf(field.name), field.name])].map((name) => [name, field])),
  )
}

function tokensOf(args: string[], known: Map<string, Field>): Token[] {
  const own = [...known].map(
    ([name, { kind }]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' }] as const,
  )
  const options: ParseArgsConfig['options'] = { ...Object.fromEntries(own), ...GLOBAL }
  // Not strict: what is wrong is said in our own words, below.
  return parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true }).tokens
}

function readOption(read: Read, token: OptionToken, known: Map<string, Field>): void {
  read.list = null
  const positive = token.name.replace(/^no-/, '')
  const field =
    known.get(token.name) ?? (known.get(positive)?.kind === 'flag' ? known.get(positive) : undefined)
  if (field) {
    const text = field.kind === 'flag' ? (token.value ?? String(known.has(token.name))) : textOf(token)
    read.texts.set(field.name, [...(read.texts.get(field.name) ?? []), text])
    if (field.many) read.list = field
  } else if (token.name === 'json' || token.name === 'help') read.global[token.name] = true
  else if (token.name === 'data' || token.name === 'workspace' || token.name === 'as')
    read.global[token.name] = textOf(token)
  else throw unknownOption(token, [...known.keys(), ...Object.keys(GLOBAL)])
}

/** A word that looks like the next option is no value, unless it is written with `=`. */
function textOf({ value, rawName, inlineValue }: OptionToken): string {
  if (value !== undefined && (inlineValue || !value.startsWith('--'))) return value
  throw new Usage(`${rawName} needs a value.`)
}

function unknownOption({ name, rawName }: OptionToken, known: string[]): Usage {
  const meant = nearest(name, known)
  return new Usage(`There is no option ${rawName}.${meant === null ? '' : ` Did you mean --${meant}?`}`)
}

function readLoose(read: Read, word: string, places: number): void {
  if (read.list === null || read.loose.length < places) read.loose.push(word)
  else read.texts.get(read.list.name)!.push(word)
}

function valued(texts: Map<string, string[]>, fields: Field[]): Record<string, unknown> {
  const missing = fields.find(({ name, required }) => required && !texts.has(name))
  if (missing) throw new Usage(`--${optionOf(missing.name)} is missing.`)
  const given = fields.filter(({ name }) => texts.has(name))
  return Object.fromEntries(given.map((field) => [field.name, fromTexts(field, texts.get(field.name)!)]))
}

function placed(loose: string[], positionals: Positional[]): Record<string, unknown> {
  const last = positionals.at(-1)
  const placed = positionals.map(({ name, many }, index) => [name, many ? loose.slice(index) : loose[index]])
  const missing = positionals.find(({ required }, index) => required && loose[index] === undefined)
  if (missing) throw new Usage(`${missing.name.toUpperCase()} is missing.`)
  if (loose.length > positionals.length && !last?.many) {
    throw new Usage(
      `"${loose[positionals.length]}" is one word too many: put quotes around what belongs together.`,
    )
  }
  return Object.fromEntries(placed.filter(([, value]) => value !== undefined))
}
