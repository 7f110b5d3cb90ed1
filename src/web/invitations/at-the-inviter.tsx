import { More } from '../parts/more.tsx'
import { Section } from '../parts/section.tsx'
import { Why } from '../parts/why.tsx'
import { t } from '../texts/index.ts'
import styles from './invitations.module.css'
import type { Worth } from './types.ts'

/** What else the inviting organization looks for: apart, and in no total. */
export function AtTheInviter({ worth: { atTheInviter } }: { worth: Worth }) {
  if (atTheInviter.length === 0) return null
  return (
    <Section title={t.atTheInviter.title} says={t.atTheInviter.says}>
      <More items={atTheInviter} first={5} className="sheet rows">
        {({ opening, fitBecause, path }) => (
          <li key={opening.id} className={styles.door}>
            <div className="spread">
              <h3 className="wrap">{opening.title}</h3>
              {opening.location && <span className="small quiet">{opening.location}</span>}
            </div>
            <Why path={path}>
              <p>{fitBecause}</p>
            </Why>
          </li>
        )}
      </More>
    </Section>
  )
}
