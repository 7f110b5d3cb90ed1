import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { showProblem, useWrite } from '../api.ts'
import { t } from '../texts/index.ts'
import { type Card, needsReason, type Stage } from './stages.ts'

/** A card on its way: the stage it goes to, and whether it waits for a reason. */
export type Moving = { card: Card; to: Stage; waits: boolean }
export type Because = { reason?: string; note?: string }

/**
 * Moves cards. A card is shown where it goes at once; when the server refuses, it goes back, its sentence is said, and
 * the board is read anew.
 */
export function useMove() {
  const [moving, setMoving] = useState<Moving | null>(null)
  const [says, setSays] = useState('')
  const move = useWrite('candidacy.move', { quiet: true })
  const queries = useQueryClient()
  const name = (stage: Stage) => t.desk.stages[stage]
  const send = async (card: Card, to: Stage, because: Because) => {
    setMoving({ card, to, waits: false })
    try {
      await move.mutateAsync({ candidacy: card.candidacy, to, moves: card.moves, ...because })
      setSays(t.stageBoard.dropped(card.person.name, name(to)))
    } catch (error) {
      showProblem(error as Error)
      await queries.invalidateQueries()
      setSays(t.stageBoard.left(card.person.name, name(card.stage)))
    } finally {
      setMoving(null)
    }
  }
  const ask = (card: Card, to: Stage) => {
    if (to === card.stage) return setSays(t.stageBoard.left(card.person.name, name(to)))
    if (needsReason(to)) return setMoving({ card, to, waits: true })
    void send(card, to, {})
  }
  const giveUp = () => {
    if (moving) setSays(t.stageBoard.left(moving.card.person.name, name(moving.card.stage)))
    setMoving(null)
  }
  return { moving, says, say: setSays, ask, send, giveUp }
}

export type Move = ReturnType<typeof useMove>
