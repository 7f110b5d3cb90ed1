import { version } from '../version.ts'
import { optionOf } from './arguments.ts'
import type { Command } from './command.ts'
import { columns } from './render/columns.ts'

const GROUPS = [
  ['main', 'The main job'],
  ['house', 'The house'],
  ['all', 'Everything it can do (the main job is short for some of these)'],
] as const

const GLOBALS: [string, string][] = [
  ['--data DIR', "the data folder; else ACQUAINT_DATA, else the platform's own place"],
  ['--workspace NAME', 'another workspace than the first personal one'],
  ['--as EMAIL', 'as this member of a shared workspace, and no more than they may'],
  ['--json', 'exactly one JSON object on standard output'],
  ['--help, --version', ''],
]

/** The help of the whole program. */
export function helpOf(commands: Command[]): string {
  const groups = GROUPS.map(([group, title]) => {
    const listed = commands.filter((one) => one.group === group)
    return `${title}\n${columns(listed.map(({ name, says }) => [`  ${name}`, says]))}`
  })
  return [
    `Acquaint ${version}: what a meeting is worth beyond the job.`,
    'acquaint COMMAND [...]; `acquaint help COMMAND` says more.',
    ...groups,
    `Everywhere\n${columns(GLOBALS.map(([option, says]) => [`  ${option}`, says]))}`,
  ].join('\n\n')
}

/** The help of one command. */
export function helpFor({ name, usage, says, fields }: Command): string {
  const options = fields.map((field) => {
    const choices = field.choices.length > 0 ? field.choices.join(', ') : ''
    const notes = [field.says, choices, field.many ? 'may be repeated' : ''].filter((note) => note !== '')
    return [`  --${optionOf(field.name)}`, notes.join('; ')]
  })
  return [
    `acquaint ${name} ${usage}`.trimEnd(),
    says,
    ...(options.length > 0 ? [columns(options)] : []),
  ].join('\n\n')
}
