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
  'promised-to-me': ({ says }) => `You kindly offered something that I look forward to: ${quoted(says)}`,
  'promised-by-me': ({ says }) => `I have not forgotten what I promised: ${quoted(says)}`,
  opening: ({ title, organization }) =>
    `You mentioned the opening "${title}" at ${organization}; I would like to hear more of it, or of whom to ask.`,
  role: ({ role }) => `What you said about the work as ${role} stays with me.`,
  meeting: () => 'I enjoyed hearing about your work.',
}

export function letterOf({ kind, name, organization, on, cited }: LetterFacts): string {
  const greeting = name === null ? 'Hello,' : `Hello ${name.split(' ')[0]!},`
  const met = `${on}${organization ? ` at ${organization}` : ''}`
  const begin = kind === 'thank-you' ? `Thank you for your time ${met}.` : `It was good to meet you ${met}.`
  const cites = CITES[cited.kind] as (fact: Cited) => string
  const end = kind === 'promised-to-me' ? 'May I ask how it stands? Many thanks' : 'With best regards'
  return [greeting, `${begin} ${cites(cited)}`, end].join('\n\n')
}

const quoted = (says: string): string => `"${says.trim().replace(/[.!]+$/, '')}".`
