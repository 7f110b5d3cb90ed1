export const palette = {
  palette: {
    search: 'Search everything',
    short: 'Search',
    recent: 'Opened last',
    go: 'Go to',
    records: 'People, organizations, openings',
    nothing: 'Nothing fits.',
    keys: 'Keys',
    tab: 'To the next field or link; Shift back',
    enter: 'Open or press it',
    escape: 'Close what lies on top',
    close: 'Close',
  },
}
