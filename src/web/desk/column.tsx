import { useVirtualizer } from '@tanstack/react-virtual'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { t } from '../texts/index.ts'
import styles from './board.module.css'
import { Card, type Hands } from './card.tsx'
import type { Card as One, Stage } from './stages.ts'

const CARD = 92

type Props = {
  stage: Stage
  cards: readonly One[]
  hands: Hands
  /** The card that was moved by keys last: it keeps the focus. */
  followed: string | null
  onDropped: (candidacy: string, to: Stage) => void
}

/** The cards of one stage, of which only what is seen is there. */
export function Column({ stage, cards, hands, followed, onDropped }: Props) {
  const target = useTarget(stage, onDropped)
  const isOver = target.isOver || hands.keys.held?.over === stage
  return (
    <section
      className={isOver ? `${styles.column} ${styles.over}` : styles.column}
      aria-label={t.stageBoard.stage(t.desk.stages[stage], cards.length)}
      data-stage={stage}
      {...target.props}
    >
      <h2 className={styles.head}>
        <span>{t.desk.stages[stage]}</span> <span className="quiet">{cards.length}</span>
      </h2>
      <Cards cards={cards} hands={hands} followed={followed} />
    </section>
  )
}

function Cards({ cards, hands, followed }: Pick<Props, 'cards' | 'hands' | 'followed'>) {
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => CARD,
    overscan: 6,
    getItemKey: (at) => cards[at]!.candidacy,
  })
  const at = followed === null ? -1 : cards.findIndex(({ candidacy }) => candidacy === followed)
  useEffect(() => {
    if (at < 0) return
    virtual.scrollToIndex(at)
    const frame = requestAnimationFrame(() =>
      scroll.current?.querySelector<HTMLElement>(`[data-grip="${followed}"]`)?.focus(),
    )
    return () => cancelAnimationFrame(frame)
  }, [at, followed, virtual])
  return (
    <div ref={scroll} className={styles.cards}>
      <ul style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => (
          <li
            key={key}
            className={styles.place}
            aria-setsize={cards.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start}px)` }}
          >
            <Card card={cards[index]!} hands={hands} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Where a card can be dropped with the mouse. */
function useTarget(stage: Stage, onDropped: Props['onDropped']) {
  const [isOver, setOver] = useState(false)
  const props = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      event.dataTransfer.dropEffect = 'move'
      setOver(true)
    },
    onDragLeave: (event: DragEvent<HTMLElement>) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      onDropped(event.dataTransfer.getData('text/plain'), stage)
    },
  }
  return { isOver, props }
}
