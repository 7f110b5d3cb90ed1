import { Button } from '@mantine/core'
import { useRead } from '../api.ts'
import type { Answer } from '../client.ts'
import { downloadCsv } from '../parts/csv.ts'
import { PersonLink } from '../parts/person-link.tsx'
import { Section } from '../parts/section.tsx'
import { day, number } from '../parts/when.ts'
import { t } from '../texts/index.ts'

type Report = Answer<'source.report'>

/** Who or what brought the candidates: of one mandate, or of all. */
export function Sources({ mandate }: { mandate?: string }) {
  const { data } = useRead('source.report', mandate === undefined ? {} : { mandate })
  if (data === undefined) return null
  return (
    <Section title={t.sources.title} says={t.sources.says}>
      {data.candidates === 0 ? <p className="quiet">{t.sources.none}</p> : <Table report={data} />}
    </Section>
  )
}

function Table({ report }: { report: Report }) {
  const shown = (count: number, share: number) => t.sources.of(count, number(share))
  return (
    <>
      <table className="sheet" style={{ textAlign: 'start' }}>
        <thead>
          <tr>
            {[t.sources.source, t.sources.candidates, t.sources.placed].map((title) => (
              <th key={title} scope="col" style={{ textAlign: 'start' }}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.sources.map(({ source, person, ...one }) => (
            <tr key={source + (person?.id ?? '')}>
              <th scope="row" className="wrap" style={{ textAlign: 'start', fontWeight: 400 }}>
                {t.desk.sources[source]}
                {person && (
                  <>
                    : <PersonLink person={person} />
                  </>
                )}
              </th>
              <td>{shown(one.candidates, one.share)}</td>
              <td>{one.placed === 0 ? 0 : shown(one.placed, one.shareOfPlaced)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" style={{ textAlign: 'start' }}>
              {t.sources.sum}
            </th>
            <td>{shown(report.candidates, 100)}</td>
            <td>{report.placed === 0 ? 0 : shown(report.placed, 100)}</td>
          </tr>
        </tfoot>
      </table>
      <div>
        <Button variant="default" onClick={() => downloadCsv('sources.csv', rowsOf(report))}>
          {t.sources.download}
        </Button>
      </div>
    </>
  )
}

const rowsOf = ({ rows }: Report): string[][] => [
  [t.sources.candidate, t.sources.mandate, t.sources.source, t.sources.by, t.sources.since, t.sources.placed],
  ...rows.map((row) => [
    ...[row.person.name, row.title, t.desk.sources[row.source], row.by?.name ?? '', day(row.since)],
    row.placed ? '1' : '0',
  ]),
]
