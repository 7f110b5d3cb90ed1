import { and, count } from './words.ts'

export const picture = {
  picture: {
    title: 'The picture',
    around: (name: string) => `Around ${name}`,
    says: 'You stand in the middle. Each circle is an organization, each dot a person; the nearer, the warmer.',
    saysAround: (name: string) => `${name} and whoever they know themselves.`,
    empty: 'There is nobody within your reach yet. Import your connections, and they appear here.',
    keys: 'Arrow keys go from person to person, Enter opens the one you are at, plus and minus zoom, 0 shows everything.',
    map: 'Picture of the network',
    table: 'The same as a table',
    search: 'Find in the picture',
    nobody: 'Nobody in the picture is called so.',
    closer: 'Closer',
    farther: 'Farther',
    whole: 'Show everything',
    save: 'Save as SVG',
    mine: 'Back to you',
    shown: (people: number, organizations: number, total: number) =>
      `${and([count(people, 'person', 'people'), count(organizations, 'organization')])}${total > people ? `; the nearest of ${total}` : ''}`,
    at: (name: string, organization: string | null) => (organization ? `${name}, ${organization}` : name),
    direct: 'you know each other',
    through: (names: string) => `through ${names}`,
    open: 'Open',
    ego: 'Show around them',
    paths: 'Who could introduce me?',
    columns: { name: 'Name', organization: 'Organization', reach: 'Reach' },
    legend: 'What the colours mean',
  },
}
