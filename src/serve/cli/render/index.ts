import { generic } from './generic.ts'
import { renderImported } from './imported.ts'
import { renderDecided, renderLineage, renderPaths, renderPrepared } from './steps.ts'
import { renderWorth } from './worth.ts'

type Values = Record<string, unknown>
// Each takes what its capability's output schema let through.
type Renderer = (answer: never, input: never) => string

/** Answers that deserve more than keys and values. */
const BY_HAND: Record<string, Renderer> = {
  'invitation.worth': renderWorth,
  'invitation.decide': renderDecided,
  'meeting.prepare': renderPrepared,
  'path.find': renderPaths,
  'lineage.show': renderLineage,
  'file.import': renderImported,
}

/** An answer as text for people. */
export function render(name: string, answer: Values, input: Values): string {
  return (BY_HAND[name] ?? generic)(answer as never, input as never)
}
