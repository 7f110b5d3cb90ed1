import { useRead } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { dayFromNow } from '../parts/days.ts'
import { Empty } from '../parts/empty.tsx'
import { LinkButton } from '../parts/link-button.tsx'
import { More } from '../parts/more.tsx'
import { Page } from '../parts/page.tsx'
import { Section } from '../parts/section.tsx'
import { t } from '../texts/index.ts'
import { CalendarFeed } from './calendar-feed.tsx'
import { FollowUpRow, type One } from './follow-up-row.tsx'
import { KeepInTouch } from './keep-in-touch.tsx'
import { RemindMe } from './remind-me.tsx'

/** What was promised, what one reminds oneself of, and whom it is time to write to. */
export function ToDo() {
  const open = useRead('follow-up.list', {})
  const rhythms = useRead('rhythm.list', {})
  return (
    <Page title={t.toDo.title}>
      <RemindMe />
      <Answered of={open}>{({ followUps }) => <Groups followUps={followUps} />}</Answered>
      {rhythms.data && rhythms.data.rhythms.length > 0 && <KeepInTouch rhythms={rhythms.data.rhythms} />}
      {open.data?.followUps.length === 0 && rhythms.data?.rhythms.length === 0 && <Nothing />}
      <Done />
      <CalendarFeed />
    </Page>
  )
}

const GROUPS = ['late', 'today', 'coming'] as const

function groupOf({ dueOn, overdue }: One): (typeof GROUPS)[number] {
  if (overdue) return 'late'
  return dueOn <= dayFromNow() ? 'today' : 'coming'
}

function Groups({ followUps }: Answer<'follow-up.list'>) {
  return GROUPS.map((group) => {
    const own = followUps.filter((one) => groupOf(one) === group)
    if (own.length === 0) return null
    return (
      <Section key={group} title={t.toDo[group]}>
        <More items={own} first={20} className="sheet rows">
          {(one) => <FollowUpRow key={one.id} one={one} />}
        </More>
      </Section>
    )
  })
}

function Nothing() {
  return (
    <Empty title={t.toDo.empty}>
      <p>{t.toDo.emptySays}</p>
      <div>
        <LinkButton to="/invitations">{t.nav.invitations}</LinkButton>
      </div>
    </Empty>
  )
}

function Done() {
  const { data } = useRead('follow-up.list', { done: true })
  if (!data || data.followUps.length === 0) return null
  return (
    <details>
      <summary>{t.toDo.done(data.followUps.length)}</summary>
      <More items={data.followUps} first={20} className="sheet rows">
        {(one) => <FollowUpRow key={one.id} one={one} />}
      </More>
    </details>
  )
}
