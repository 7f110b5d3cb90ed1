import type { Context } from '../action.ts'
import { said } from '../language.ts'
import { type Id, newId } from '../store/ids.ts'

export type OriginId = Id<'origin'>

/** Notes where the records written next come from: a file, a form, a person's own word. */
export async function addOrigin(
  { tx, workspace, now }: Context,
  kind: string,
  name: string,
): Promise<OriginId> {
  const id = newId<'origin'>(now.getTime())
  await tx.insertInto('origin').values({ workspace_id: workspace, id, kind, name, at: now }).execute()
  return id
}

/** What the user says themselves. */
export const ownWord = (context: Context): Promise<OriginId> =>
  addOrigin(context, 'own-word', context.caller.name)

/** Origins that a form or a debrief has, as they are stored; the name of a file is said as it is. */
const GERMAN: Readonly<Record<string, string>> = {
  'invitation written down by you': 'Einladung, die Sie aufgeschrieben haben',
  'invitation completed by you': 'Einladung, die Sie ergänzt haben',
  'a round written down by you': 'eine Runde, die Sie aufgeschrieben haben',
  'opening written down by you': 'Stelle, die Sie aufgeschrieben haben',
  'a message pasted by you': 'eine Nachricht, die Sie eingefügt haben',
  'added by you': 'von Ihnen hinzugefügt',
  'who you are': 'wer Sie sind',
  'your debrief': 'Ihre Nachbesprechung',
  'a member was added': 'ein Mitglied wurde hinzugefügt',
  'their own word': 'eigene Angabe',
  'the invented world of the demo': 'die erfundene Welt der Demo',
}

/** Where a record comes from, for a reader. */
export const originInWords = (stored: string): string => said({ en: stored, de: GERMAN[stored] ?? stored })
