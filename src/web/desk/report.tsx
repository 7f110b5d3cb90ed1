import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { isRefusal, useRead } from '../api.ts'
import { Answered } from '../parts/answered.tsx'
import { Page } from '../parts/page.tsx'
import { Section } from '../parts/section.tsx'
import { SharedFields } from '../parts/shared-fields.tsx'
import { day } from '../parts/when.ts'
import { NotFound } from '../shell/not-found.tsx'
import { t } from '../texts/index.ts'

/** A report to the client as it was made, to be read or printed. */
export function Report() {
  const { id } = useParams({ from: '/reports/$id' })
  const shown = useRead('report.show', { report: id })
  if (isRefusal(shown.error, 404)) return <NotFound />
  const title = shown.data === undefined ? t.waiting : t.reports.page(shown.data.mandate.title)
  return (
    <Page title={title} actions={<Button onClick={() => window.print()}>{t.reports.print}</Button>}>
      <Answered of={shown}>
        {({ mandateId, mandate, firm, at, candidates }) => (
          <>
            <p className="quiet">
              <Link to="/mandates/$id" params={{ id: mandateId }} search={{ show: 'about' }}>
                {mandate.client}
              </Link>{' '}
              · {firm} · {day(at)}
            </p>
            {candidates.map((one) => (
              <article key={one.candidacy} className="sheet stack" aria-label={one.called}>
                <h2 className="wrap">{one.called}</h2>
                <SharedFields of={one} />
                {one.documents && (
                  <Section title={t.share.fields.documents}>
                    <p className="wrap">{one.documents.map(({ name }) => name).join(', ')}</p>
                  </Section>
                )}
              </article>
            ))}
          </>
        )}
      </Answered>
    </Page>
  )
}
