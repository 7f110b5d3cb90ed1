import { Link } from '@tanstack/react-router'
import { Page } from '../parts/page.tsx'
import { t } from '../texts/index.ts'

export function NotFound() {
  return (
    <Page title={t.notFound.title}>
      <p>
        {t.notFound.says} <Link to="/invitations">{t.nav.invitations}</Link>
      </p>
    </Page>
  )
}
