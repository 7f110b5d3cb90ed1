import { useRead } from '../api.ts'
import { Answered } from '../parts/answered.tsx'
import { Page } from '../parts/page.tsx'
import { LanguageChoice } from '../shell/language-choice.tsx'
import { Mark } from '../shell/mark.tsx'
import { SchemeToggle } from '../shell/scheme-toggle.tsx'
import { t } from '../texts/index.ts'
import { titleOf, Whole } from './invited.tsx'

/** The one invitation of a link, for whoever has no account. */
export function ByLink() {
  const shown = useRead('portal.invitation', {})
  return (
    <>
      <header className="spread" style={{ padding: '0.75rem 1rem' }}>
        <Mark />
        <span className="row">
          <LanguageChoice />
          <SchemeToggle />
        </span>
      </header>
      <main style={{ padding: '0 1rem 3rem' }}>
        <Page title={shown.error ? t.invited.badLink : titleOf(shown.data)}>
          <Answered of={shown}>{(one) => <Whole one={one} byLink />}</Answered>
        </Page>
      </main>
    </>
  )
}
