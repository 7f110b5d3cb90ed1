import {
  IconAffiliate,
  IconArrowsExchange,
  IconBriefcase,
  IconCalendarEvent,
  IconChecklist,
  IconLayoutKanban,
  IconPlus,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useRead } from '../api.ts'
import { t } from '../texts/index.ts'
import { isGuest, useRole } from './role.ts'
import styles from './shell.module.css'

const OWN = { to: '/invitations', says: t.nav.invitations, Icon: IconCalendarEvent } as const
const FIRM = { to: '/mandates', says: t.desk.title, Icon: IconLayoutKanban } as const
const PLACES = [
  { to: '/to-do', says: t.nav.toDo, Icon: IconChecklist },
  { to: '/openings', says: t.nav.openings, Icon: IconBriefcase },
  { to: '/network', says: t.nav.network, Icon: IconAffiliate },
  { to: '/introductions', says: t.nav.introductions, Icon: IconArrowsExchange },
  { to: '/add', says: t.nav.add, Icon: IconPlus },
] as const

/** At the side on a wide screen, at the bottom on a phone. Who has only a file of their own here is not led to the desk. */
export function Nav() {
  const role = useRole()
  if (isGuest(role)) return null
  return (
    <nav aria-label={t.nav.label} className={styles.nav}>
      <ul>
        {[role === null ? OWN : FIRM, ...PLACES].map(({ to, says, Icon }) => (
          <li key={to}>
            <Link to={to} className={styles.place} activeProps={{ className: styles.here! }}>
              <Icon size={20} stroke={1.6} aria-hidden />
              <span>{says}</span>
              {to === '/to-do' && <Due />}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** How much is due now. */
function Due() {
  const { data } = useRead('follow-up.list', {})
  const due = data?.followUps.filter((one) => one.due).length ?? 0
  if (due === 0) return null
  return (
    <>
      <span className={styles.due} aria-hidden>
        {due}
      </span>
      <span className="unseen">{t.nav.waiting(due)}</span>
    </>
  )
}
