import type { CastKey, FirmKey } from './cast.ts'

// What happened to the seeker, invitation by invitation. Days are counted back from now; negative ones are to come.

export type Episode = {
  organization: string
  role?: string
  /** A firm whose first opening it is about. */
  opening?: FirmKey
  with: (CastKey | { name: string })[]
  received: number
  /** The day of the meeting. */
  meets?: number
  place?: string
  /** The episode whose introduction it came from. */
  cameFrom?: string
  /** Careers typed in after the invitation came: months back. */
  careers?: { day: number; person: CastKey; firm: FirmKey; title: string; from: number; to: number }[]
  decisions?: { day: number; verdict: 'take' | 'refuse'; reason?: string; note?: string }[]
  /** How much it was wanted before the meeting. */
  before?: number
  debrief?: Debrief
  introduction?: Introduction
  end?: { day: number; how: 'rejection' | 'withdrawal'; note: string }
  offer?: { day: number; says: string; declined?: { day: number; note: string } }
}

export type Debrief = {
  day: number
  enthusiasm: number
  met: Partial<Record<CastKey, number>>
  takeCall?: CastKey[]
  notTakeCall?: CastKey[]
  note: string
  promises?: { person: CastKey; kind: 'promised-to-me' | 'promised-by-me'; says: string }[]
}

/** A request along a path: to the first opening of a firm, through these people. */
export type Introduction = {
  firm: FirmKey
  through: CastKey[]
  states: { day: number; to: string; note?: string }[]
  asked: number
}

