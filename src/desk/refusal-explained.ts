import { said } from '../language.ts'
import { type Cause, ENOUGH, type Explanation } from './refusal-rule.ts'

// What explains a firm's refusals, as one says it: always with the counts it rests on.

export function explainedInWords({ cause, refused, points, outlier }: Explanation): string {
  if (refused < ENOUGH) {
    return said({
      en: `Refused so far: ${refused}. Too few to say what explains it.`,
      de: `Bisher abgelehnt: ${refused}. Zu wenige, um zu sagen, woran es liegt.`,
    })
  }
  if (cause === null) {
    return said({
      en: `${refused} refusals, and no one explanation is ahead of the others.`,
      de: `${refused} Ablehnungen, und keine Erklärung liegt vor den anderen.`,
    })
  }
  const { en, de } = WORDS[cause]
  const sentence = said({
    en: `${en} is what most points to: ${points[cause]} of ${refused} refusals do by their reason.`,
    de: `Am meisten weist auf ${de}: ${points[cause]} von ${refused} Ablehnungen durch ihren Grund.`,
  })
  return outlier === null ? sentence : `${sentence} ${standsOut(outlier)}`
}

const standsOut = ({ group, others }: NonNullable<Explanation['outlier']>): string =>
  said({
    en: `${group.name} stands out: ${group.refused} of ${group.answered} refused, elsewhere ${others.refused} of ${others.answered}.`,
    de: `${group.name} fällt auf: ${group.refused} von ${group.answered} abgelehnt, sonst ${others.refused} von ${others.answered}.`,
  })

const WORDS: Readonly<Record<Cause, { en: string; de: string }>> = {
  brief: { en: 'The brief', de: 'das Mandat selbst' },
  client: { en: 'The client', de: 'den Kunden' },
  moment: { en: "The candidates' moment", de: 'den Zeitpunkt für die Kandidaten' },
  pitch: { en: 'The pitch', de: 'die Ansprache' },
}
