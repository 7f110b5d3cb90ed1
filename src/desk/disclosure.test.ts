import { describe, expect, it } from 'vitest'
import type { Worth } from '../meeting/worth-shape.ts'
import type { PathShape, PersonShape } from '../people/shapes.ts'
import { disclosed, LEVELS } from './disclosure.ts'

const person = (name: string): PersonShape => ({ id: `id of ${name}`, name, headline: `headline of ${name}` })
const [seeker, guest, between, end] = ['Dana Dates', 'Gwen Guest', 'Bea Tween', 'Enid End'].map(person) as [
  PersonShape,
  PersonShape,
  PersonShape,
  PersonShape,
]
const tie = { strength: 0.4, certainty: 'imported' as const, evidence: [] }
const evidence = [{ kind: 'messages', says: '34 messages of Bea Tween', origin: 'bea.zip', contributes: 0.4 }]

const path: PathShape = {
  strength: 0.1,
  steps: [
    { from: seeker, to: guest, tie },
    { from: guest, to: between, tie: { ...tie, evidence } },
    { from: between, to: end, tie },
  ],
  affiliation: { organization: { id: 'place', name: 'Farlight' }, current: true, strength: 1 },
}
const opening = { id: 'opening', title: 'Controller', organization: { id: 'place', name: 'Farlight' } }
const known = { before: null, after: 0.1, path }
const worth: Worth = {
  ...{ invitation: 'invitation', discreet: false, limits: [], questions: [], assumptions: [] },
  advice: { verdict: 'take', clause: 'default', because: 'You would meet Gwen Guest.' },
  room: [
    {
      ...{ person: guest, role: 'interviewer', title: 'CFO', level: 'C-level', known: true, strength: 0.4 },
      ...{ shared: ['you were both at Oldham'], career: ['Oldham until 2019'] },
    },
  ],
  organizations: [{ organization: { id: 'place', name: 'Farlight' }, openings: 1, ...known }],
  doors: [{ opening, kind: 'opened', fit: 0.5, fitBecause: 'both are in finance', ...known }],
  atTheInviter: [{ opening: { ...opening, title: 'Clerk' }, fit: 0.4, fitBecause: 'alike', path }],
  totals: { people: 1, organizations: 1, opened: 1, strengthened: 0 },
  blind: [],
  discretion: [
    { person: guest, organization: { id: 'now', name: 'Nowtown' }, because: 'through Bea Tween', path },
    {
      person: between,
      organization: { id: 'now', name: 'Nowtown' },
      because: 'Bea Tween is there',
      path: null,
    },
  ],
}

const told = (level: (typeof LEVELS)[number]) => JSON.stringify(disclosed(worth, level))

describe('what a candidate is shown', () => {
  it('counts: how many, and whom they would meet, but no organization and nobody else', () => {
    const { totals, doors, organizations, atTheInviter, room } = disclosed(worth, 'counts')
    expect(totals).toEqual(worth.totals)
    expect([doors, organizations, atTheInviter]).toEqual([[], [], []])
    expect(room).toMatchObject([{ name: 'Gwen Guest', career: [], shared: [] }])
    expect(told('counts')).not.toMatch(/Farlight|Bea|Enid|Oldham|Controller/)
  })

  it('organizations: where, and through whom of the room, but nobody else by name', () => {
    const { doors, organizations } = disclosed(worth, 'organizations')
    expect(doors[0]).toMatchObject({ title: 'Controller', organization: 'Farlight' })
    expect(organizations[0]!.through.people).toEqual([
      { name: 'Gwen Guest', room: true },
      { name: null, room: false },
      { name: null, room: false },
    ])
    expect(told('organizations')).not.toMatch(/Bea|Enid|34 messages/)
  })

  it('names: who, but not by what evidence', () => {
    expect(disclosed(worth, 'names').doors[0]!.through.people.map(({ name }) => name)).toEqual([
      ...['Gwen Guest', 'Bea Tween', 'Enid End'],
    ])
    expect(told('names')).not.toMatch(/34 messages|bea\.zip/)
  })

  it('tells at every level who of the room may talk, and gives no ids or headlines away', () => {
    for (const level of LEVELS) {
      expect(disclosed(worth, level).discretion[0]).toMatchObject({ name: 'Gwen Guest' })
      expect(told(level)).not.toMatch(/id of|headline of/)
    }
    expect(disclosed(worth, 'counts').discretion[0]!.because).toBe(
      'Gwen Guest may be close to somebody at Nowtown, your present employer.',
    )
    expect(disclosed(worth, 'organizations').discretion).toHaveLength(1)
    expect(disclosed(worth, 'names').discretion).toHaveLength(2)
  })
})