export const EPISODES: Record<string, Episode> = {
  kestrel: {
    ...{
      organization: 'Kestrel Rail',
      role: 'Data Engineering Manager',
      with: ['rafael'],
      received: 742,
      meets: 728,
    },
    decisions: [{ day: 741, verdict: 'take' }],
    before: 2,
    debrief: {
      ...{ day: 728, enthusiasm: 2, met: { rafael: 4 }, takeCall: ['rafael'] },
      note: 'Trains yes, the role no: it is reporting. Rafael was the best part of the hour.',
      promises: [
        { person: 'rafael', kind: 'promised-by-me', says: 'Send Rafael the article on late-arriving data.' },
      ],
    },
    end: { day: 715, how: 'rejection', note: 'They wanted somebody from the railway.' },
  },
  brightmoor: {
    ...{
      organization: 'Brightmoor Energy',
      role: 'Head of Data Platform',
      with: ['graham'],
      received: 655,
      meets: 640,
    },
    decisions: [{ day: 655, verdict: 'take', note: 'The one I was waiting for.' }],
    before: 5,
    debrief: {
      ...{ day: 640, enthusiasm: 2, met: { graham: 2 }, notTakeCall: ['graham'] },
      note: 'Four people talked about me and nobody with me. The platform is a spreadsheet.',
    },
    end: { day: 636, how: 'withdrawal', note: 'No chemistry, and no platform.' },
  },
  wexford: {
    ...{ organization: 'Wexford Learning', role: 'Lead Data Engineer', with: ['dominic', 'leila'] },
    ...{ received: 548, meets: 534 },
    decisions: [{ day: 545, verdict: 'take', note: 'Schools? Well, an hour.' }],
    before: 2,
    debrief: {
      ...{ day: 534, enthusiasm: 4, met: { dominic: 4, leila: 5 }, takeCall: ['leila'] },
      note: 'Came out wanting to build it. Leila thinks about data the way I do.',
    },
    offer: {
      ...{ day: 520, says: 'Lead Data Engineer, four days a week.' },
      declined: { day: 514, note: 'A third less than now; I could not.' },
    },
  },
  halden: {
    ...{
      organization: 'Halden Mobility',
      role: 'Senior Data Engineer',
      with: ['sofia'],
      received: 462,
      meets: 449,
    },
    decisions: [{ day: 461, verdict: 'take' }],
    before: 3,
    debrief: {
      ...{ day: 449, enthusiasm: 3, met: { sofia: 3 } },
      note: 'Sound people. A step sideways.',
    },
    end: { day: 430, how: 'rejection', note: 'Filled from inside.' },
  },
  aster: {
    ...{
      organization: 'Aster & Pine',
      role: 'Data Engineering Lead',
      with: ['nkechi'],
      received: 371,
      meets: 358,
    },
    decisions: [{ day: 371, verdict: 'take' }],
    before: 4,
    debrief: {
      ...{ day: 357, enthusiasm: 4, met: { nkechi: 4 }, takeCall: ['nkechi'] },
      note: 'Would go. Nkechi asked the right questions.',
    },
    end: { day: 340, how: 'rejection', note: 'The budget went to the shops.' },
  },
  corriedale: {
    ...{
      organization: 'Corriedale Foods',
      role: 'Data Architect',
      with: ['bram'],
      received: 322,
      meets: 309,
    },
    decisions: [{ day: 320, verdict: 'take' }],
    before: 3,
    debrief: { day: 308, enthusiasm: 2, met: { bram: 3 }, note: 'Friendly. Two hours each way.' },
    end: { day: 306, how: 'withdrawal', note: 'Too far.' },
  },
  quillon: {
    ...{ organization: 'Quillon Insurance', role: 'Head of Data Platform', with: ['vera', 'meiling'] },
    ...{ received: 236, meets: 219, place: 'Quillon House, Utrecht' },
    careers: [{ day: 233, person: 'vera', firm: 'cobalt', title: 'Director of Analytics', from: 92, to: 18 }],
    decisions: [
      { day: 235, verdict: 'refuse', reason: 'other', note: 'Insurance. I cannot see myself there.' },
      { day: 232, verdict: 'take', note: 'Looked up who Vera Holm is. An hour will not hurt.' },
    ],
    before: 2,
    debrief: {
      ...{ day: 219, enthusiasm: 4, met: { vera: 5, meiling: 4 }, takeCall: ['vera'] },
      note: 'Not what I had expected at all. Vera ran analytics at Cobalt Health and knows everybody there.',
      promises: [
        {
          person: 'vera',
          kind: 'promised-to-me',
          says: 'Vera thinks of somebody at Cobalt Health I should talk to.',
        },
      ],
    },
    end: { day: 201, how: 'rejection', note: 'They took somebody who knows insurance.' },
    introduction: {
      ...{ firm: 'cobalt', through: ['vera', 'amara'], asked: 164 },
      states: [
        { day: 163, to: 'asked' },
        { day: 161, to: 'connector-agreed', note: '"Of course. Amara will like you."' },
        { day: 154, to: 'target-agreed' },
        { day: 153, to: 'introduced' },
        { day: 139, to: 'met', note: 'Coffee at the station, ninety minutes.' },
      ],
    },
  },
  redoubt: {
    ...{
      organization: 'Redoubt Dynamics',
      role: 'Head of Data Engineering',
      with: ['conrad'],
      received: 143,
    },
    decisions: [{ day: 142, verdict: 'refuse', reason: 'values', note: 'Not for weapons.' }],
  },
  ombra: {
    ...{ organization: 'Ombra Studios', role: 'Head of Data', with: ['ilaria'], received: 131, meets: 122 },
    decisions: [{ day: 131, verdict: 'take' }],
    before: 4,
    debrief: {
      ...{ day: 122, enthusiasm: 2, met: { ilaria: 2 } },
      note: 'Beautiful office. Nobody could say what the team is for.',
    },
    end: { day: 120, how: 'withdrawal', note: 'Let go of it.' },
  },
  fennimore: {
    ...{ organization: 'Fennimore Stores', role: 'Head of Data and Analytics', with: ['oona'], received: 97 },
    decisions: [{ day: 95, verdict: 'refuse', reason: 'timing', note: 'In the middle of the migration.' }],
  },
  pallas: {
    ...{
      organization: 'Pallas Diagnostics',
      role: 'Director of Data Engineering',
      with: ['stellan', 'yuki'],
    },
    ...{ received: 88, meets: 75 },
    decisions: [{ day: 86, verdict: 'take' }],
    before: 3,
    debrief: {
      ...{ day: 75, enthusiasm: 5, met: { stellan: 4, yuki: 5 }, takeCall: ['yuki'] },
      note: 'Laboratories, robots, and a team that laughs. Came lukewarm, left running.',
      promises: [{ person: 'yuki', kind: 'promised-by-me', says: 'Send Yuki the notes on schema drift.' }],
    },
    end: { day: 58, how: 'rejection', note: 'Second of two.' },
  },
  cobalt: {
    ...{
      organization: 'Cobalt Health',
      opening: 'cobalt',
      with: ['amara', 'henrik', 'lucia'],
      cameFrom: 'quillon',
    },
    ...{ received: 47, meets: 33, place: 'Cobalt Health, Amsterdam' },
    decisions: [{ day: 47, verdict: 'take', note: 'Yes.' }],
    before: 4,
    debrief: {
      ...{ day: 33, enthusiasm: 5, met: { amara: 5, henrik: 4, lucia: 5 }, takeCall: ['amara', 'lucia'] },
      note: 'Forty clinics, one record. Amara wants it built, not talked about.',
    },
    offer: {
      day: 4,
      says: 'Director of Data Engineering, a team of nine; an answer by the end of next week.',
    },
  },
  solenne: {
    ...{
      organization: 'Solenne Skincare',
      opening: 'solenne',
      with: ['claire', 'hiro'],
      received: 13,
      meets: 1,
    },
    decisions: [{ day: 12, verdict: 'take' }],
    before: 3,
  },
  harrow: {
    ...{
      organization: 'Harrow & Vale',
      opening: 'harrow',
      with: ['anneke', 'rafael'],
      received: 9,
      meets: -2,
    },
    place: 'Stationsplein 4, Utrecht',
    careers: [{ day: 8, person: 'rafael', firm: 'kestrel', title: 'Engineering Manager', from: 70, to: 20 }],
    decisions: [{ day: 8, verdict: 'take' }],
  },
  sablewood: {
    ...{ organization: 'Sablewood Grid', opening: 'sablewood', with: ['ingrid', 'tomas', 'priya'] },
    ...{ received: 2, meets: -6, place: 'Sablewood Grid, Wijnhaven, Rotterdam' },
  },
  fathom: {
    ...{
      organization: 'Fathom Bio',
      with: ['tomInvited', { name: 'Samuel Obiora' }],
      received: 1,
      meets: -9,
    },
  },
}
