import { count } from './words.ts'

type Sets = { one: string; other: string; onlyOne: number; both: number; onlyOther: number }

export const compare = {
  compare: {
    title: 'Compare invitations',
    says: 'When two clash, or there is time for one only: what each opens, what they share, and what both would open together.',
    choose: 'Which ones?',
    each: 'Side by side',
    invitation: 'Invitation',
    people: 'People to meet',
    doors: 'Doors elsewhere',
    onlyHere: 'Only here',
    organizations: 'Organizations',
    shared: (n: number) => `${count(n, 'door')} that all of them open.`,
    choices: 'What a choice opens',
    choicesSay: 'A door or a person that two of them bring counts once.',
    opens: (doors: number, people: number) => `${count(doors, 'door')}, ${count(people, 'person', 'people')}`,
    clash: (one: string, other: string, minutes: number) =>
      `${one} and ${other} overlap by ${count(minutes, 'minute')}.`,
    between: (one: string, other: string, minutes: number, places: string[]) =>
      `From ${one} to ${other}: ${count(minutes, 'minute')}${places.length === 2 && places[0] !== places[1] ? `, from ${places[0]} to ${places[1]}` : ''}.`,
    union: (n: number) => `${count(n, 'door')} that at least one of them opens.`,
    regions: 'Which doors whom opens',
    exactly: 'Opened by exactly',
    when: 'When and where',
    picture: ({ one, other, onlyOne, both, onlyOther }: Sets) =>
      `Doors: ${onlyOne} by ${one} only, ${onlyOther} by ${other} only, ${both} by both.`,
    offer: (n: number) => `${n} meetings at the same time: compare them`,
    go: 'Compare',
  },
}
