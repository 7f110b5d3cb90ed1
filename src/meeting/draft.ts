import { said } from '../language.ts'
import type { PathShape, TieShape } from '../people/shapes.ts'

/** A text that the first connector can forward, from facts on record only; the user changes and sends it. Pure. */
export function draftOf(path: PathShape, target: string, role: string | null): string {
  const { steps, affiliation } = path
  const [first, last] = [steps[0]!, steps.at(-1)!]
  const place = affiliation?.organization.name
  const greeted = firstName(first.to.name)
  const greeting = said({ en: `Hello ${greeted},`, de: `Hallo ${greeted},` })
  const between = steps.length === 3 ? last.from.name : null
  const ask =
    steps.length === 1 ? askDirectly(path, role) : askForIntroduction(path, place ?? target, role, between)
  const thanks = said({ en: 'Many thanks', de: 'Vielen Dank' })
  return [greeting, `${opening(first.tie)} ${ask}`, thanks].join('\n\n')
}

/** To somebody who is there, or was: they are asked for their own word, or for whom they would name. */
function askDirectly({ affiliation }: PathShape, role: string | null): string {
  if (affiliation === undefined) return askToTalk(said({ en: 'your work', de: 'deine Arbeit' }))
  const { organization, current } = affiliation
  if (current) return askToTalk(aimOf(role, organization.name))
  const about = role
    ? said({ en: `the opening "${role}"`, de: `die Stelle „${role}“` })
    : said({ en: 'the work', de: 'die Arbeit' })
  return said({
    en: `You know ${organization.name} from your time there. I would like to learn about ${about} there: whom would you suggest that I talk with?`,
    de: `Du kennst ${organization.name} aus deiner Zeit dort. Ich möchte mehr über ${about} dort erfahren: Mit wem sollte ich sprechen?`,
  })
}

const askToTalk = (aim: string): string =>
  said({
    en: `I would like to talk with you about ${aim}. Would you have twenty minutes in the coming days?`,
    de: `Ich würde gern mit dir über ${aim} sprechen. Hättest du in den nächsten Tagen zwanzig Minuten?`,
  })

const aimOf = (role: string | null, place: string): string =>
  role
    ? said({ en: `the opening "${role}" at ${place}`, de: `die Stelle „${role}“ bei ${place}` })
    : said({ en: `the work at ${place}`, de: `die Arbeit bei ${place}` })

function askForIntroduction(
  { steps, affiliation }: PathShape,
  target: string,
  role: string | null,
  between: string | null,
): string {
  const name = steps.at(-1)!.to.name
  const [who, where] = [firstName(name), affiliation ? placeOf(affiliation.current, target) : '']
  const aim = introductionAim(role, affiliation ? target : null)
  return said({
    en: `You may know ${name}${where}${between ? `, perhaps through ${between}` : ''}. I would like to talk with ${who} about ${aim}. Would you introduce us, if you think well of it? A no is fine too.`,
    de: `Vielleicht kennst du ${name}${where}${between ? `, möglicherweise über ${between}` : ''}. Ich würde gern mit ${who} über ${aim} sprechen. Würdest du uns bekannt machen, wenn du es für gut hältst? Ein Nein ist auch in Ordnung.`,
  })
}

const placeOf = (current: boolean, target: string): string =>
  current
    ? said({ en: ` at ${target}`, de: ` bei ${target}` })
    : said({ en: `, who was at ${target}`, de: `, früher bei ${target}` })

function introductionAim(role: string | null, place: string | null): string {
  if (role) return said({ en: `the opening "${role}"`, de: `die Stelle „${role}“` })
  return place ? aimOf(null, place) : said({ en: 'their work', de: 'die Arbeit dort' })
}

const firstName = (name: string): string => name.split(' ')[0]!

/** Whoever was met is reminded of it; how a tie was concluded is no business of a letter. */
const opening = ({ evidence }: TieShape): string =>
  evidence.some(({ kind }) => kind === 'met-in-interview')
    ? said({ en: 'It was good to meet you.', de: 'Es hat mich gefreut, dich kennenzulernen.' })
    : said({ en: 'I hope this finds you well.', de: 'ich hoffe, es geht dir gut.' })
