export const prepare = {
  prepare: {
    title: (name: string) => `Prepare: ${name}`,
    back: 'Back to the invitation',
    calendar: 'To my calendar',
    print: 'Print',
    room: 'In the room',
    nobody: 'Nobody is named yet.',
    ask: 'To ask',
    owed: 'What you owe, or are owed',
    due: (day: string) => `until ${day}`,
  },
  before: {
    ask: 'How much do you want this?',
    low: 'hardly',
    high: 'very much',
    once: 'Asked once, before you go: afterwards you can see what the meeting changed.',
    kept: 'Kept. It is locked when the meeting starts.',
    locked: (value: number | null) =>
      value === null
        ? 'The meeting has begun; how much you wanted it before was not said.'
        : `Before the meeting you said ${value} of 5. That is locked.`,
  },
}
