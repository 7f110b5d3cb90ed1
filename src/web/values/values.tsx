import { Page } from '../parts/page.tsx'
import { t } from '../texts/index.ts'
import { Limits } from './limits.tsx'
import { Sectors } from './sectors.tsx'

/** What one will not work for, and one's own limits: beliefs, so first where they are kept and who sees them. */
export function Values() {
  return (
    <Page title={t.values.title}>
      <p className="quiet">{t.values.private}</p>
      <Limits />
      <Sectors />
    </Page>
  )
}
