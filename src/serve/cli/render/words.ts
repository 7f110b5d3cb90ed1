import type { OpeningShape, PathShape } from '../../../people/shapes.ts'

/** How warm a reach is, in the words of the screens. */
export function warmth(strength: number | null): string {
  if (strength === null) return 'out of reach'
  if (strength >= 0.2) return 'warm'
  if (strength >= 0.08) return 'workable'
  return strength >= 0.03 ? 'long shot' : 'not in reach'
}

/** `You -> Vera Holm -> Tom Berg (Cobalt Health)` */
export function pathLine({ steps, affiliation }: PathShape, from = 'You'): string {
  const names = [from, ...steps.map((step) => step.to.name)]
  const where = affiliation ? ` (${affiliation.current ? '' : 'once '}${affiliation.organization.name})` : ''
  return names.join(' -> ') + where
}

/** Each tie of a path with the evidence that says most; the weakest first, because the path is no surer than that. */
export function tieLines({ steps }: PathShape, from = 'You'): string[] {
  const lines = steps.map(({ from: left, to, tie }, at) => {
    const evidence = [...tie.evidence].sort((a, b) => b.contributes - a.contributes)
    const says = evidence.slice(0, 2).map((one) => one.says)
    const names = `${at === 0 ? from : left.name} and ${to.name}`
    return {
      strength: tie.strength,
      text: `${names}: ${says.join('; ') || 'no evidence kept'} (${tie.certainty})`,
    }
  })
  return lines
    .sort((one, other) => one.strength - other.strength)
    .map(({ text }, at) => (at === 0 && lines.length > 1 ? `Weakest tie: ${text}` : text))
}

export const openingName = ({ title, organization }: OpeningShape): string =>
  `${title} at ${organization.name}`
