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
import { isGuest, useRole } from './role.ts'
import { SchemeToggle } from './scheme-toggle.tsx'
import styles from './shell.module.css'
import { ValuesLink } from './values-link.tsx'
import { WhoAreYou } from './who-are-you.tsx'

export function Shell() {
  // Who has a file of their own here is not at the desk: nothing is searched, due or set up by them.
  const isDesk = !isGuest(useRole())
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
        {isDesk && <AtHand />}
        <Nav />
        <div className={styles.foot}>
          <Me />
          <div className={styles.choices}>
            <LanguageChoice />
            {isDesk && <ValuesLink />}
            <SchemeToggle />
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        <DemoBanner />
        <Outbox />
        {isDesk && <Reminders />}
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
