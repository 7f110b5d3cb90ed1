import type { PathShape, TieShape } from '../people/shapes.ts'

/** A text that the first connector can forward, from facts on record only; the user changes and sends it. Pure. */
export function draftOf(path: PathShape, target: string, role: string | null): string {
  const { steps, affiliation } = path
  const [first, last] = [steps[0]!, steps.at(-1)!]
  const place = affiliation?.organization.name
  const greeting = `Hello ${firstName(first.to.name)},`
  const ask = steps.length === 1 ? askDirectly(path, role) : askForIntroduction(path, place ?? target, role)
  const between = steps.length === 3 ? `, perhaps through ${last.from.name}` : ''
  return [greeting, `${opening(first.tie)}${ask.replace('{between}', between)}`, 'Many thanks'].join('\n\n')
}

/** To somebody who is there, or was: they are asked for their own word, or for whom they would name. */
function askDirectly({ affiliation }: PathShape, role: string | null): string {
  if (affiliation === undefined)
    return 'I would like to talk with you about your work. Would you have twenty minutes in the coming days?'
  const { organization, current } = affiliation
  const aim = role ? `the opening "${role}" at ${organization.name}` : `the work at ${organization.name}`
  if (current)
    return `I would like to talk with you about ${aim}. Would you have twenty minutes in the coming days?`
  return `You know ${organization.name} from your time there. I would like to learn about ${role ? `the opening "${role}"` : 'the work'} there: whom would you suggest that I talk with?`
}

function askForIntroduction({ steps, affiliation }: PathShape, target: string, role: string | null): string {
  const name = steps.at(-1)!.to.name
  const where = affiliation ? (affiliation.current ? ` at ${target}` : `, who was at ${target}`) : ''
  const aim = role ? `the opening "${role}"` : affiliation ? `the work at ${target}` : 'their work'
  return `You may know ${name}${where}{between}. I would like to talk with ${firstName(name)} about ${aim}. Would you introduce us, if you think well of it? A no is fine too.`
}

const firstName = (name: string): string => name.split(' ')[0]!

/** Whoever was met is reminded of it; how a tie was concluded is no business of a letter. */
const opening = ({ evidence }: TieShape): string =>
  evidence.some(({ kind }) => kind === 'met-in-interview')
    ? 'It was good to meet you. '
    : 'I hope this finds you well. '
