import type { Answer } from '../client.ts'

export type Worth = Answer<'invitation.worth'>
export type Shown = Answer<'invitation.show'>
export type Guest = Worth['room'][number]
export type Door = Worth['doors'][number]
export type Totals = Worth['totals']
