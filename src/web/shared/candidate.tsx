import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { isRefusal, showProblem, useRead } from '../api.ts'
import { type Answer, call } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { ClientWords } from '../parts/client-words.tsx'
import { DOCUMENT_TYPES, downloadBase64 } from '../parts/download.ts'
import { Page } from '../parts/page.tsx'
import { Section } from '../parts/section.tsx'
import { day } from '../parts/when.ts'
import { NotFound } from '../shell/not-found.tsx'
import { t } from '../texts/index.ts'
import { Say } from './say.tsx'

type One = Answer<'client.candidacy'>

/** Somebody who is shared with a client: what is shared of them, and what was said. */
export function SharedCandidate({ candidacy }: { candidacy: string }) {
  const shown = useRead('client.candidacy', { candidacy })
  if (isRefusal(shown.error, 404)) return <NotFound />
  return (
    <Page title={shown.data?.called ?? t.waiting} above={<Above mandate={shown.data?.mandateTitle} />}>
      <Answered of={shown}>{(one) => <Inside one={one} />}</Answered>
    </Page>
  )
}

const Above = ({ mandate }: { mandate: string | undefined }) => (
  <>
    <Link to="/portal">{t.shared.title}</Link>
    {mandate && ` · ${mandate}`}
  </>
)

function Inside({ one }: { one: One }) {
  const { work, summary, salary, career, documents } = one
  return (
    <>
      {work && <p>{work.title === null ? work.organization : t.portal.at(work.title, work.organization)}</p>}
      {summary !== undefined && (
        <Section title={t.share.fields.summary}>
          <p className="wrap" style={{ whiteSpace: 'pre-wrap' }}>
            {summary}
          </p>
        </Section>
      )}
      {career && <Career career={career} />}
      {salary !== undefined && (
        <Section title={t.share.fields.salary}>
          <p className="wrap">{salary}</p>
        </Section>
      )}
      {documents && <Documents candidacy={one.candidacy} documents={documents} />}
      <Section title={t.shared.said}>
        <ClientWords words={one.words} />
        <Say candidacy={one.candidacy} />
      </Section>
    </>
  )
}

function Career({ career }: { career: NonNullable<One['career']> }) {
  const ends = (to: string | null, ended: boolean) =>
    to === null ? (ended ? t.portal.unknown : t.portal.present) : day(to)
  return (
    <Section title={t.share.fields.career}>
      <ul className="sheet rows">
        {career.map(({ organization, title, from, to, ended }) => (
          <li key={`${organization} ${title} ${from}`} className="wrap">
            {title === null ? organization : t.portal.at(title, organization)}
            <div className="small quiet">
              {t.portal.until(from === null ? t.portal.unknown : day(from), ends(to, ended))}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Documents({
  candidacy,
  documents,
}: {
  candidacy: string
  documents: NonNullable<One['documents']>
}) {
  const open = async (document: string) => {
    const { name, kind, base64 } = await call('client.document', { candidacy, document })
    downloadBase64(name, base64, DOCUMENT_TYPES[kind])
  }
  return (
    <Section title={t.share.fields.documents}>
      <div className="row">
        {documents.map(({ document, name }) => (
          <Button
            key={document}
            variant="default"
            leftSection={<IconDownload size={16} />}
            onClick={() => void open(document).catch(showProblem)}
          >
            {name}
          </Button>
        ))}
      </div>
    </Section>
  )
}
