import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { t } from '../texts/index.ts'
import styles from './calls.module.css'
import type { Likely, Standing } from './calls.tsx'
import { CallsChanged } from './calls-changed.tsx'
import { type Said, usePile } from './pile.ts'

const KEYS: Record<string, Said | 'undo'> = {
  ...{ y: 'yes', ArrowRight: 'yes', n: 'no', ArrowLeft: 'no', s: 'skip', ArrowDown: 'skip' },
  ...{ u: 'undo', Backspace: 'undo' },
}

/** One card after the other: by key, by touch, at one's own pace; over whenever one likes. */
export function CallCards({ people, before }: { people: Likely[]; before: Standing }) {
  const pile = usePile(people)
  const [isOver, setOver] = useState(false)
  const done = isOver || pile.at >= people.length
  useKeys(done ? null : (what) => (what === 'undo' ? pile.undo?.() : pile.say(what)))
  if (done) return <CallsChanged said={pile.said} before={before} finish={pile.finish} />
  const card = people[pile.at]!
  return (
    <div className="stack">
      <Minute />
      <p className="small quiet" aria-live="off">
        {t.calls.place(pile.at + 1, people.length)}
      </p>
      <article className={`sheet ${styles.card}`} aria-live="polite">
        <h2>{card.person.name}</h2>
        <Work card={card} />
        <p className="small quiet wrap">{card.says}</p>
        <p className={styles.ask}>{t.calls.ask(card.person.name)}</p>
      </article>
      <div className={styles.answers}>
        <Answer says="no" onSay={pile.say} />
        <Answer says="skip" onSay={pile.say} />
        <Answer says="yes" onSay={pile.say} />
      </div>
      <div className="spread">
        <Button variant="subtle" size="compact-sm" disabled={!pile.undo} onClick={() => pile.undo?.()}>
          {t.calls.undo}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={() => setOver(true)}>
          {t.calls.enough}
        </Button>
      </div>
      <p className={`small quiet ${styles.keys}`}>{t.calls.keys}</p>
    </div>
  )
}

function Work({ card: { work, person } }: { card: Likely }) {
  const says = work ? [work.title, work.organization].filter(Boolean).join(' · ') : person.headline
  return says ? <p className="wrap">{says}</p> : null
}

function Answer({ says, onSay }: { says: Said; onSay: (says: Said) => void }) {
  return (
    <Button
      size="md"
      variant={says === 'yes' ? 'filled' : 'default'}
      className={styles.answer!}
      onClick={() => onSay(says)}
    >
      {t.calls.says[says]}
    </Button>
  )
}

/** A minute going by, without pressure: at its end nothing stops. */
function Minute() {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), 60_000)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div>
      <div className={styles.minute} aria-hidden="true">
        <span />
      </div>
      <p className="small quiet" role="status">
        {isOver ? t.calls.minute : ''}
      </p>
    </div>
  )
}

function useKeys(onKey: ((what: Said | 'undo') => void) | null): void {
  const latest = useRef(onKey)
  latest.current = onKey
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const what = KEYS[event.key]
      const isElsewhere =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, select')
      if (!what || isElsewhere || event.ctrlKey || event.metaKey || event.altKey) return
      if (latest.current === null) return
      event.preventDefault()
      latest.current(what)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
