export const calls = {
  demo: {
    title: 'Look around first',
    says: 'An invented network of 2,000 people with a story in it. It lies in a place of its own: none of it mixes with your data, and leaving removes it.',
    go: 'Look at the demo',
    begins: 'Inventing people…',
    making: (what: string) => `Making ${what}…`,
    banner: 'Demo',
    here: 'This is the demo: everybody here is invented. Your own data are untouched.',
    leave: 'Leave the demo',
  },
  calls: {
    title: 'Who would take your call?',
    why: (n: number) =>
      `A connection is a click; only you know who would answer. A minute over ${n === 1 ? 'one person' : `the likeliest ${n}`} makes every path truer.`,
    begin: 'Take the minute',
    place: (at: number, all: number) => `${at} of ${all}`,
    ask: (name: string) => `Would ${name.split(' ')[0]} take your call?`,
    says: { yes: 'Yes', no: 'No', skip: 'Skip' },
    keys: 'Keys: Y or → yes, N or ← no, S or ↓ skip, U undo.',
    undo: 'Undo the last answer',
    enough: 'That is enough',
    minute: 'That was the minute. Go on as long as you like, or stop here.',
    done: (yes: number, no: number, skipped: number) =>
      yes + no === 0
        ? 'No answer was given: nothing changed.'
        : `${yes} would take your call, ${no} would not${skipped > 0 ? `, ${skipped} left open` : ''}.`,
    organizations: 'Organizations',
    openings: 'Openings',
    reach: 'Reach',
    before: 'before',
    after: 'now',
    nobody: 'Nobody is left to ask about',
    nobodySays: 'You have said of everybody near whether they would take your call.',
  },
}
