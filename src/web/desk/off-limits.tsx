import { Button } from '@mantine/core'
import { useState } from 'react'
import { useRead, useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { Empty } from '../parts/empty.tsx'
import { Page } from '../parts/page.tsx'
import { OrganizationLink, PersonLink } from '../parts/person-link.tsx'
import { day } from '../parts/when.ts'
import { isLead, useRole } from '../shell/role.ts'
import { t } from '../texts/index.ts'
import { OffLimitsForm } from './off-limits-form.tsx'

type Policy = Answer<'off-limits.list'>['policies'][number]

/** Whom the firm does not approach, why, and until when. */
export function OffLimits() {
  const all = useRead('off-limits.list', {})
  const may = isLead(useRole())
  const [isAdding, setAdding] = useState(false)
  return (
    <Page
      title={t.offLimits.title}
      actions={may && <Button onClick={() => setAdding(true)}>{t.offLimits.add}</Button>}
    >
      <p className="quiet">{t.offLimits.says}</p>
      {isAdding && <OffLimitsForm onDone={() => setAdding(false)} />}
      <Answered of={all}>
        {({ policies }) =>
          policies.length === 0 ? (
            <Empty title={t.offLimits.none}>
              <p>{t.offLimits.noneSays}</p>
            </Empty>
          ) : (
            <ul className="sheet rows">
              {policies.map((one) => (
                <One key={one.policy} one={one} may={may} />
              ))}
            </ul>
          )
        }
      </Answered>
    </Page>
  )
}

function One({ one, may }: { one: Policy; may: boolean }) {
  const lift = useWrite('off-limits.lift')
  const { person, organization, effect, because, until, group } = one
  const name = (person ?? organization)?.name ?? ''
  const says = [
    t.offLimits.effects[effect],
    until ? t.offLimits.untilDay(day(until)) : t.offLimits.forever,
    ...(organization && group ? [t.offLimits.withGroup] : []),
  ]
  return (
    <li className="spread">
      <span className="wrap grow">
        {person ? <PersonLink person={person} /> : <OrganizationLink organization={organization!} />}{' '}
        <span className="small quiet">{says.join(' · ')}</span>
        <p className="small">{because}</p>
      </span>
      {may && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t.offLimits.liftOf(name)}
          loading={lift.isPending}
          onClick={() => lift.mutate({ policy: one.policy })}
        >
          {t.offLimits.lift}
        </Button>
      )}
    </li>
  )
}
