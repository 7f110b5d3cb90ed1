export const network = {
  network: {
    search: 'A name, an organization, a title, a skill, a word of a note',
    how: 'A wrong letter in a name is forgiven. "Finance director" OR CFO, NOT bank, and brackets work too.',
    results: 'Found',
    found: (total: number, shown: number) =>
      total > shown ? `${total} found; the best ${shown}` : `${total} found`,
    columns: {
      name: 'Name',
      title: 'Title',
      organization: 'Organization',
      people: 'People',
      openings: 'Open',
    },
    which: 'What to show',
    people: (n: string) => (n ? `People (${n})` : 'People'),
    organizations: (n: string) => (n ? `Organizations (${n})` : 'Organizations'),
    nobody: (search: string) => `Nothing on record fits “${search}”.`,
    noOrganizations: 'No organization is on record yet.',
    empty: 'Nobody here yet',
    emptySays:
      'Your LinkedIn export holds everybody you are connected with. On LinkedIn: Settings, Data privacy, Get a copy of your data; it comes by mail in a few minutes.',
  },
  tie: {
    title: 'You and they',
    none: 'No tie between you is on record.',
    vetoed: {
      'do-not-know': 'You said that you do not know each other: no path leads here.',
      'do-not-use': 'You keep this tie out of every path.',
    },
    reconnect:
      'You have not been in touch for long. Old acquaintances advise as well as new ones, once you write again.',
    say: 'Your own word',
    words: {
      'know-well': 'I know them well',
      'would-take-call': 'Would take my call',
      'would-not-take-call': 'Would not',
      'do-not-know': 'I do not know them',
      'do-not-use': 'Keep out of paths',
    },
    withdraw: 'Let it count again',
  },
  person: {
    paths: 'Who could introduce me?',
    picture: 'Show in the picture',
    work: 'Work',
    career: (name: string) => `Where else did ${name} work?`,
    since: (from: string) => `since ${from}`,
    seen: (on: string) => `as of ${on}`,
    spell: (from: string | null, to: string | null) =>
      from ? `${from} – ${to ?? 'an unknown time'}` : to ? `until ${to}` : 'formerly',
    timeline: 'What happened',
    about: 'On record',
    location: 'Place',
    summary: 'Summary',
    skills: 'Skills',
    notes: 'Notes',
    keys: 'Addresses',
    origin: 'Comes from',
  },
  organization: {
    paths: 'Who could introduce me?',
    nobody: 'Nobody on record works here, or did.',
    now: (n: number) => `Here now (${n})`,
    formerly: (n: number) => `Formerly here (${n})`,
    openings: (n: number) => `Open (${n})`,
    until: (day: string) => `until ${day}`,
  },
}
