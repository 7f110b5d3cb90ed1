import type { Field } from '../fields.ts'
import type { Given, Positional } from './arguments.ts'

/** One word of the command line. */
export type Command = {
  name: string
  /** What follows the name, as the help shows it. */
  usage: string
  says: string
  fields: Field[]
  places: Positional[]
  /** Under which heading the help lists it. */
  group: 'main' | 'house' | 'all'
  run(given: Given): Promise<void>
}

/** A field of a command that no capability has. */
export const ownField = (name: string, says: string, kind: Field['kind'] = 'text'): Field => ({
  name,
  says,
  kind,
  many: false,
  required: false,
  choices: [],
  schema: {},
})
