import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowRight, IconGripVertical } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { day } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import styles from './board.module.css'
import { type Card as One, STAGES } from './stages.ts'
import type { Keys } from './use-keys.ts'
import type { Move } from './use-move.ts'

export type Hands = { move: Move; keys: Keys }

/** A candidate on the board: who, where they work, since when they stand here; moved by mouse, keys, or the menu. */
export function Card({ card, hands }: { card: One; hands: Hands }) {
  const { person, since, source } = card
  const isHeld = hands.keys.held?.card.candidacy === card.candidacy
  const about = [person.title ?? person.headline, person.organization].filter(Boolean).join(', ')
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the mouse's way; keys and the menu have their own buttons
    <div
      className={isHeld ? `${styles.card} ${styles.held}` : styles.card}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', card.candidacy)
        event.dataTransfer.effectAllowed = 'move'
      }}
    >
      <ActionIcon
        className={styles.grip}
        variant="subtle"
        color="gray"
        size="sm"
        data-grip={card.candidacy}
        aria-label={t.stageBoard.grab(person.name)}
        aria-pressed={isHeld}
        onKeyDown={(event) => hands.keys.onKey(event, card)}
        onBlur={() => isHeld && hands.keys.letGo()}
      >
        <IconGripVertical size={16} aria-hidden />
      </ActionIcon>
      <div className={styles.who}>
        <Link
          className={styles.name}
          to="."
          search={(before) => ({ ...before, card: card.candidacy })}
          draggable={false}
        >
          {person.name}
        </Link>
        <span className={styles.line}>{about}</span>
        <span className={styles.line}>
          {t.desk.sources[source as keyof typeof t.desk.sources]} · {t.stageBoard.since(day(since))}
        </span>
        {card.client !== null && (
          <span className={styles.line}>
            {t.clientWords.sides.client}: {t.clientWords.kinds[card.client]}
          </span>
        )}
      </div>
      <MoveTo card={card} move={hands.move} />
    </div>
  )
}

function MoveTo({ card, move }: { card: One; move: Move }) {
  return (
    <Menu position="bottom-end" returnFocus>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t.stageBoard.moveTo(card.person.name)}
        >
          <IconArrowRight size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {STAGES.filter((stage) => stage !== card.stage).map((stage) => (
          <Menu.Item key={stage} onClick={() => move.ask(card, stage)}>
            {t.desk.stages[stage]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
