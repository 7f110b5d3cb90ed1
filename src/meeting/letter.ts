import { said } from '../language.ts'
// The words of a letter after a meeting, from facts on record only; its sender changes and sends it. Pure.

/** What may be cited: the first that there is goes into the text. The note of a debrief is one's own, and is not cited. */
export type Cited =
  | { kind: 'promised-to-me'; says: string }
  | { kind: 'promised-by-me'; says: string }
  | { kind: 'opening'; title: string; organization: string }
  | { kind: 'role'; role: string }
  | { kind: 'meeting' }

export type LetterFacts = {
  kind: 'thank-you' | 'promised-to-me' | 'promised-by-me'
  name: string | null
  organization: string | null
  /** The day of the meeting, in words. */
  on: string
  cited: Cited
}

const CITES: { [K in Cited['kind']]: (fact: Extract<Cited, { kind: K }>) => string } = {
  'promised-to-me': ({ says }) =>
    said({
      en: `You kindly offered something that I look forward to: ${quoted(says)}`,
      de: `Sie haben freundlich etwas angeboten, auf das ich mich freue: ${quoted(says)}`,
    }),
  'promised-by-me': ({ says }) =>
    said({
      en: `I have not forgotten what I promised: ${quoted(says)}`,
      de: `Ich habe nicht vergessen, was ich versprochen habe: ${quoted(says)}`,
    }),
  opening: ({ title, organization }) =>
    said({
      en: `You mentioned the opening "${title}" at ${organization}; I would like to hear more of it, or of whom to ask.`,
      de: `Sie haben die Stelle „${title}“ bei ${organization} erwähnt; ich möchte gern mehr darüber hören, oder wen ich fragen kann.`,
    }),
  role: ({ role }) =>
    said({
      en: `What you said about the work as ${role} stays with me.`,
      de: `Was Sie über die Arbeit als ${role} gesagt haben, geht mir nach.`,
    }),
  meeting: () =>
    said({ en: 'I enjoyed hearing about your work.', de: 'Ich habe gern von Ihrer Arbeit gehört.' }),
}

export function letterOf({ kind, name, organization, on, cited }: LetterFacts): string {
  const met = organization ? said({ en: `${on} at ${organization}`, de: `${on} bei ${organization}` }) : on
  const cites = CITES[cited.kind] as (fact: Cited) => string
  return [greeting(name), `${beginning(kind, met)} ${cites(cited)}`, ending(kind)].join('\n\n')
}

function greeting(name: string | null): string {
  if (name === null) return said({ en: 'Hello,', de: 'Guten Tag,' })
  return said({ en: `Hello ${name.split(' ')[0]!},`, de: `Guten Tag ${name},` })
}

const beginning = (kind: LetterFacts['kind'], met: string): string =>
  kind === 'thank-you'
    ? said({ en: `Thank you for your time ${met}.`, de: `vielen Dank für Ihre Zeit ${met}.` })
    : said({ en: `It was good to meet you ${met}.`, de: `es hat mich gefreut, Sie ${met} kennenzulernen.` })

const ending = (kind: LetterFacts['kind']): string =>
  kind === 'promised-to-me'
    ? said({
        en: 'May I ask how it stands? Many thanks',
        de: 'Darf ich fragen, wie es damit steht? Vielen Dank',
      })
    : said({ en: 'With best regards', de: 'Mit besten Grüßen' })

function quoted(says: string): string {
  const text = says.trim().replace(/[.!]+$/, '')
  return said({ en: `"${text}".`, de: `„${text}“.` })
}
