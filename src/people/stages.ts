import { z } from 'zod'
import { said } from '../language.ts'

// Where a candidacy can stand: said at the desk, and in the timeline of a person, which is why it stands here. The first
// eight are the way; the other three end it, and by whom is never mixed up.

export const WAY = [
  'longlist',
  'approached',
  'interested',
  'shortlist',
  'presented',
  'interviewing',
  'offered',
  'placed',
] as const
export const ENDS = ['they-declined', 'we-declined', 'withdrawn'] as const
export const stage = z.enum([...WAY, ...ENDS])
export type Stage = z.output<typeof stage>

export const isEnd = (at: Stage): boolean => (ENDS as readonly Stage[]).includes(at)

/** A no has a reason, or says that none was given. */
export const NOT_GIVEN = 'not given'

const IN_WORDS: Readonly<Record<Stage, { en: string; de: string }>> = {
  longlist: { en: 'longlist', de: 'Longlist' },
  approached: { en: 'approached', de: 'angesprochen' },
  interested: { en: 'interested', de: 'interessiert' },
  shortlist: { en: 'shortlist', de: 'Shortlist' },
  presented: { en: 'presented', de: 'vorgestellt' },
  interviewing: { en: 'interviewing', de: 'in Gesprächen' },
  offered: { en: 'offered', de: 'Angebot gemacht' },
  placed: { en: 'placed', de: 'besetzt' },
  'they-declined': { en: 'they declined', de: 'hat abgesagt' },
  'we-declined': { en: 'we declined', de: 'wir haben abgesagt' },
  withdrawn: { en: 'withdrawn', de: 'zurückgezogen' },
}

export const stageInWords = (at: Stage): string => said(IN_WORDS[at])
