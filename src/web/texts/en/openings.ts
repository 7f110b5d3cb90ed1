import { count } from './words.ts'

export const openings = {
  openings: {
    search: 'Search title, organization, place',
    fit: 'Fit',
    anyFit: 'any',
    related: 'related to your work',
    close: 'close to your work',
    unlike: 'unlike your work',
    unknownFit: 'fit unknown',
    reach: 'Reach',
    reaches: {
      any: 'any',
      long: 'long shot or better',
      workable: 'workable or better',
      warm: 'warm',
      near: 'within 2 ties',
    },
    order: 'Order',
    orders: { best: 'near and fitting', newest: 'newest', reach: 'nearest', fit: 'best fit' },
    isNew: 'New this week',
    ended: 'Closed and over',
    of: (name: string) => `At ${name}`,
    everywhere: 'Show all organizations',
    noMatch: 'No opening fits this filter.',
    clear: 'Clear the filter',
    found: (total: number) => count(total, 'opening'),
    list: 'Openings',
    loading: 'Loading…',
    empty: 'No opening on record',
    emptySays:
      'Paste the address of a careers page above, or drop a saved page or board file. Each opening then shows whom you know there, and who could introduce you.',
    know: (contacts: number, now: number) =>
      contacts === now
        ? `you know ${now} there`
        : now === 0
          ? `you know ${contacts} who were there`
          : `you know ${contacts} there, ${now} of them now`,
    knowNobody: 'nobody you know directly',
    seen: (day: string) => `since ${day}`,
    new: 'new',
    until: (day: string) => `open until ${day}`,
    closed: 'closed',
    expired: 'over',
    posting: 'posting',
    why: 'Why this fit',
    noWay: 'No path is within reach yet.',
  },
  board: {
    title: 'Bring in openings',
    label: 'Address of a careers page',
    placeholder: 'https://jobs.lever.co/cobalthealth',
    says: 'Greenhouse, Lever, Ashby, or any page with job postings.',
    leaves: (host: string) =>
      `On the click, this machine asks ${host} for that page. Nothing of yours goes along.`,
    go: 'Fetch it',
    fetching: (says: string) => `${says}…`,
    found: (created: number, updated: number, unchanged: number, closed: number) =>
      created + updated === 0
        ? `Nothing new there: ${count(unchanged + closed, 'opening')} known already.`
        : `${count(created, 'opening')} written down, ${updated} changed.`,
    write: 'Write one down',
    form: {
      title: 'Title',
      organization: 'Organization',
      location: 'Place',
      url: 'Address of the posting',
      until: 'Open until',
      go: 'Add the opening',
      added: 'The opening is on record.',
    },
    missing: 'In reach, openings unknown',
    missingSays: (n: number) =>
      `${count(n, 'organization is', 'organizations are')} within your reach with no known opening. Their board may be worth a look.`,
    look: 'Look for its board',
    lookAt: (name: string) => `Look for the board of ${name}`,
    would: (n: number) =>
      `Nobody knows whether it has one. This machine would ask ${count(n, 'address', 'addresses')}, guessed from its name:`,
    ask: 'Ask them',
    cannot: 'Its name gives no address to try.',
    asked: 'No board was found at these addresses.',
    is: (openings: number, titles: string) => `${count(openings, 'opening')}, among them ${titles}.`,
    named: (name: string) => `The board calls itself ${name}.`,
    theirs: (name: string) => `It is ${name}’s: write them down`,
  },
}
