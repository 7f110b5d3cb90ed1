import { Button, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { Draft } from '../parts/draft.tsx'
import { LinkButton } from '../parts/link-button.tsx'
import { OrganizationLink, PersonLink } from '../parts/person-link.tsx'
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
  const go = (to: One['state']) =>
    advance.mutate(
      { introduction: one.id, to, ...(note.trim() ? { note: note.trim() } : {}) },
      { onSuccess: () => setNote('') },
    )
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
            onClick={() => go(to)}
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

/** Each state with its day and note; what it led to last. */
function History({ one }: { one: One }) {
  return (
    <div className="small quiet">
      <ul className={styles.history}>
        {one.states.map(({ state, note, at }) => (
          <li key={state + at} className="wrap">
            {t.introductions.states[state]} {day(at)}
            {note && ` “${note}”`}
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
