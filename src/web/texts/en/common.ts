export const common = {
  language: 'en',
  waiting: 'Loading…',
  you: 'You',
  yes: 'Yes',
  no: 'No',
  copy: 'Copy the text',
  copied: 'Copied',
  undo: 'Undo',
  close: 'Close',
  more: (n: number) => `Show ${n} more`,
  problem: { title: 'That did not work', again: 'Try again' },
  notFound: { title: 'There is no such page', says: 'The address leads nowhere. Go on with' },
}
