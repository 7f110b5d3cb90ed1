import { t } from '../texts/index.ts'

/** Screens that the palette and the keys lead to. `key`: after "g". */
export const PLACES = [
  { to: '/invitations', says: t.nav.invitations, key: 'i' },
  { to: '/openings', says: t.nav.openings, key: 'o' },
  { to: '/network', says: t.nav.network, key: 'n' },
  { to: '/network/picture', says: t.picture.title, key: 'p' },
  { to: '/introductions', says: t.nav.introductions, key: 'r' },
  { to: '/paths', says: t.paths.find, key: 'f' },
  { to: '/looking-back', says: t.lookBack.title, key: 'b' },
  { to: '/values', says: t.nav.values, key: 'v' },
  { to: '/calls', says: t.calls.title, key: 'c' },
  { to: '/lists', says: t.lists.title, key: 'l' },
  { to: '/add', says: t.start.title, key: 'a' },
] as const
