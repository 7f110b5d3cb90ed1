import type { Answer } from '../client.ts'

export type Worth = Answer<'invitation.worth'>
export type Shown = Answer<'invitation.show'>
export type Guest = Worth['room'][number]
export type Door = Worth['doors'][number]
/** After the meeting nothing is to be decided any more: what is shown is what it brings. */
export const isHeld = ({ state }: Pick<Shown, 'state'>): boolean =>
  state === 'held' || state === 'offer' || state === 'accepted' || state === 'ended'

export type Totals = Worth['totals']
