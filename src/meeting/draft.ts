import type { PathShape } from '../people/shapes.ts'

/** A text that the first connector can forward, from facts on record only; the user changes and sends it. Pure. */
export function draftOf(path: PathShape, target: string, role: string | null): string {
  const [first] = path.steps
  const last = path.steps.at(-1)!
  const end = last.to.name
  const where = path.affiliation ? ` at ${path.affiliation.organization.name}` : ''
  const aim = role ? `about the opening "${role}"${where}` : `about the work${where || ` of ${target}`}`
  const how = first!.tie.evidence[0]?.says
  if (path.steps.length === 1) {
    return `Hello ${firstName(end)},\n\n${opening(how)}I would like to talk with you ${aim}. Would you have twenty minutes in the coming days?\n\nMany thanks`
  }
  const knows = last.tie.evidence[0]?.says
  const because = knows ? ` (${knows})` : ''
  const between = path.steps.length === 3 ? ` through ${last.from.name}` : ''
  return `Hello ${firstName(first!.to.name)},\n\n${opening(how)}You may know ${end}${where}${between}${because}. I would like to talk with ${firstName(end)} ${aim}. Would you introduce us, if you think well of it? A no is fine too.\n\nMany thanks`
}

const firstName = (name: string): string => name.split(' ')[0]!

const opening = (how: string | undefined): string =>
  how?.startsWith('met in an interview') ? 'It was good to meet you. ' : 'I hope this finds you well. '
