import type { Conflict } from '../fit/index.ts'
import { said } from '../language.ts'

// The advice, by exactly one rule: take, unless the role is in an unrelated field (the user's own yes), the
// organization makes what the user holds "never", or the user knows it thoroughly. Same input, same advice. Pure.

export type AdviceInput = {
  /** The user's answer to "Is this outside your field?", when given. */
  outsideField: boolean | null
  /** 0 to 1; null when it cannot be told. */
  fit: number | null
  /** What the role is called, if known. */
  role: string | null
  values: Conflict
  /** In words how the user knows the organization thoroughly; null when they do not. */
  knows: string | null
  /** What the meeting is worth, in a sentence. */
  worth: string
}

export type Advice = {
  verdict: 'take' | 'may-decline'
  clause: 'default' | 'unrelated-field' | 'values-conflict' | 'know-the-company'
  because: string
  ask?: string
  /** What the answer is about: the role's name, whether it is one's field, what the organization does. */
  asks?: 'role' | 'field' | 'work'
}

/** Below this fit the question is asked; the machine's doubt alone never refuses. */
export const ASK_BELOW_FIT = 0.15

export function advise(input: AdviceInput): Advice {
  const { outsideField, values, knows } = input
  if (outsideField === true) {
    return mayDecline('unrelated-field', outsideInWords())
  }
  if (values.verdict === 'conflict') {
    return mayDecline('values-conflict', againstInWords(values.because))
  }
  if (knows !== null) {
    return mayDecline('know-the-company', knownInWords(knows))
  }
  return { verdict: 'take', clause: 'default', because: input.worth, ...questionFor(input) }
}

const outsideInWords = (): string =>
  said({
    en: 'You said that this role is outside your field. That is one of the two good reasons.',
    de: 'Sie haben gesagt, dass diese Stelle außerhalb Ihres Gebiets liegt. Das ist einer der beiden guten Gründe.',
  })

const againstInWords = (because: string): string =>
  said({
    en: `${because}, and you hold that as never. That is one of the two good reasons.`,
    de: `${because}, und dazu sagen Sie: nie. Das ist einer der beiden guten Gründe.`,
  })

const knownInWords = (knows: string): string =>
  said({
    en: `${knows}, so you know it thoroughly. Otherwise one does not know until one goes.`,
    de: `${knows}, also kennen Sie es gründlich. Sonst weiß man es nicht, bevor man hingeht.`,
  })

const mayDecline = (clause: Advice['clause'], because: string): Advice => ({
  verdict: 'may-decline',
  clause,
  because,
})

/** One question at most: the role's name first, since the others hang on it. */
function questionFor({ role, fit, outsideField, values }: AdviceInput): Pick<Advice, 'ask' | 'asks'> {
  if (role === null)
    return { ask: said({ en: 'What is the role called?', de: 'Wie heißt die Stelle?' }), asks: 'role' }
  if (fit !== null && fit < ASK_BELOW_FIT && outsideField === null)
    return {
      ask: said({ en: 'Is this outside your field?', de: 'Liegt das außerhalb Ihres Gebiets?' }),
      asks: 'field',
    }
  return values.verdict === 'ask' ? { ask: values.ask, asks: 'work' } : {}
}
