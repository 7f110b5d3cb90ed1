import { useRead } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { Empty } from '../parts/empty.tsx'
import { LinkButton } from '../parts/link-button.tsx'
import { More } from '../parts/more.tsx'
import { Page } from '../parts/page.tsx'
import { Section } from '../parts/section.tsx'
import { t } from '../texts/index.ts'
import { IntroductionRow, type One } from './introduction-row.tsx'

/** Introductions asked for, how each stands, and what may follow: what waits for you comes first. */
export function Introductions() {
  const list = useRead('introduction.list', {})
  return (
    <Page title={t.nav.introductions}>
      <Answered of={list}>{(answer) => <List answer={answer} />}</Answered>
    </Page>
  )
}

const GROUPS = ['stale', 'draft', 'waiting', 'made', 'ended'] as const
type Group = (typeof GROUPS)[number]

const GROUP_OF: Record<One['state'], Group> = {
  draft: 'draft',
  asked: 'waiting',
  'connector-agreed': 'waiting',
  'target-agreed': 'waiting',
  introduced: 'made',
  met: 'made',
  declined: 'ended',
  'no-answer': 'ended',
}

const groupOf = ({ state, stale }: One): Group => (stale ? 'stale' : GROUP_OF[state])

function List({ answer: { introductions } }: { answer: Answer<'introduction.list'> }) {
  if (introductions.length === 0) return <None />
  return GROUPS.map((group) => {
    const own = introductions.filter((one) => groupOf(one) === group)
    if (own.length === 0) return null
    return (
      <Section key={group} title={t.introductions.groups[group]}>
        <More items={own} first={10} className="stack">
          {(one) => <IntroductionRow key={one.id} one={one} />}
        </More>
      </Section>
    )
  })
}

function None() {
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
