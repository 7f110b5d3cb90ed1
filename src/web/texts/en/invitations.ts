import { and, count } from './words.ts'

type Sums = { opened: number; strengthened: number; organizations: number }

export const invitations = {
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
      removed: 'Removed',
    },
    explained: {
      offer: '',
      open: '',
      debrief: 'Five minutes now keep the people you met.',
      coming: '',
      held: '',
      refused: 'Each can still be taken after all.',
      ended: 'The people you met stay.',
      removed: 'Written down by mistake. Each can be put back.',
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
    personal: 'for personal reasons',
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
    taken: 'Noted: you take it.',
    lineage: 'What came of it',
    openings: 'Openings within reach',
    now: (state: string, reason: string | null) => {
      if (state === 'taken') return 'You take this meeting.'
      if (state === 'refused')
        return reason && reason !== 'none'
          ? `You said no (${invitations.reasons[reason as keyof typeof invitations.reasons] ?? reason}).`
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
    why: 'Why? One click says no, and is enough.',
    note: 'A note to yourself first (optional)',
    back: 'Back',
    undo: 'You can take it after all, any time.',
    done: 'Noted: you said no.',
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
    backOf: (what: string) => `Take back: ${what}`,
    kinds: {
      offer: 'They made an offer',
      'offer-accepted': 'You accepted the offer',
      'offer-declined': 'You declined the offer',
      rejection: 'They said no',
      withdrawal: 'You withdrew',
    },
  },
  written: {
    title: 'What you wrote afterwards',
    on: (day: string) => `Written ${day}`,
    correct: 'Correct it',
    correctOf: (day: string) => `Correct what you wrote ${day}`,
    backOf: (day: string) => `Take back what you wrote ${day}`,
    takenBack: 'Taken back, with its ties and follow-ups',
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
      verdict === 'back'
        ? `${on}: taken back.`
        : verdict === 'take'
          ? `${on}: taken.`
          : `${on}: refused${reason && reason !== 'none' ? `, ${invitations.reasons[reason as keyof typeof invitations.reasons]}` : ''}.`,
    assumptions: 'The numbers behind the worth',
    lasts: (minutes: number) => `${count(minutes, 'minute')}`,
    change: 'Change time or place',
    changeRound: (round: number) => `Change time or place of round ${round}`,
    callOff: 'It does not take place',
    callOffRound: (round: number) => `Round ${round} does not take place`,
    restore: 'It takes place after all',
    calledOff: 'Noted: it does not take place.',
    addRound: 'Add another round',
    round: 'Another round',
    at: 'Day and time',
    atHelp: 'Such as 2026-12-01 10:00; a day alone will do.',
    zone: 'Time zone',
    minutes: 'How long, in minutes',
    who: 'Who is in this round?',
    whoHelp: 'Nobody named: everybody of the room.',
    keep: 'Keep',
    back: 'Back',
    remove: 'Remove: it was a mistake',
    removed: 'Removed from your invitations.',
    isRemoved: 'This invitation was removed as a mistake.',
    putBack: 'Put it back',
  },
}
