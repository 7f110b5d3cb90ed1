import { useEffect, useReducer, useRef } from 'react'
import { showProblem } from '../api.ts'
import { call } from '../client.ts'
import type { Likely } from './calls.tsx'

export type Said = 'yes' | 'no' | 'skip'

/** Where one is in the pile. Words are kept for good, so the last one waits until the next: that is what undo takes back. */
type Pile = { at: number; said: Said[] }
type Move = { kind: 'say'; says: Said } | { kind: 'undo' }

function move(pile: Pile, act: Move): Pile {
  if (act.kind === 'say') return { at: pile.at + 1, said: [...pile.said, act.says] }
  return pile.at === 0 ? pile : { at: pile.at - 1, said: pile.said.slice(0, -1) }
}

const WORDS = { yes: 'would-take-call', no: 'would-not-take-call' } as const

/** The pile of cards: says, takes the last word back, and writes down each word that can no longer be taken back. */
export function usePile(people: readonly Likely[]) {
  const [pile, act] = useReducer(move, { at: 0, said: [] })
  const written = useRef(0)
  const writing = useRef<Promise<unknown>>(Promise.resolve())
  const write = (until: number, said: readonly Said[]) => {
    for (; written.current < until; written.current += 1) {
      const says = said[written.current]!
      const { person } = people[written.current]!
      if (says === 'skip') continue
      writing.current = writing.current
        .then(() => call('tie.confirm', { person: person.id, says: WORDS[says] }))
        .catch((error: Error) => showProblem(error))
    }
    return writing.current
  }
  const latest = useRef({ said: pile.said, write })
  latest.current = { said: pile.said, write }
  // Whoever leaves in the middle has said what they said.
  useEffect(() => () => void latest.current.write(latest.current.said.length, latest.current.said), [])
  const say = (says: Said) => {
    if (pile.at >= people.length) return
    void write(pile.at, pile.said)
    act({ kind: 'say', says })
  }
  return {
    at: pile.at,
    said: pile.said,
    say,
    /** The last word only, and not once it is written down. */
    undo: written.current < pile.at ? () => act({ kind: 'undo' }) : null,
    finish: () => write(pile.said.length, pile.said),
  }
}
