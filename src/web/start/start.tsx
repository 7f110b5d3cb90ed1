import { useState } from 'react'
import { useRead } from '../api.ts'
import { Page } from '../parts/page.tsx'
import { Section } from '../parts/section.tsx'
import { t } from '../texts/index.ts'
import { ImportFiles } from './import-files.tsx'
import { PasteInvitation } from './paste-invitation.tsx'
import { WriteInvitation } from './write-invitation.tsx'

/** Three ways in: files, a pasted message, a few words. */
export function Start() {
  const { data } = useRead('workspace.show', {})
  // As it was on coming in: what an import brings does not change the page under its result.
  const [isEmpty] = useState(data !== undefined && data.counts.people + data.counts.invitations === 0)
  return (
    <Page title={isEmpty ? t.start.welcome : t.start.title}>
      {isEmpty && <p>{t.start.idea}</p>}
      <Section title={t.files.title} says={t.files.says}>
        <ImportFiles />
      </Section>
      <Section title={t.paste.title} says={t.paste.says}>
        <PasteInvitation />
      </Section>
      <Section title={t.write.title} says={t.write.says}>
        <WriteInvitation />
      </Section>
      <p className="small quiet">{t.start.data}</p>
    </Page>
  )
}
