import { Link } from '@tanstack/react-router'
import { useRead } from '../api.ts'
import { Answered } from '../parts/answered.tsx'
import { Section } from '../parts/section.tsx'
import { t } from '../texts/index.ts'

/** The invitations that a candidate was given, each with how it stands. */
export function InvitedList() {
  const all = useRead('portal.invitations', {})
  return (
    <Section title={t.invited.title}>
      <Answered of={all}>
        {({ invitations }) =>
          invitations.length === 0 ? (
            <p className="quiet">{t.invited.none}</p>
          ) : (
            <ul className="sheet rows">
              {invitations.map((one) => (
                <li key={one.id} className="spread">
                  <Link to="/portal/invitations/$id" params={{ id: one.id }}>
                    {t.invited.asks(one.organization, one.role)}
                  </Link>
                  <span className="small">{t.invited.states[one.state]}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Section>
  )
}
