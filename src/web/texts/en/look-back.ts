import { and, count } from './words.ts'

type Sums = {
  meetings: number
  people: number
  introductions: number
  invitations: number
  offers: number
  fromNearlyRefused: number
}
type Forgone = { people: number; organizations: number; opened: number; strengthened: number }

export const lookBack = {
  lookBack: {
    title: 'Looking back',
    brought: 'What your meetings brought',
    broughtSays: 'Each thing that came of a meeting, by way of the people you met, however long the thread.',
    noMeetings: 'No meeting with a debrief yet. Five minutes after the first one are enough.',
    sums: ({ meetings, people, introductions, invitations, offers, fromNearlyRefused }: Sums) =>
      `In ${count(meetings, 'meeting')} you met ${count(people, 'person', 'people')}. Of that came ${and([
        count(introductions, 'introduction'),
        count(invitations, 'further invitation'),
        count(offers, 'offer'),
      ])}${fromNearlyRefused > 0 ? `; ${count(fromNearlyRefused, 'offer goes', 'offers go')} back to a meeting that was nearly refused` : ''}.`,
    meeting: 'Meeting',
    met: 'Whom you met',
    kinds: { introductions: 'Introductions', invitations: 'Invitations', offers: 'Offers' },
    enthusiasm: 'Before and after',
    enthusiasmSays:
      'How much you wanted each one, from 1 to 5, before the meeting and after it. Nobody can know the chemistry before.',
    notSaid:
      'Say how much you want it before a meeting, and again after it: here you will see what the meetings changed.',
    few: 'Fewer than five meetings: counts only, no shares.',
    chart: (n: number) =>
      `Enthusiasm before and after ${count(n, 'meeting')}, a line each; the table says the same.`,
    before: 'Before',
    after: 'After',
    turn: 'What it did',
    turns: { 'turned keen': 'turned keen', cooled: 'cooled', flip: 'flipped', steady: '' },
    turnedKeen: (n: number, of: number) => `Of ${of} that you came to lukewarm, you left ${n} keen.`,
    cooled: (n: number, of: number) => `Of ${of} that you came to keen, you left ${n} cool.`,
    flips: (n: number, of: number) => `In ${n} of ${count(of, 'meeting')} it changed by two or more.`,
    interval: (from: string, to: string) => `(Share between ${from} and ${to}, with 90% confidence.)`,
    refused: 'What you refused',
    refusedSays: 'With your reason, and what it forwent at that time, as far as your data could see.',
    noRefusals: 'You refused no invitation.',
    forgone: ({ people, organizations, opened, strengthened }: Forgone) =>
      `It forwent ${and([count(people, 'person', 'people'), count(organizations, 'organization'), count(opened + strengthened, 'door')])}.`,
    wouldHaveMet: (names: string) => `You would have met ${names}.`,
    closedSince: (openings: string) => `Closed since: ${openings}.`,
    takenLater: 'You took it after all.',
  },
}
