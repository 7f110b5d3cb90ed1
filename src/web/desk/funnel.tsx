import { Button } from '@mantine/core'
import { useRead } from '../api.ts'
import type { Answer } from '../client.ts'
import { downloadCsv } from '../parts/csv.ts'
import { Section } from '../parts/section.tsx'
import { day, number, percent } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import styles from './market-map.module.css'

type Told = Answer<'funnel.show'>

/** How far candidacies come, and how long they stand: of one mandate, or of all. */
export function Funnel({ mandate }: { mandate?: string }) {
  const { data } = useRead('funnel.show', mandate === undefined ? {} : { mandate })
  if (data === undefined || data.visits.length === 0) return null
  return (
    <Section title={t.funnel.title} says={t.funnel.says}>
      <Table stages={data.stages.filter(({ visits }) => visits > 0)} />
      <div>
        <Button variant="default" onClick={() => downloadCsv('funnel.csv', rowsOf(data))}>
          {t.funnel.download}
        </Button>
      </div>
    </Section>
  )
}

function Table({ stages }: { stages: Told['stages'] }) {
  const { stage, reached, wentOn, visits, there, days } = t.funnel
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keys, too
    <div className={styles.scroll} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {[stage, reached, wentOn, visits, there, days].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stages.map((one) => (
            <tr key={one.stage}>
              <th scope="row">{t.desk.stages[one.stage]}</th>
              <td>{one.reached}</td>
              <td>{t.funnel.ofThem(one.wentOn, percent(one.wentOn / one.reached))}</td>
              <td>{one.visits}</td>
              <td>{one.there}</td>
              <td>{one.medianDays === null ? '–' : number(one.medianDays)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const rowsOf = ({ visits }: Told): string[][] => {
  const { candidate, mandate, stage, from, to, days } = t.funnel
  return [
    [candidate, mandate, stage, from, to, days],
    ...visits.map((one) => [
      ...[one.person.name, one.title, t.desk.stages[one.stage], day(one.from)],
      ...[one.to === null ? '' : day(one.to), String(one.days)],
    ]),
  ]
}
