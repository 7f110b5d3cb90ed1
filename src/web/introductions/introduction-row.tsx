import { Button } from '@mantine/core'
import { useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { CopyText } from '../parts/copy-text.tsx'
import { LinkButton } from '../parts/link-button.tsx'
import { OrganizationLink, PersonLink } from '../parts/person-link.tsx'
import { day } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import styles from './introductions.module.css'

type One = Answer<'introduction.list'>['introductions'][number]

/** One introduction: to whom, through whom, its states so far, and the next by one click. */
export function IntroductionRow({ one }: { one: One }) {
  return (
    <li className="sheet stack">
      <div className="spread">
        <h2 className="wrap">
          <PersonLink person={one.target} />
          {one.organization && (
            <span className="quiet">
              {' · '}
              <OrganizationLink organization={one.organization} />
            </span>
          )}
        </h2>
        <span className={styles.state}>{t.introductions.states[one.state]}</span>
      </div>
      <Through people={one.people} />
      {one.stale && <p>{t.introductions.stale}</p>}
      <Next one={one} />
      <details>
        <summary>{t.introductions.text}</summary>
        <div style={{ paddingTop: '0.75rem' }}>
          <CopyText text={one.draft} label={t.ask.text} />
        </div>
      </details>
      <p className="small quiet">
        {one.states.map(({ state, at }) => `${t.introductions.states[state]} ${day(at)}`).join(' · ')}
      </p>
    </li>
  )
}

/** Those in between, without the seeker and the target. */
function Through({ people }: { people: One['people'] }) {
  const connectors = people.slice(1, -1)
  if (connectors.length === 0) return <p className="quiet">{t.introductions.direct}</p>
  return <p className="quiet">{t.introductions.through(connectors.map(({ name }) => name))}</p>
}

function Next({ one }: { one: One }) {
  const advance = useWrite('introduction.advance')
  const isMade = one.state === 'introduced' || one.state === 'met'
  const organization = one.organization?.name
  return (
    <fieldset className="row no-print" aria-label={t.introductions.next}>
      {one.next.map((to) => (
        <Button
          key={to}
          size="xs"
          variant="default"
          disabled={advance.isPending}
          onClick={() => advance.mutate({ introduction: one.id, to })}
        >
          {t.introductions.steps[to]}
        </Button>
      ))}
      {isMade && (
        <LinkButton
          size="xs"
          to="/add"
          search={{ cameFrom: one.id, ...(organization ? { organization } : {}) }}
        >
          {t.introductions.invited}
        </LinkButton>
      )}
      <LinkButton size="xs" variant="subtle" to="/lineage/$id" params={{ id: one.id }}>
        {t.decide.lineage}
      </LinkButton>
    </fieldset>
  )
}
