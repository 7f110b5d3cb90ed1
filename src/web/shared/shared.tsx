import { Link, useSearch } from '@tanstack/react-router'
import { useRead } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { Page } from '../parts/page.tsx'
import { Section } from '../parts/section.tsx'
import { t } from '../texts/index.ts'
import { SharedCandidate } from './candidate.tsx'

type Mandate = Answer<'client.show'>['mandates'][number]

/** A client's own screen: their mandates with whom the firm shared for each; or one of these people. */
export function Shared() {
  const { candidacy } = useSearch({ from: '/portal' })
  return candidacy === undefined ? <All /> : <SharedCandidate key={candidacy} candidacy={candidacy} />
}

function All() {
  const shown = useRead('client.show', {})
  const isNothing = shown.data?.mandates.every(({ candidates }) => candidates.length === 0) ?? false
  return (
    <Page title={isNothing ? t.shared.none : t.shared.title}>
      <p className="quiet">{isNothing ? t.shared.noneSays : t.shared.says}</p>
      <Answered of={shown}>
        {({ mandates }) => (
          <>
            {mandates.map((one) => (
              <OneMandate key={one.mandate} one={one} />
            ))}
          </>
        )}
      </Answered>
    </Page>
  )
}

function OneMandate({ one: { title, state, candidates } }: { one: Mandate }) {
  return (
    <Section title={title} says={t.desk.states[state]}>
      {candidates.length === 0 ? (
        <p className="quiet">{t.shared.nobody}</p>
      ) : (
        <ul className="sheet rows">
          {candidates.map(({ candidacy, called, title, organization, verdict }) => (
            <li key={candidacy} className="spread wrap">
              <span>
                <Link to="/portal" search={{ candidacy }}>
                  {called}
                </Link>{' '}
                <span className="small quiet">{[title, organization].filter(Boolean).join(', ')}</span>
              </span>
              <span className="small">
                {verdict === null ? t.shared.unsaid : t.clientWords.kinds[verdict]}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
