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
import { SharedFields } from '../parts/shared-fields.tsx'
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
  const { documents, candidacy } = one
  return (
    <>
      <SharedFields of={one} />
      {documents && <Documents candidacy={candidacy} documents={documents} />}
      <Section title={t.shared.said}>
        <ClientWords words={one.words} />
        <Say candidacy={candidacy} />
      </Section>
    </>
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
