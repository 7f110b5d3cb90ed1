// Every text of the screens, by key. Where a number decides the wording, the text is a function of it.

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`
const first = (name: string): string => name.split(' ')[0] ?? name
const and = (parts: string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

type Sums = { opened: number; strengthened: number; organizations: number }

export const en = {
  language: 'en',
  waiting: 'Loading…',
  you: 'You',
  yes: 'Yes',
  no: 'No',
  copy: 'Copy the text',
  copied: 'Copied',
  more: (n: number) => `Show ${n} more`,
  problem: { title: 'That did not work', again: 'Try again' },
  notFound: { title: 'There is no such page', says: 'The address leads nowhere. Go on with' },

  door: {
    title: 'Open Acquaint',
    noSession: 'This browser is not signed in yet.',
    usedLink: 'This link was used already, or it is older than ten minutes.',
    unreachable: 'Acquaint does not answer. Is it still running?',
    how: 'In the folder of Acquaint, run this for a new link, and open it here:',
    why: 'The link lets in whoever runs Acquaint on this machine, and nobody else. There is no account and no password.',
  },
  shell: {
    skip: 'Skip to the content',
    toDark: 'Switch to dark',
    toLight: 'Switch to light',
  },
  nav: {
    label: 'Main',
    invitations: 'Invitations',
    openings: 'Openings',
    network: 'Network',
    introductions: 'Introductions',
    add: 'Add',
  },
  me: {
    title: 'Which one is you?',
    why: 'Paths begin with you: your files did not say who you are.',
    name: 'Your name',
    email: 'Your e-mail address (optional)',
    say: 'This is me',
  },

  start: {
    welcome: 'What is a meeting worth beyond the job?',
    title: 'Add',
    idea: 'Whoever interviews you knows other people, and those know of other openings. Acquaint shows whom a meeting brings within reach, before you say yes or no, and turns the people you met into the next introduction.',
    data: 'Everything stays in one folder on this machine: nothing is sent anywhere. The texts of messages and mails are not kept; who, when and in which direction are.',
  },
  files: {
    title: 'Bring your files',
    says: 'Your LinkedIn export shows whom you know; an invitation shows whom you would meet; a job board shows what is open.',
    drop: 'Drop files or whole folders here, zipped or not',
    choose: 'Choose files',
    folder: 'Choose a folder',
    kinds:
      'LinkedIn export, calendar entry or mail (.ics, .eml), contacts (.vcf), resume, list (.csv), job boards and postings. What each file is shows in its content.',
    sending: 'Handing over the files…',
    progress: 'Progress of the import',
    reading: (name: string, done: number, total: number) =>
      name === 'done' ? 'Done.' : `Reading ${name} (${Math.min(done + 1, total)} of ${total})`,
  },
  result: {
    title: (created: number, updated: number, unchanged: number) =>
      created + updated === 0
        ? `Nothing new: ${count(unchanged, 'record was', 'records were')} here already.`
        : `Found: ${and([...(created > 0 ? [`${created} new`] : []), ...(updated > 0 ? [`${updated} changed`] : [])])}.`,
    read: 'read',
    created: 'new',
    updated: 'changed',
    unchanged: 'as before',
    skipped: 'left out',
    rejected: 'not readable',
    unknownKind: 'no kind of file that Acquaint knows',
    skippedBecause: (n: number, why: string) => `${n} left out: ${why}`,
    moreRejected: (n: number) => `and ${n} more that could not be read`,
    download: (n: number) => `Unreadable rows as CSV (${n})`,
    columns: ['file', 'place', 'why'],
    next: 'Look at your network',
    openings: 'Look at the openings',
    see: (name: string) => `See what it is worth: ${name}`,
  },
  kinds: {
    'linkedin-connections': 'LinkedIn connections',
    'linkedin-positions': 'LinkedIn positions',
    'linkedin-profile': 'LinkedIn profile',
    'linkedin-emails': 'LinkedIn e-mail addresses',
    'linkedin-messages': 'LinkedIn messages (counts only)',
    'linkedin-invitations': 'LinkedIn invitations',
    'linkedin-recommendations': 'LinkedIn recommendations',
    'linkedin-skills': 'LinkedIn skills',
    icalendar: 'calendar',
    mail: 'mail',
    vcard: 'contacts',
    'json-resume': 'resume',
    'csv-people': 'list of people',
    'csv-positions': 'list of positions',
    greenhouse: 'Greenhouse board',
    lever: 'Lever board',
    ashby: 'Ashby board',
    'job-posting': 'job posting',
  },
  paste: {
    title: 'Paste an invitation',
    says: 'The message as it came: who invites, for what and when is read from it. Its text is not kept.',
    label: 'The message',
    placeholder: 'Hello, we would like to invite you to meet Vera Holm, VP Engineering at Northwind …',
    go: 'Read it',
  },
  write: {
    title: 'Write an invitation down',
    says: 'Any one of these is enough.',
    organization: 'Organization',
    role: 'Role',
    names: 'Whom you would meet',
    at: 'When',
    place: 'Where',
    roleExample: 'Engineering manager',
    namesExample: 'Vera Holm, Tom Reyes',
    cameFrom: 'It is kept that an introduction led to this invitation.',
    go: 'Add the invitation',
  },

  list: {
    add: 'Add an invitation',
    empty: 'No invitation yet',
    emptySays:
      'Add one as soon as somebody asks to meet you, before you decide: a name and a firm are enough to see what it is worth.',
    with: (names: string, more: number) => `${names} and ${more} more`,
    noNames: 'Nobody named yet',
    noTime: 'No time yet',
    groups: {
      offer: 'Offers to answer',
      open: 'To decide',
      debrief: 'How was it?',
      coming: 'Coming',
      held: 'Held',
      refused: 'Refused',
      ended: 'Ended',
    },
    explained: {
      offer: '',
      open: '',
      debrief: 'Five minutes now keep the people you met.',
      coming: '',
      held: '',
      refused: 'Each can still be taken after all.',
      ended: 'The people you met stay.',
    },
  },
  states: {
    open: 'to decide',
    taken: 'taken',
    refused: 'refused',
    cancelled: 'cancelled',
    held: 'held',
    offer: 'offer',
    accepted: 'offer accepted',
    ended: 'ended',
  },
  reasons: {
    'unrelated-field': 'outside my field',
    values: 'against my values',
    'know-the-company': 'I know the company',
    timing: 'not the time',
    pay: 'pay',
    place: 'place',
    'present-employer': 'my present employer',
    'in-process': 'far with another one',
    other: 'something else',
    none: 'rather not say',
  },
  roles: { interviewer: 'interviewer', coordinator: 'coordinator', recruiter: 'recruiter', robot: 'robot' },
  invitation: {
    name: (organization: string | null, role: string | null) =>
      [organization, role].filter(Boolean).join(' · ') || 'An invitation',
    received: (when: string) => `received ${when}`,
  },
  decide: {
    take: 'Take the meeting',
    takeAfterAll: 'Take it after all',
    refuse: 'Say no…',
    refuseAfterAll: 'Say no after all…',
    prepare: 'Prepare',
    debrief: 'Write the debrief',
    debriefAgain: 'Add to the debrief',
    lineage: 'What came of it',
    openings: 'Openings within reach',
    now: (state: string, reason: string | null) => {
      if (state === 'taken') return 'You take this meeting.'
      if (state === 'refused')
        return reason && reason !== 'none'
          ? `You said no (${en.reasons[reason as keyof typeof en.reasons] ?? reason}).`
          : 'You said no.'
      if (state === 'held') return 'You went. The people you met are part of your network now.'
      if (state === 'offer') return 'They made you an offer.'
      if (state === 'accepted') return 'You accepted their offer.'
      if (state === 'cancelled') return 'They cancelled this meeting.'
      return state === 'ended' ? 'This has ended. The people you met stay.' : 'Yours to decide.'
    },
  },
  refuse: {
    title: 'Say no to this one?',
    forgone: (totals: Sums & { people: number }) => {
      const parts = [
        ...(totals.people > 0 ? [`meeting ${count(totals.people, 'person', 'people')}`] : []),
        ...(totals.opened > 0 ? [`${count(totals.opened, 'door')} elsewhere`] : []),
        ...(totals.organizations > 0 ? [`${count(totals.organizations, 'organization')} within reach`] : []),
      ]
      return parts.length === 0
        ? 'It is your call. Whoever you would have met works in your field.'
        : `It is your call. For the record, you would forgo ${and(parts)}, as far as your data can see.`
    },
    why: 'Why? One word is enough.',
    note: 'A note to yourself (optional)',
    go: 'Say no',
    back: 'Back',
    undo: 'You can take it after all, any time.',
  },

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
  },
  outcome: {
    title: 'What came of it',
    says: 'Whatever it is, the people you met stay in your network.',
    write: 'Write down how it ended',
    note: 'A note (optional)',
    offer: 'They made an offer',
    rejection: 'They said no',
    withdrawal: 'I withdraw',
    accept: 'Accept the offer',
    decline: 'Decline the offer',
    kinds: {
      'offer-accepted': 'You accepted the offer',
      'offer-declined': 'You declined the offer',
      rejection: 'They said no',
      withdrawal: 'You withdrew',
    },
  },
  details: {
    title: 'Details',
    when: (round: number) => (round > 1 ? `When, round ${round}` : 'When'),
    place: 'Where',
    organization: 'Organization',
    role: 'Role',
    unknown: 'not known yet',
    received: 'Received',
    origin: 'Comes from',
    lineage: 'Lineage',
    lineageSays: 'What led here, and what came of it',
    decided: (on: string, verdict: string, reason: string | null) =>
      verdict === 'take'
        ? `${on}: taken.`
        : `${on}: refused${reason && reason !== 'none' ? `, ${en.reasons[reason as keyof typeof en.reasons]}` : ''}.`,
    assumptions: 'The numbers behind the worth',
  },

  reach: { warm: 'warm', workable: 'workable', long: 'long shot', none: 'out of reach' },
  path: { label: 'Path', isAt: 'works there', wasAt: 'worked there' },
  certainty: {
    verified: 'by your own word',
    observed: 'observed',
    imported: 'from your files',
    inferred: 'probably crossed paths',
    foreseen: 'you would meet',
  },
  why: {
    title: 'Why, in figures',
    reach: (strength: string) =>
      `Reach ${strength}: the chance that asking along this path helps, by the model.`,
    tie: (from: string, to: string) => `${from} and ${to}`,
    affiliation: (person: string, place: string, strength: string, current: boolean) =>
      current
        ? `${person} is at ${place} now: counts fully.`
        : `${person} was at ${place}: counts ${strength}, less with the years.`,
    hops: 'Each further person asked loses some willingness: the second counts 0.7, the third 0.49.',
  },
  evidence: {
    what: 'Evidence',
    when: 'When',
    contributes: 'Contributes',
    strength: (certainty: string) => `Strength of the tie (${certainty})`,
  },

  prepare: {
    title: (name: string) => `Prepare: ${name}`,
    back: 'Back to the invitation',
    print: 'Print',
    room: 'In the room',
    nobody: 'Nobody is named yet.',
    ask: 'To ask',
    owed: 'What you owe, or are owed',
    due: (day: string) => `until ${day}`,
  },
  before: {
    ask: 'How much do you want this?',
    low: 'hardly',
    high: 'very much',
    once: 'Asked once, before you go: afterwards you can see what the meeting changed.',
    kept: 'Kept. It is locked when the meeting starts.',
    locked: (value: number | null) =>
      value === null
        ? 'The meeting has begun; how much you wanted it before was not said.'
        : `Before the meeting you said ${value} of 5. That is locked.`,
  },
  debrief: {
    title: 'How was it?',
    enthusiasm: 'How much do you want this now?',
    enthusiasmMissing: 'Choose a number from 1 to 5.',
    met: 'Whom did you meet?',
    nobody: 'Nobody was named beforehand. Add whom you met.',
    somebodyElse: 'Somebody else you met',
    chemistry: (name: string) => `Chemistry with ${first(name)}`,
    none: 'none',
    great: 'great',
    wouldTakeCall: (name: string) => `Would ${first(name)} take your call?`,
    calls: { yes: 'Yes', unsure: 'Not sure', no: 'No' },
    promises: 'What was promised?',
    promisesSay: 'By you, or to you.',
    kind: 'Kind',
    kinds: {
      'promised-by-me': 'I promised',
      'promised-to-me': 'Promised to me',
      'thank-you': 'Say thank you',
    },
    withWhom: 'With whom',
    nobodyChosen: 'nobody in particular',
    what: 'What',
    due: 'Until',
    addPromise: 'Add a promise',
    mentions: 'Other openings that came up?',
    mentionsSay: 'Here or at another organization.',
    openingTitle: 'Opening',
    openingPlace: 'Organization',
    mentionedBy: 'Mentioned by',
    addMention: 'Add an opening',
    remove: 'Remove',
    note: 'A note to yourself',
    keep: 'Keep it',
    kept: 'Kept, offer or not',
    keptSays: (met: number, followUps: number, openings: number) =>
      `${and([
        `${count(met, 'person', 'people')} you met ${met === 1 ? 'is' : 'are'} part of your network now`,
        ...(followUps > 0 ? [`${count(followUps, 'follow-up')} noted`] : []),
        ...(openings > 0 ? [`${count(openings, 'opening')} added`] : []),
      ])}.`,
    reach: (n: number) => `${count(n, 'opening is', 'openings are')} within your reach now.`,
  },

  network: {
    search: 'A name, an organization or a title',
    which: 'What to show',
    people: (n: string) => (n ? `People (${n})` : 'People'),
    organizations: (n: string) => (n ? `Organizations (${n})` : 'Organizations'),
    more: 'Show more',
    nobody: (search: string) => `Nothing on record fits “${search}”.`,
    noOrganizations: 'No organization is on record yet.',
    empty: 'Nobody here yet',
    emptySays:
      'Your LinkedIn export holds everybody you are connected with. On LinkedIn: Settings, Data privacy, Get a copy of your data; it comes by mail in a few minutes.',
    holds: (people: number, openings: number) =>
      and([count(people, 'person', 'people'), ...(openings > 0 ? [count(openings, 'opening')] : [])]),
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
  ask: {
    through: (name: string) => `Ask ${first(name)} for an introduction`,
    direct: (name: string) => `Write to ${first(name)}`,
    drafted: 'Drafted, and kept under',
    text: 'Text to send',
  },
  paths: {
    find: 'Find a path',
    to: (name: string) => `Paths to ${name}`,
    whom: 'To whom, which organization or opening?',
    exact: 'The exact name, a profile address or an e-mail address.',
    go: 'Find',
    discreet: 'Leave out people close to my present employer',
    found: (n: number, independent: number) =>
      n === 1
        ? 'One path.'
        : `${n} paths; ${independent === n ? 'they share nobody but you' : independent === 1 ? 'all of them share somebody' : `${independent} of them share nobody but you`}.`,
    none: 'No path on record',
    nearest: 'Nearest to it that you reach:',
  },
  lineage: {
    title: 'Lineage',
    back: 'What led here',
    backSays: 'From the first meeting on.',
    forward: 'What came of it',
    nothingYet: 'Nothing on record yet. Introductions, invitations and offers that follow appear here.',
    nearlyRefused: 'nearly refused',
    moral: 'Part of this thread was nearly refused.',
    kinds: {
      meeting: 'Meeting',
      introduction: 'Introduction',
      invitation: 'Invitation',
      offer: 'Offer',
      placement: 'Accepted',
    },
  },
  introductions: {
    empty: 'No introduction asked for yet',
    emptySays:
      'Choose an opening within reach: Acquaint drafts a text that your acquaintance can forward. Nothing is sent without you.',
    direct: 'You write directly.',
    through: (names: string[]) => `through ${and(names)}`,
    stale: 'Silent for long: a friendly reminder may help, or note that no answer came.',
    text: 'The text',
    next: 'What happened next',
    invited: 'It led to an invitation',
    states: {
      draft: 'draft',
      asked: 'asked',
      'connector-agreed': 'connector agreed',
      'target-agreed': 'they agreed',
      introduced: 'introduced',
      met: 'met',
      declined: 'declined',
      'no-answer': 'no answer',
    },
    steps: {
      draft: 'Back to draft',
      asked: 'I asked',
      'connector-agreed': 'Connector agreed',
      'target-agreed': 'They agreed',
      introduced: 'Introduced',
      met: 'We met',
      declined: 'Declined',
      'no-answer': 'No answer',
    },
  },
}
