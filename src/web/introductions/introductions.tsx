import { useRead } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { Empty } from '../parts/empty.tsx'
import { LinkButton } from '../parts/link-button.tsx'
import { Page } from '../parts/page.tsx'
import { t } from '../texts/index.ts'
import { IntroductionRow } from './introduction-row.tsx'

/** Introductions asked for, how each stands, and what may follow. */
export function Introductions() {
  const list = useRead('introduction.list', {})
  return (
    <Page title={t.nav.introductions}>
      <Answered of={list}>{(answer) => <List answer={answer} />}</Answered>
    </Page>
  )
}

function List({ answer: { introductions } }: { answer: Answer<'introduction.list'> }) {
  if (introductions.length === 0) {
    return (
      <Empty title={t.introductions.empty}>
        <p>{t.introductions.emptySays}</p>
        <div>
          <LinkButton to="/openings" search={{ reach: 'yes' }}>
            {t.decide.openings}
          </LinkButton>
        </div>
      </Empty>
    )
  }
  return (
    <ul className="stack">
      {introductions.map((one) => (
        <IntroductionRow key={one.id} one={one} />
      ))}
    </ul>
  )
}
