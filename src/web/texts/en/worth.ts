import { and, count } from './words.ts'

type Sums = { opened: number; strengthened: number; organizations: number }

export const worth = {
  worth: {
    title: 'What it is worth beyond the job',
    titleAfter: 'What it brings beyond the job',
    room: (name: string, title: string | null, others: number) => {
      const who = title ? `${name} (${title})` : name
      return `In the room: ${who}${others > 0 ? ` and ${others === 1 ? 'one other' : `${others} others`}` : ''}.`
    },
    meets: (name: string, title: string | null, others: number) => {
      const who = title ? `${name} (${title})` : name
      return others > 0
        ? `You would meet ${who} and ${others === 1 ? 'one other' : `${others} others`}.`
        : `You would meet ${who}.`
    },
    nobodyNamed: (organization: string | null) =>
      `Whoever you meet${organization ? ` at ${organization}` : ''} works in your field and knows others who do. Name one of them below to see whom they reach.`,
    opens: ({ opened, strengthened, organizations }: Sums, places: number) => {
      const parts = [
        ...(opened > 0 ? [`opens ${count(opened, 'door')} at ${count(places, 'organization')}`] : []),
        ...(strengthened > 0
          ? [`strengthens ${opened > 0 ? strengthened : count(strengthened, 'door')}`]
          : []),
        ...(organizations > 0 ? [`brings ${count(organizations, 'organization')} within reach`] : []),
      ]
      return parts.length === 0 ? null : `That ${and(parts)}.`
    },
    after: 'Whom they know is within your reach now, offer or not: the openings say where.',
    beyond: (blind: number) =>
      blind > 0
        ? 'They know people of your field, offer or not. Where they worked before shows whom: one line each is enough.'
        : 'They know people of your field, offer or not. More openings and job boards would show which doors that means.',
    sums: {
      people: (n: number) => (n === 1 ? 'person to meet' : 'people to meet'),
      organizations: (n: number) => (n === 1 ? 'organization within reach' : 'organizations within reach'),
      opened: (n: number) => (n === 1 ? 'door opened' : 'doors opened'),
      strengthened: (n: number) => (n === 1 ? 'door strengthened' : 'doors strengthened'),
    },
    grown: ({ opened, strengthened, organizations }: Sums) => {
      const parts = [
        ...(opened > 0 ? [`opened ${count(opened, 'more door')}`] : []),
        ...(strengthened > 0 ? [`strengthened ${count(strengthened, 'more door')}`] : []),
        ...(organizations > 0 ? [`brought ${count(organizations, 'more organization')} within reach`] : []),
      ]
      return `That ${and(parts)}.`
    },
    added: (names: string[], more: number) =>
      `New: ${and([...names, ...(more > 0 ? [`${more} more`] : [])])}.`,
    isNew: 'new',
  },
  room: {
    title: 'Whom you would meet',
    titleAfter: 'In the room',
    blind: (n: number) =>
      `Your data cannot see where ${n === 1 ? 'one of them' : `${n} of them`} worked before. One line each shows it, and the worth follows at once.`,
    known: 'you know each other',
    new: 'new to you',
    addCareer: 'Add where they were before',
    moreCareer: (name: string) => `Where else was ${name}?`,
    whom: 'Do you know whom you would meet?',
    whomElse: 'Somebody else will be there?',
    namesExample: 'Vera Holm, Tom Reyes',
    add: 'Add',
  },
  career: {
    placeholder: 'Cobalt Health until 2021',
    how: 'One line, or the text of a profile page pasted whole.',
    go: 'Add',
  },
  organizations: {
    title: (n: number) => `${count(n, 'organization')} brought within reach`,
    says: 'You have no way to them now; after this meeting you would.',
    openings: (n: number) => count(n, 'opening'),
  },
  doors: {
    title: 'Doors elsewhere',
    says: 'Openings at other organizations, the ones that gain most first.',
    opened: 'opens',
    strengthened: 'strengthens',
    change: (before: string | null, after: string) =>
      before === null
        ? `Out of reach now; ${after} after the meeting.`
        : `From ${before} now to ${after} after the meeting.`,
    fit: (fit: string) => `Fit with your work: ${fit}.`,
  },
  atTheInviter: {
    title: 'Also open at the inviting organization',
    says: 'Apart from the role you are invited for; not counted above.',
  },
  advice: {
    verdict: { take: 'Advice: take it', 'may-decline': 'Advice: you may decline' },
    rule: 'Take every meeting, unless the role is in a field completely unrelated to yours, what the organization does conflicts with your values, or you know it thoroughly already. None of these holds here as far as anybody said.',
    yours: 'The decision is yours either way.',
    does: 'Your own word on what it makes or mainly does wins over any record.',
    say: 'Answer',
    inField: 'No, it is my field',
    outside: 'Yes, it is outside',
    inFieldAfterAll: 'It is in my field after all',
    knowThoroughly: 'I know this organization thoroughly',
    notThoroughly: 'I do not know it that well',
  },
  discretion: {
    title: 'Discretion',
    says: 'Somebody here is close to your present employer. Take care whom you tell.',
    quiet: 'Leave such paths out',
    quietSays: 'In this window alone, on every screen. It is written nowhere.',
    leftOut: 'Left out: paths through these people, who are close to your present employer.',
  },
}
