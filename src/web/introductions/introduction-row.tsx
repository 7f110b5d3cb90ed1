import { Button, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { Draft } from '../parts/draft.tsx'
import { LinkButton } from '../parts/link-button.tsx'
import { OrganizationLink, PersonLink } from '../parts/person-link.tsx'
import { TakeBack } from '../parts/take-back.tsx'
import { offerUndo, withdrawUndo } from '../parts/undo.tsx'
import { day } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import styles from './introductions.module.css'

export type One = Answer<'introduction.list'>['introductions'][number]

/** One introduction: to whom, through whom, its states so far, and the next by one click. */
export function IntroductionRow({ one }: { one: One }) {
  return (
    <li className="sheet stack">
      <div className="spread">
        <h3 className="wrap">
          <PersonLink person={one.target} />
          {one.organization && (
            <span className="quiet">
              {' · '}
              <OrganizationLink organization={one.organization} />
            </span>
          )}
        </h3>
        <span className={styles.state}>{t.introductions.states[one.state]}</span>
      </div>
      <p className="quiet wrap">
        {[throughWhom(one), one.opening && t.introductions.opening(one.opening.title)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {one.stale && <p>{t.introductions.stale}</p>}
      <details open={one.state === 'draft'}>
        <summary>{t.introductions.text}</summary>
        <div style={{ paddingTop: '0.75rem' }}>
          <Draft introduction={one.id} text={one.draft} isOpen={one.state === 'draft'} />
        </div>
      </details>
      <Next one={one} />
      <History one={one} />
    </li>
  )
}

/** Those in between, without the seeker and the target. */
function throughWhom({ people }: One): string {
  const names = people.slice(1, -1).map(({ name }) => name)
  return names.length === 0 ? t.introductions.direct : t.introductions.through(names)
}

function Next({ one }: { one: One }) {
  const [note, setNote] = useState('')
  const advance = useWrite('introduction.advance')
  const back = useWrite('introduction.take-back')
  const go = async (state: One['state']) => {
    const words = note.trim() ? { note: note.trim() } : {}
    await advance.mutateAsync({ introduction: one.id, to: state, ...words })
    setNote('')
    const says = t.introductions.noted(t.introductions.states[state])
    offerUndo(says, () => back.mutate({ introduction: one.id, state }), one.id)
  }
  const isMade = one.state === 'introduced' || one.state === 'met'
  return (
    <fieldset className="stack no-print" aria-label={t.introductions.next}>
      {one.next.length > 0 && one.state !== 'draft' && (
        <TextInput
          size="xs"
          label={t.introductions.note}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      )}
      <div className="row">
        {one.next.map((to, at) => (
          <Button
            key={to}
            size="xs"
            variant={at === 0 ? 'filled' : 'default'}
            disabled={advance.isPending}
            onClick={() => void go(to).catch(() => {})}
          >
            {t.introductions.steps[to]}
          </Button>
        ))}
        {isMade && (
          <LinkButton
            size="xs"
            variant="default"
            to="/add"
            search={{
              cameFrom: one.id,
              ...(one.organization ? { organization: one.organization.name } : {}),
            }}
          >
            {t.introductions.invited}
          </LinkButton>
        )}
        <LinkButton size="xs" variant="subtle" to="/lineage/$id" params={{ id: one.id }}>
          {t.decide.lineage}
        </LinkButton>
      </div>
    </fieldset>
  )
}

/** Each state with its day and note, the last to be taken back; what it led to last. */
function History({ one }: { one: One }) {
  const back = useWrite('introduction.take-back')
  const takeBack = (state: One['state']) => {
    withdrawUndo(one.id)
    back.mutate({ introduction: one.id, state })
  }
  // What an invitation came of stays, until that is removed.
  const last = one.invitations.length === 0 ? one.states.at(-1) : undefined
  return (
    <div className="small quiet">
      <ul className={styles.history}>
        {one.states.map(({ state, note, at }) => (
          <li key={state + at} className="wrap">
            {t.introductions.states[state]} {day(at)}
            {note && ` “${note}”`}
            {at === last?.at && state === last.state && (
              <TakeBack
                of={t.introductions.backOf(t.introductions.states[state])}
                isBusy={back.isPending}
                onClick={() => takeBack(state)}
              />
            )}
          </li>
        ))}
      </ul>
      {one.invitations.map((id) => (
        <p key={id}>
          {t.introductions.ledTo}{' '}
          <Link to="/invitations/$id" params={{ id }}>
            {t.introductions.invitation}
          </Link>
        </p>
      ))}
    </div>
  )
}
