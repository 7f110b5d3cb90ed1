import { describe, expect, it } from 'vitest'
import type { PathShape } from '../../../people/shapes.ts'
import { render } from './index.ts'
import { warmth } from './words.ts'

const person = (name: string) => ({ id: `id of ${name}`, name })
const cobalt = { id: 'c', name: 'Cobalt Health' }

function path(...names: string[]): PathShape {
  const people = ['Ada Example', ...names].map(person)
  const evidence = [
    { kind: 'message', says: 'wrote in 2025', origin: 'messages.csv', contributes: 0.1 },
    { kind: 'work', says: 'both at Northwind', origin: 'Positions.csv', contributes: 0.3 },
  ]
  const tie = { strength: 0.4, certainty: 'observed' as const, evidence }
  const steps = people.slice(1).map((to, at) => ({ from: people[at]!, to, tie }))
  return { strength: 0.15, steps, affiliation: { organization: cobalt, current: true, strength: 1 } }
}

const guest = (name: string, more: object) => ({
  ...{ person: person(name), role: 'interviewer', title: null, level: null, known: false, strength: null },
  ...{ shared: [], career: [], ...more },
})

const worth = {
  invitation: 'i',
  advice: {
    verdict: 'take',
    clause: 'default',
    because: 'Two people lead to three openings.',
    ask: 'Is this outside your field?',
  },
  room: [
    guest('Vera Holm', { title: 'VP Engineering', shared: ['both at Northwind'] }),
    guest('Tom Berg', { known: true, strength: 0.3 }),
    guest('Kim', { role: 'recruiter' }),
  ],
  organizations: [
    { organization: cobalt, before: null, after: 0.15, openings: 2, path: path('Vera Holm', 'Tom Berg') },
  ],
  doors: Array.from({ length: 12 }, (_, at) => ({
    opening: { id: `${at}`, title: `Head of Platform ${at}`, organization: cobalt },
    ...{
      kind: 'opened',
      fit: 0.9,
      fitBecause: 'near your work',
      before: null,
      after: 0.15,
      path: path('Vera Holm', 'Tom Berg'),
    },
  })),
  atTheInviter: [],
  totals: { people: 2, organizations: 1, opened: 12, strengthened: 0 },
  blind: [
    {
      person: person('Vera Holm'),
      because: 'Where Vera Holm was before is not known.',
      ask: 'Where was she?',
    },
  ],
  questions: [],
  discretion: [
    { person: person('Tom Berg'), organization: cobalt, because: 'Tom Berg was your boss.', path: null },
  ],
  assumptions: [],
}
const lines = (text: string) => text.split('\n').map((line) => line.trim())

describe('what a meeting is worth, in the terminal', () => {
  const told = render('invitation.worth', worth, {})

  it('leads with the advice and its question', () => {
    expect(lines(told).slice(0, 4)).toEqual([
      'Take this meeting.',
      worth.advice.because,
      '',
      worth.advice.ask,
    ])
  })

  it('names the people in the order of the answer, with what is shared', () => {
    const at = lines(told).findIndex((line) => line.startsWith('Whom you would meet: 2 interviewers'))
    expect(lines(told).slice(at + 1, at + 4)).toEqual([
      expect.stringMatching(/^Vera Holm +VP Engineering +both at Northwind$/),
      expect.stringMatching(/^Tom Berg +you know each other \(warm\)$/),
      expect.stringMatching(/^Kim +recruiter$/),
    ])
  })

  it('shows each door with its path and its strongest evidence first', () => {
    expect(told).toContain('Head of Platform 0 at Cobalt Health: opened, workable')
    expect(told).toContain('You -> Vera Holm -> Tom Berg (Cobalt Health)')
    expect(told).toContain('You and Vera Holm: both at Northwind; wrote in 2025 (observed)')
  })

  it('lists ten doors and says how many more there are', () => {
    expect(told).toContain('Head of Platform 9 ')
    expect(told).not.toContain('Head of Platform 10 ')
    expect(told).toContain('... and 2 more')
  })

  it('warns, and says what one line would add; what has nothing to say is left out', () => {
    expect(told).toContain('Tom Berg was your boss.')
    expect(told).toContain('Where Vera Holm was before is not known. Where was she?')
    expect(told).not.toContain('Is it they?')
  })

  it('never says take when the advice is that one may decline', () => {
    const declined = { ...worth, advice: { ...worth.advice, verdict: 'may-decline' } }
    expect(render('invitation.worth', declined, {})).toMatch(/^You may decline this meeting\./)
  })
})

it('a path begins at whom it was asked from', () => {
  const found = { paths: [path('Vera Holm')], independent: 1, discretion: [] }
  expect(render('path.find', found, {})).toContain('You -> Vera Holm (Cobalt Health): workable')
  expect(render('path.find', found, { from: 'Ada Example' })).toContain('Ada Example -> Vera Holm')
})

it('the weakest tie of a path comes first and is named so; an only tie is not', () => {
  const two = path('Vera Holm', 'Tom Berg')
  two.steps[1]!.tie = { ...two.steps[1]!.tie, strength: 0.1 }
  const told = (found: PathShape) =>
    render('path.find', { paths: [found], independent: 1, discretion: [] }, {})
  expect(told(two)).toMatch(/Weakest tie: Vera Holm and Tom Berg: .*\n {2}You and Vera Holm: /)
  expect(told(path('Vera Holm'))).not.toContain('Weakest')
})

it('no path is said as such, never invented', () => {
  const none = {
    paths: [],
    independent: 0,
    discretion: [],
    none: { because: 'Nobody you know leads there.', nearest: person('Tom Berg') },
  }
  expect(render('path.find', none, {})).toBe(
    'Nobody you know leads there.\n\nThe nearest you know: Tom Berg.',
  )
})

it('warmth has the words and the limits of the screens', () => {
  expect([0.2, 0.199, 0.08, 0.079, 0.03, 0.029, null].map(warmth)).toEqual([
    ...['warm', 'workable', 'workable', 'long shot', 'long shot', 'not in reach', 'out of reach'],
  ])
})

describe('anything else', () => {
  it('is keys beside values, lists as tables, named things by their names', () => {
    const told = render(
      'person.list',
      {
        total: 2,
        outsideField: null,
        people: [
          { ...person('Vera Holm'), at: cobalt, known: true },
          { ...person('Tom'), at: null, known: false },
        ],
      },
      {},
    )
    expect(told.split('\n')).toEqual([
      'total          2',
      'outside field  -',
      'people (2)',
      '  name       at             known',
      '  Vera Holm  Cobalt Health  yes',
      '  Tom        -              no',
    ])
  })

  it('an empty answer is no failure', () => expect(render('x.y', {}, {})).toBe(''))
})
