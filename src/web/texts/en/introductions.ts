import { and, first } from './words.ts'

export const introductions = {
  ask: {
    through: (name: string) => `Ask ${first(name)} for an introduction`,
    direct: (name: string) => `Write to ${first(name)}`,
    drafted: 'Drafted, and kept under',
    text: 'Text to send',
    edit: 'Change it as you like: it is kept as it stands here.',
    kept: 'Kept.',
    isDrafted: 'Drafted',
  },
  paths: {
    find: 'Find a path',
    to: (name: string) => `Paths to ${name}`,
    whom: 'To whom, which organization or opening?',
    exact: 'The exact name, a profile address or an e-mail address.',
    go: 'Find',
    discreet: 'Leave out people close to my present employer',
    found: (n: number, independent: number) =>
      n === 1
        ? 'One path.'
        : `${n} paths; ${independent === n ? 'they share nobody but you' : independent === 1 ? 'all of them share somebody' : `${independent} of them share nobody but you`}.`,
    none: 'No path on record',
    nearest: 'Nearest to it that you reach:',
    wasWhere: (name: string) => `Where is or was ${name}? One line may show a path.`,
  },
  introductions: {
    empty: 'No introduction asked for yet',
    emptySays:
      'Choose an opening within reach: Acquaint drafts a text that your acquaintance can forward. Nothing is sent without you.',
    direct: 'You write directly.',
    through: (names: string[]) => `through ${and(names)}`,
    groups: {
      stale: 'Silent for long',
      draft: 'To send',
      waiting: 'On their way',
      made: 'Made',
      ended: 'Ended',
    },
    stale: 'Silent for long: a friendly reminder may help, or note that no answer came.',
    note: 'A note to it (optional)',
    opening: (title: string) => `for ${title}`,
    ledTo: 'What it led to:',
    invitation: 'an invitation',
    text: 'The text',
    next: 'What happened next',
    invited: 'It led to an invitation',
    noted: (step: string) => `Noted: ${step}`,
    backOf: (step: string) => `Take back the step: ${step}`,
    states: {
      draft: 'draft',
      asked: 'asked',
      'connector-agreed': 'connector agreed',
      'target-agreed': 'they agreed',
      introduced: 'introduced',
      met: 'met',
      declined: 'declined',
      'no-answer': 'no answer',
    },
    steps: {
      draft: 'Back to draft',
      asked: 'I asked',
      'connector-agreed': 'Connector agreed',
      'target-agreed': 'They agreed',
      introduced: 'Introduced',
      met: 'We met',
      declined: 'Declined',
      'no-answer': 'No answer',
    },
  },
}
