import { count } from './words.ts'

export const openings = {
  openings: {
    search: 'Search',
    fit: 'Fit',
    anyFit: 'any',
    related: 'related to your work',
    close: 'close to your work',
    unlike: 'unlike your work',
    reachable: 'Within reach',
    noMatch: 'No opening fits this filter.',
    found: (shown: number, total: number) =>
      shown < total ? `${shown} of ${count(total, 'opening')}` : count(total, 'opening'),
    empty: 'No opening on record',
    emptySays:
      'Drop the saved jobs page or board file (Greenhouse, Lever, Ashby or any page with job postings) of organizations you like: each opening then shows who could introduce you.',
    contacts: (n: number) => `you know ${n} there`,
    seen: (day: string) => `since ${day}`,
    posting: 'posting',
  },
}
