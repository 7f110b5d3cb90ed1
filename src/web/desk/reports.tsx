import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { showProblem, useRead, useWrite } from '../api.ts'
import { call } from '../client.ts'
import { DOCUMENT_TYPES, downloadBase64 } from '../parts/download.ts'
import { Section } from '../parts/section.tsx'
import { moment } from '../parts/when.ts'
import { t } from '../texts/index.ts'

/** The reports that were made to a client, and one click to make another. */
export function Reports({ mandate, may }: { mandate: string; may: boolean }) {
  const { data } = useRead('report.list', { mandate })
  const make = useWrite('report.make')
  const go = async () => handOut((await make.mutateAsync({ mandate })).report)
  return (
    <Section title={t.reports.title} says={t.reports.says}>
      {data?.reports.length === 0 && <p className="quiet">{t.reports.none}</p>}
      {data && data.reports.length > 0 && (
        <ul className="sheet rows">
          {data.reports.map(({ report, at, candidates }) => (
            <li key={report} className="spread">
              <span>{t.reports.of(moment(at), candidates)}</span>
              <span className="row">
                <Link to="/reports/$id" params={{ id: report }}>
                  {t.reports.open}
                </Link>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t.reports.pdfOf(moment(at))}
                  onClick={() => void handOut(report).catch(showProblem)}
                >
                  {t.reports.pdf}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {may && (
        <div>
          <Button variant="default" loading={make.isPending} onClick={() => void go().catch(() => {})}>
            {t.reports.make}
          </Button>
        </div>
      )}
    </Section>
  )
}

async function handOut(report: string): Promise<void> {
  const { name, base64 } = await call('report.pdf', { report })
  downloadBase64(name, base64, DOCUMENT_TYPES.pdf)
}
