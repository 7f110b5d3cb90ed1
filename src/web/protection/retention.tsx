import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useRead, useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { PersonLink } from '../parts/person-link.tsx'
import { Section } from '../parts/section.tsx'
import { day } from '../parts/when.ts'
import { t } from '../texts/index.ts'

type List = Answer<'retention.list'>
type Due = List['people'][number]

/** The rule, who is due by it, and what becomes of each. */
export function Retention() {
  const list = useRead('retention.list', {})
  return (
    <Section title={t.protection.retention} says={t.protection.retentionSays}>
      <Answered of={list}>
        {({ rule, people, total }) => (
          <>
            <Rule key={JSON.stringify(rule)} rule={rule} />
            {rule && <p>{t.protection.dueCount(total)}</p>}
            <People people={people} />
          </>
        )}
      </Answered>
    </Section>
  )
}

function Rule({ rule }: { rule: List['rule'] }) {
  const set = useWrite('retention.set')
  const [months, setMonths] = useState(rule?.months ?? 0)
  const [silentDays, setSilent] = useState(rule?.silentDays ?? 30)
  const [tried, setTried] = useState<number | null>(null)
  const would = useRead('retention.list', { months: tried ?? 1 }, { enabled: tried !== null })
  return (
    <form
      className="sheet stack"
      onSubmit={(event) => {
        event.preventDefault()
        set.mutate({ months, silentDays })
      }}
    >
      <NumberInput
        label={t.protection.months}
        min={0}
        max={240}
        value={months}
        onChange={(value) => setMonths(Number(value))}
      />
      <NumberInput
        label={t.protection.silent}
        min={7}
        max={365}
        value={silentDays}
        onChange={(value) => setSilent(Number(value))}
      />
      <div className="row">
        <Button type="submit" loading={set.isPending}>
          {t.protection.keep}
        </Button>
        <Button variant="default" disabled={months === 0} onClick={() => setTried(months)}>
          {t.protection.try}
        </Button>
        <span role="status">{would.data && t.protection.dueCount(would.data.total)}</span>
      </div>
    </form>
  )
}

function People({ people }: { people: readonly Due[] }) {
  if (people.length === 0) return null
  return (
    <ul className="sheet rows">
      {people.map((one) => (
        <One key={one.person.id} one={one} />
      ))}
    </ul>
  )
}

function One({ one: { person, last, state, erasedOn } }: { one: Due }) {
  const ask = useWrite('retention.ask')
  const keep = useWrite('retention.keep')
  const says = state === 'asked' ? t.protection.states.asked(day(erasedOn!)) : t.protection.states[state]
  return (
    <li className="spread">
      <span className="wrap grow">
        <PersonLink person={person} />{' '}
        <span className="small quiet">
          {t.protection.last(day(last))} · {says}
        </span>
      </span>
      <span className="row">
        {state === 'due' && (
          <Button
            size="compact-sm"
            variant="default"
            loading={ask.isPending}
            onClick={() => ask.mutate({ person: person.id, says: t.protection.askText })}
          >
            {t.protection.markAsked(person.name)}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          loading={keep.isPending}
          onClick={() => keep.mutate({ person: person.id, because: t.protection.staysBecause })}
        >
          {t.protection.stays(person.name)}
        </Button>
      </span>
    </li>
  )
}
