import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '../api.ts'
import { Page } from '../parts/page.tsx'
import { Section } from '../parts/section.tsx'
import { t } from '../texts/index.ts'
import { ImportFiles } from './import-files.tsx'
import { PasteInvitation } from './paste-invitation.tsx'
import { BringBack, TakeAlong } from './take-along.tsx'
import { VisitDemo } from './visit-demo.tsx'
import { WriteInvitation } from './write-invitation.tsx'

/** Three ways in: one's files, an invitation, or a look at the invented network. */
export function Start() {
  const { data } = useRead('workspace.show', {})
  // As it was on coming in: what an import brings does not change the page under its result.
  const [isEmpty] = useState(data !== undefined && data.counts.people + data.counts.invitations === 0)
  return (
    <Page title={isEmpty ? t.start.welcome : t.start.title}>
      {isEmpty && <p>{t.start.idea}</p>}
      {isEmpty && <p className="quiet">{t.start.data}</p>}
      {isEmpty && data?.visit === false && <VisitDemo />}
      <Section title={t.files.title} says={t.files.says}>
        <ImportFiles />
        <p className="small">
          <Link to="/lists">{t.lists.fromStart}</Link>
        </p>
      </Section>
      <Section title={t.paste.title} says={t.paste.says}>
        <PasteInvitation />
      </Section>
      <Section title={t.write.title} says={t.write.says}>
        <WriteInvitation />
      </Section>
      {isEmpty ? <BringBack /> : <TakeAlong />}
      {!isEmpty && data?.visit === false && <VisitDemo />}
      {!isEmpty && <p className="small quiet">{t.start.data}</p>}
    </Page>
  )
}
