import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { useWrite } from '../api.ts'
import { LinkButton } from '../parts/link-button.tsx'
import { offerUndo } from '../parts/undo.tsx'
import { hasBegun } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import styles from './invitations.module.css'
import { OfferAnswer } from './offer-answer.tsx'
import { Refuse } from './refuse.tsx'
import { isHeld, type Shown, type Worth } from './types.ts'

/** Taking it is one click and comes before everything else. */
export function Decide({ shown, worth }: { shown: Shown; worth: Worth | undefined }) {
  const [isRefusing, setRefusing] = useState(false)
  const status = useRef<HTMLParagraphElement>(null)
  const decide = useWrite('invitation.decide')
  // What was clicked is gone: the focus goes to what came of it.
  const settled = () => {
    setRefusing(false)
    status.current?.focus()
  }
  const undecide = useWrite('invitation.undecide')
  const taken = () => {
    settled()
    offerUndo(t.decide.taken, () => undecide.mutate({ invitation: shown.id }))
  }
  const take = () => decide.mutate({ invitation: shown.id, verdict: 'take' }, { onSuccess: taken })
  const { state } = shown
  const canRefuse = (state === 'open' || state === 'taken') && !isRefusing
  return (
    <div className={styles.decide}>
      <p ref={status} tabIndex={-1} aria-live="polite" className={state === 'open' ? 'unseen' : ''}>
        {t.decide.now(state, shown.reason)}
      </p>
      <div className="row no-print">
        {(state === 'open' || state === 'refused') && (
          <Button size="md" onClick={take} loading={decide.isPending}>
            {state === 'open' ? t.decide.take : t.decide.takeAfterAll}
          </Button>
        )}
        {state === 'offer' && <OfferAnswer shown={shown} />}
        {state === 'taken' && <Next shown={shown} />}
        {isHeld(shown) && <After shown={shown} />}
        {canRefuse && (
          <Button size="md" variant="subtle" color="gray" onClick={() => setRefusing(true)}>
            {state === 'open' ? t.decide.refuse : t.decide.refuseAfterAll}
          </Button>
        )}
      </div>
      {isRefusing && <Refuse shown={shown} worth={worth} onDone={settled} />}
    </div>
  )
}

function Next({ shown }: { shown: Shown }) {
  const last = shown.meetings.at(-1)
  const isOver = last !== undefined && hasBegun(last)
  const params = { id: shown.id }
  return (
    <>
      <LinkButton
        size="md"
        variant={isOver ? 'default' : 'filled'}
        to="/invitations/$id/prepare"
        params={params}
      >
        {t.decide.prepare}
      </LinkButton>
      <LinkButton
        size="md"
        variant={isOver ? 'filled' : 'default'}
        to="/invitations/$id/debrief"
        params={params}
      >
        {t.decide.debrief}
      </LinkButton>
    </>
  )
}

function After({ shown }: { shown: Shown }) {
  return (
    <>
      <LinkButton variant="default" to="/lineage/$id" params={{ id: shown.id }}>
        {t.decide.lineage}
      </LinkButton>
      <LinkButton variant="default" to="/openings" search={{ reach: 'yes' }}>
        {t.decide.openings}
      </LinkButton>
      <LinkButton variant="subtle" color="gray" to="/invitations/$id/debrief" params={{ id: shown.id }}>
        {t.decide.debriefAgain}
      </LinkButton>
    </>
  )
}
