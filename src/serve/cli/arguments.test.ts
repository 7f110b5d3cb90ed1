import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fieldsOf } from '../fields.ts'
import { readArguments } from './arguments.ts'
import { nearest, Usage } from './usage.ts'

const fields = fieldsOf(
  z.object({
    enthusiasm: z.number(),
    met: z.array(z.string()).default([]),
    note: z.string().optional(),
    outsideField: z.boolean().optional(),
  }),
)
const places = [{ name: 'invitation', required: true }]
const read = (...args: string[]) => readArguments(['Cobalt', '--enthusiasm', '4', ...args], fields, places)

describe('what is understood', () => {
  it('places, options and lists by repetition', () => {
    expect(read('--met', 'Vera=5', '--met', 'Tom').values).toEqual({
      invitation: 'Cobalt',
      enthusiasm: 4,
      met: ['Vera=5', 'Tom'],
    })
  })

  it('lists by several words after one option', () => {
    expect(read('--met', 'Vera=5', 'Tom', '--note', 'good').values).toMatchObject({
      met: ['Vera=5', 'Tom'],
      note: 'good',
    })
  })

  it('a list before the place that the command needs', () => {
    const { values } = readArguments(['--met', 'Vera', 'Cobalt', 'Tom', '--enthusiasm=4'], fields, places)
    expect(values).toMatchObject({ invitation: 'Cobalt', met: ['Vera', 'Tom'] })
  })

  it('flags, negated flags, and names as the field is called', () => {
    expect(read('--outside-field').values.outsideField).toBe(true)
    expect(read('--no-outside-field').values.outsideField).toBe(false)
    expect(read('--outsideField').values.outsideField).toBe(true)
  })

  it('values that begin with a dash, and everything after =', () => {
    expect(read('--note', '-').values.note).toBe('-')
    expect(read('--note=--json').values.note).toBe('--json')
  })

  it('what every command takes', () => {
    expect(read('--json', '--data', 'd', '--workspace', 'w').global).toEqual({
      json: true,
      help: false,
      data: 'd',
      workspace: 'w',
    })
  })

  it('help without anything that is otherwise required', () => {
    expect(readArguments(['--help'], fields, places).global.help).toBe(true)
  })
})

describe('what is wrong usage', () => {
  it.each([
    [['--nots', 'x'], 'There is no option --nots. Did you mean --note?'],
    [['--colour', 'red'], 'There is no option --colour.'],
    [['--note'], '--note needs a value.'],
    [['--note', '--json'], '--note needs a value.'],
    [['Vera'], '"Vera" is one word too many: put quotes around what belongs together.'],
  ])('%j', (args, sentence) => {
    expect(() => read(...args)).toThrow(new Usage(sentence))
  })

  it('a place or an option that is missing', () => {
    expect(() => readArguments(['--enthusiasm', '4'], fields, places)).toThrow(
      new Usage('INVITATION is missing.'),
    )
    expect(() => readArguments(['Cobalt'], fields, places)).toThrow(new Usage('--enthusiasm is missing.'))
  })
})

it('means the nearest word, and none when nothing is near', () => {
  expect(nearest('wroth', ['worth', 'paths'])).toBe('worth')
  expect(nearest('invitaton.worth', ['invitation.worth', 'invitation.list'])).toBe('invitation.worth')
  expect(nearest('colour', ['worth', 'paths'])).toBeNull()
})
