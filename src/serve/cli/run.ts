import { openLog } from '../log.ts'
import { version } from '../version.ts'
import { readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { derivedCommands, shortCommands } from './derived.ts'
import { helpFor, helpOf } from './help.ts'
import { HOUSE_COMMANDS } from './house-commands.ts'
import { didYouMean, Usage } from './usage.ts'

/** All words of the command line. */
export const allCommands = (): Command[] => [...shortCommands(), ...HOUSE_COMMANDS, ...derivedCommands()]

/** Runs one command line; answers the exit code: 0 done, 1 refused (one sentence on standard error), 2 wrong usage. */
export async function runCli(args: string[]): Promise<0 | 1 | 2> {
  try {
    await dispatch(args, allCommands())
    return 0
  } catch (error) {
    openLog('silent').debug({ err: error }, 'the command failed')
    process.stderr.write(`acquaint: ${sentenceOf(error)}\n`)
    return error instanceof Usage ? 2 : 1
  }
}

async function dispatch(args: string[], commands: Command[]): Promise<void> {
  const { before, name, after } = inOneWord(splitAtCommand(args), commands)
  if (name === undefined && before.includes('--version')) return say(version)
  if (name === undefined || (name === 'help' && after.length === 0)) return say(helpOf(commands))
  if (name === 'help') return say(helpFor(helpedWith(after, commands)))
  const command = commandNamed(name, commands)
  const given = readArguments([...before, ...after], command.fields, command.places)
  if (given.global.help) return say(helpFor(command))
  await command.run(given)
}

const TAKE_A_VALUE = new Set(['--data', '--workspace', '--as'])

/** `help member add`, `help worth`: two words when there is such a command. */
function helpedWith([first = '', second = '']: string[], commands: Command[]): Command {
  return commands.find((one) => one.name === `${first} ${second}`) ?? commandNamed(first, commands)
}

type Split = { before: string[]; name: string | undefined; after: string[] }

/** `member add` is one command: a short form of two words, or the capability `member.add`. */
function inOneWord({ before, name, after }: Split, commands: Command[]): Split {
  const [verb, ...rest] = after
  const both = [`${name} ${verb}`, `${name}.${verb}`].find((word) =>
    commands.some((one) => one.name === word),
  )
  return both === undefined ? { before, name, after } : { before, name: both, after: rest }
}

/** The command is the first word that is neither an option nor the value of one. */
function splitAtCommand(args: string[]): Split {
  const at = args.findIndex(
    (word, index) => !word.startsWith('-') && !TAKE_A_VALUE.has(args[index - 1] ?? ''),
  )
  if (at === -1) return { before: checked(args), name: undefined, after: [] }
  return { before: args.slice(0, at), name: args[at], after: args.slice(at + 1) }
}

function checked(args: string[]): string[] {
  const unknown = args.find((word) => !['--help', '-h', '--version', '--json'].includes(word))
  if (unknown === undefined) return args
  throw new Usage(`${unknown} stands without a command; \`acquaint help\` lists them.`)
}

function commandNamed(name: string, commands: Command[]): Command {
  const found = commands.find((one) => one.name === name)
  if (found) return found
  const meant = didYouMean(name, [...commands.map((one) => one.name), 'help'])
  throw new Usage(`There is no command ${name}.${meant || ' `acquaint help` lists them.'}`)
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** One sentence on one line. */
function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/\s*\n\s*/g, ' ').trim()
}
