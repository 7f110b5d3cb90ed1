import type { Action } from '../../action.ts'
import { type Field, fieldsOf } from '../fields.ts'
import { optionOf, type Positional } from './arguments.ts'
import type { Command } from './command.ts'
import { readFiles } from './files.ts'
import { fileFieldOf, OUT, writeOut } from './out-file.ts'
import { print } from './print.ts'
import { offered, type Session, withSession } from './session.ts'
import { SHORT_FORMS, type ShortForm, type Told } from './short-forms.ts'

/** A command for each capability: `acquaint invitation.worth --invitation ID`. */
export const derivedCommands = (): Command[] => offered.map(derivedCommand)

function derivedCommand(declared: Action): Command {
  const file = fileFieldOf(declared)
  const fields = [...fieldsOf(declared.input), ...(file ? [OUT] : [])]
  const places: Positional[] = declared.files ? [{ name: 'path', required: true, many: true }] : []
  return {
    name: declared.name,
    usage: [...(declared.files ? ['PATH...'] : []), ...fields.map(usageOf)].join(' '),
    says: declared.says,
    fields,
    places,
    group: 'all',
    run: async ({ global, values: { path, out, ...input } }) => {
      const files = declared.files ? await readFiles(path as string[]) : undefined
      const answer = await withSession(global, (session) => session.ask(declared.name, input, files))
      const isWritten = file !== undefined && out !== undefined
      print(global, declared.name, isWritten ? await writeOut(String(out), file, answer) : answer, input)
    },
  }
}

function usageOf(field: Field): string {
  const option = `--${optionOf(field.name)}`
  const value =
    field.choices.length > 0 && field.choices.length <= 4 ? field.choices.join('|') : VALUES[field.kind]
  const whole = field.kind === 'flag' ? option : `${option} ${value}${field.many ? ' ...' : ''}`
  return field.required ? whole : `[${whole}]`
}

const VALUES = { text: 'TEXT', number: 'NUMBER', flag: '', json: 'JSON' }

/** The short forms of those capabilities that exist. */
export function shortCommands(): Command[] {
  const byName = new Map<string, Action>(offered.map((one) => [one.name, one]))
  return SHORT_FORMS.filter(({ capabilities }) => capabilities.every((name) => byName.has(name))).map(
    (form) =>
      shortCommand(
        form,
        form.capabilities.map((name) => byName.get(name)!),
      ),
  )
}

function shortCommand(form: ShortForm, declared: Action[]): Command {
  const { name, usage, says, places, run = (session, values) => asIs(session, form, values) } = form
  return {
    ...{ name, usage, says, places, group: 'main' },
    fields: fieldsFor(form, declared),
    run: async ({ global, values }) => {
      const told = await withSession(global, (session) => run(session, values))
      print(global, told.name, told.answer, values)
      if (told.refused !== undefined) throw new Error(told.refused)
    },
  }
}

const asIs = async (
  session: Session,
  { capabilities: [name] }: ShortForm,
  values: Record<string, unknown>,
): Promise<Told> => ({
  name: name!,
  answer: await session.ask(name!, values),
})

/** The options: the capabilities' own fields, required where all of them require it. */
function fieldsFor({ places, extra = [], without = [] }: ShortForm, declared: Action[]): Field[] {
  const taken = new Set([...places.map((place) => place.name), ...without])
  const each = declared.map(({ input }) => fieldsOf(input))
  const isRequired = (name: string) =>
    each.every((fields) => fields.some((one) => one.name === name && one.required))
  const theirs = each.flat().filter(({ name }) => !taken.has(name))
  const byName = new Map(theirs.map((field) => [field.name, { ...field, required: isRequired(field.name) }]))
  return [...byName.values(), ...extra]
}
