import { Link, Outlet } from '@tanstack/react-router'
import { useRead } from '../api.ts'
import { AtHand } from '../palette/at-hand.tsx'
import { DemoBanner } from '../start/demo-banner.tsx'
import { t } from '../texts/index.ts'
import { LanguageChoice } from './language-choice.tsx'
import { Mark } from './mark.tsx'
import { Nav } from './nav.tsx'
import { Outbox } from './outbox.tsx'
import { Reminders } from './reminders.tsx'
import { SchemeToggle } from './scheme-toggle.tsx'
import styles from './shell.module.css'
import { ValuesLink } from './values-link.tsx'
import { WhoAreYou } from './who-are-you.tsx'

export function Shell() {
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {t.shell.skip}
      </a>
      <header className={`${styles.side} no-print`}>
        <Link to="/" className={styles.brand}>
          <Mark />
          Acquaint
        </Link>
        <AtHand />
        <Nav />
        <div className={styles.foot}>
          <Me />
          <div className={styles.choices}>
            <LanguageChoice />
            <ValuesLink />
            <SchemeToggle />
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        <DemoBanner />
        <Outbox />
        <Reminders />
        <WhoAreYou />
        <Outlet />
      </main>
    </div>
  )
}

function Me() {
  const { data } = useRead('workspace.show', {})
  return <span className={`${styles.me} small quiet`}>{data?.me?.name ?? ''}</span>
}
