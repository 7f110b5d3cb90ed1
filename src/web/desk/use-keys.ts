import { type KeyboardEvent, useState } from 'react'
import { t } from '../texts/index.ts'
import { type Card, STAGES, type Stage } from './stages.ts'
import type { Move } from './use-move.ts'

export type Held = { card: Card; over: Stage }

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Moving by keys alone: Space takes a card up and puts it down, arrows choose a stage, Escape leaves it. */
export function useKeys(move: Move) {
  const [held, setHeld] = useState<Held | null>(null)
  const name = (card: Card) => card.person.name
  const letGo = () => {
    if (held) move.say(t.stageBoard.left(name(held.card), t.desk.stages[held.card.stage]))
    setHeld(null)
  }
  const onSpace = (card: Card) => {
    if (held === null) {
      setHeld({ card, over: card.stage })
      return move.say(t.stageBoard.grabbed(name(card), t.desk.stages[card.stage]))
    }
    setHeld(null)
    move.ask(held.card, held.over)
  }
  const onArrow = (step: number) => {
    if (held === null) return
    const over = STAGES[STAGES.indexOf(held.over) + step] ?? held.over
    setHeld({ ...held, over })
    move.say(t.stageBoard.over(name(held.card), t.desk.stages[over]))
  }
  const onKey = (event: KeyboardEvent, card: Card) => {
    const step = STEPS[event.key]
    const isOurs = event.key === ' ' || (held !== null && (step !== undefined || event.key === 'Escape'))
    if (!isOurs) return
    event.preventDefault()
    if (event.key === ' ') onSpace(card)
    else if (step === undefined) letGo()
    else onArrow(step)
  }
  return { held, onKey, letGo }
}

export type Keys = ReturnType<typeof useKeys>
