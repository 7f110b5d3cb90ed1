import { NativeSelect } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Answer } from '../client.ts'
import { More } from '../parts/more.tsx'
import { Section } from '../parts/section.tsx'
import { day } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import styles from './network.module.css'

type Item = Answer<'person.show'>['timeline'][number]
type Kind = Item['kind']

/** What happened with somebody, newest first: all of it, or one kind. */
export function PersonTimeline({ timeline }: { timeline: Item[] }) {
  const [kind, setKind] = useState<Kind | ''>('')
  const kinds = [...new Set(timeline.map((item) => item.kind))]
  const shown = timeline.filter((item) => kind === '' || item.kind === kind)
  return (
    <Section title={t.person.timeline}>
      {kinds.length > 1 && (
        <NativeSelect
          className={`${styles.filter} no-print`}
          size="xs"
          label={t.timeline.filter}
          data={[
            { value: '', label: t.timeline.all },
            ...kinds.map((value) => ({ value, label: t.timeline.kinds[value] })),
          ]}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as Kind | '')}
        />
      )}
      <More key={kind} items={shown} first={15} className="sheet rows">
        {(item) => <Row key={item.id} item={item} />}
      </More>
    </Section>
  )
}

function Row({ item: { says, at, kind, leads } }: { item: Item }) {
  return (
    <li className={styles.happened}>
      <span className="small quiet">{day(at)}</span>
      <span className="wrap">
        {says} {leads && <Leads leads={leads} says={says} />}
      </span>
      <span className="small quiet">{t.timeline.kinds[kind]}</span>
    </li>
  )
}

function Leads({ leads: { to, id }, says }: { leads: NonNullable<Item['leads']>; says: string }) {
  const common = { params: { id }, className: 'small', 'aria-label': `${t.timeline.open}: ${says}` }
  if (to === 'invitation')
    return (
      <Link to="/invitations/$id" {...common}>
        {t.timeline.open}
      </Link>
    )
  if (to === 'introduction')
    return (
      <Link to="/lineage/$id" {...common}>
        {t.timeline.open}
      </Link>
    )
  if (to === 'mandate')
    return (
      <Link to="/mandates/$id" {...common}>
        {t.timeline.open}
      </Link>
    )
  return (
    <Link to="/network/organizations/$id" {...common}>
      {t.timeline.open}
    </Link>
  )
}
