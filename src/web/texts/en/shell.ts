export const shell = {
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
    language: 'Language',
  },
  nav: {
    label: 'Main',
    invitations: 'Invitations',
    openings: 'Openings',
    network: 'Network',
    introductions: 'Introductions',
    toDo: 'To do',
    waiting: (n: number) => `${n} due`,
    values: 'Values and limits',
    add: 'Add',
  },
  me: {
    title: 'Which one is you?',
    why: 'Paths begin with you: your files did not say who you are.',
    name: 'Your name',
    email: 'Your e-mail address (optional)',
    say: 'This is me',
  },
}
