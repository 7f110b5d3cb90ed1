import { useMemo, useState } from 'react'
import { t } from '../texts/index.ts'
import styles from './board.module.css'
import { Column } from './column.tsx'
import { type Card, ENDS, STAGES, type Stage, WAY } from './stages.ts'
import { useKeys } from './use-keys.ts'
import { type Move, useMove } from './use-move.ts'
import { WhyMoved } from './why-moved.tsx'

/** The candidates of a mandate by stage. */
export function Board({ cards }: { cards: readonly Card[] }) {
  const move = useMove()
  const { moving } = move
  const keys = useFollowed(move)
  const by = useMemo(() => byStage(cards, moving), [cards, moving])
  const onDropped = (candidacy: string, to: Stage) => {
    const card = cards.find((one) => one.candidacy === candidacy)
    if (card) move.ask(card, to)
  }
  const column = (stage: Stage) => (
    <Column
      key={stage}
      stage={stage}
      cards={by.get(stage)!}
      hands={{ move, keys }}
      followed={keys.followed}
      onDropped={onDropped}
    />
  )
  return (
    <>
      <p className="small quiet">{t.stageBoard.how}</p>
      <p className="unseen" role="status" aria-live="assertive">
        {move.says}
      </p>
      <section
        className={styles.board}
        aria-label={t.stageBoard.label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
        tabIndex={0}
      >
        {WAY.map(column)}
        <div className={styles.ends}>{ENDS.map(column)}</div>
      </section>
      <WhyMoved move={move} />
    </>
  )
}

/** The card that was put down by keys keeps the focus where it arrives. */
function useFollowed(move: Move) {
  const [followed, setFollowed] = useState<string | null>(null)
  const keys = useKeys(move)
  const onKey: typeof keys.onKey = (event, card) => {
    if (event.key === ' ') setFollowed(keys.held === null ? null : card.candidacy)
    keys.onKey(event, card)
  }
  return { ...keys, onKey, followed }
}

/** A card on its way is where it goes already. */
function byStage(cards: readonly Card[], moving: Move['moving']): Map<Stage, Card[]> {
  const by = new Map<Stage, Card[]>(STAGES.map((stage) => [stage, []]))
  for (const card of cards) {
    const isMoving = moving !== null && !moving.waits && moving.card.candidacy === card.candidacy
    by.get(isMoving ? moving.to : card.stage)!.push(card)
  }
  return by
}
