import { t } from '../texts/index.ts'

/** Screens that the palette and the keys lead to. `key`: after "g". */
const PLACES = [
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

/** What a search firm has beside them. */
const FIRM_PLACES = [
  { to: '/mandates', says: t.desk.title, key: 'm' },
  { to: '/off-limits', says: t.offLimits.title, key: 'x' },
  { to: '/members', says: t.members.title, key: 'e' },
  { to: '/protection', says: t.protection.title, key: 'd' },
] as const

/** The screens for whom they are there: the firm's are not in a workspace of one's own. */
export const placesOf = (inFirm: boolean) => (inFirm ? [...FIRM_PLACES, ...PLACES] : PLACES)
