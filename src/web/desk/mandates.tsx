import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { Empty } from '../parts/empty.tsx'
import { LinkButton } from '../parts/link-button.tsx'
import { Page } from '../parts/page.tsx'
import { Section } from '../parts/section.tsx'
import { day } from '../parts/when.ts'
import { isLead, useRole } from '../shell/role.ts'
import { t } from '../texts/index.ts'
import { Funnel } from './funnel.tsx'
import { OpenMandate } from './open-mandate.tsx'
import { Sources } from './sources.tsx'

type One = Answer<'mandate.list'>['mandates'][number]

const isAtWork = ({ state }: One) => state === 'open' || state === 'on-hold'

/** What clients want filled: those at work first, then those that ended. */
export function Mandates() {
  const all = useRead('mandate.list', {})
  const may = isLead(useRole())
  const [isOpening, setOpening] = useState(false)
  const navigate = useNavigate()
  return (
    <Page
      title={t.desk.title}
      actions={
        <>
          <LinkButton variant="default" to="/off-limits">
            {t.offLimits.title}
          </LinkButton>
          <LinkButton variant="default" to="/members">
            {t.members.title}
          </LinkButton>
          {may && <Button onClick={() => setOpening(true)}>{t.desk.open}</Button>}
        </>
      }
    >
      {isOpening && (
        <OpenMandate
          onOpened={(mandate) => void navigate({ to: '/mandates/$id', params: { id: mandate } })}
          onCancel={() => setOpening(false)}
        />
      )}
      <Answered of={all}>
        {({ mandates }) => (
          <>
            {mandates.length === 0 && (
              <Empty title={t.desk.none}>
                <p>{t.desk.noneSays}</p>
              </Empty>
            )}
            <List title={t.desk.atWork} mandates={mandates.filter(isAtWork)} />
            <List title={t.desk.ended} mandates={mandates.filter((one) => !isAtWork(one))} />
            {mandates.length > 0 && <Sources />}
            {mandates.length > 0 && <Funnel />}
          </>
        )}
      </Answered>
    </Page>
  )
}

function List({ title, mandates }: { title: string; mandates: readonly One[] }) {
  if (mandates.length === 0) return null
  return (
    <Section title={title}>
      <ul className="sheet rows">
        {mandates.map((one) => (
          <li key={one.id} className="spread">
            <span className="wrap grow">
              <Link to="/mandates/$id" params={{ id: one.id }}>
                {one.title}
              </Link>
              {one.confidential && <Lock />}
              <span className="small quiet"> · {one.client.name}</span>
            </span>
            <span className="small quiet">
              {[
                t.desk.states[one.state],
                t.desk.candidates(one.candidates),
                ...(one.dueOn ? [t.desk.due(day(one.dueOn))] : []),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export const Lock = () => (
  <IconLock
    size={15}
    stroke={1.8}
    role="img"
    aria-label={t.desk.confidential}
    style={{ marginInline: '0.375rem', verticalAlign: '-2px' }}
  />
)
