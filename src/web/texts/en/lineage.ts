export const lineage = {
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
}
