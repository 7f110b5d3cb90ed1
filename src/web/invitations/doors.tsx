import { More } from '../parts/more.tsx'
import { PathLine } from '../parts/path-line.tsx'
import { OrganizationLink } from '../parts/person-link.tsx'
import { Reach } from '../parts/reach.tsx'
import { Section } from '../parts/section.tsx'
import { figure } from '../parts/when.ts'
import { Why } from '../parts/why.tsx'
import { t } from '../texts/index.ts'
import type { Growth } from './growth.ts'
import styles from './invitations.module.css'
import { IsNew } from './is-new.tsx'
import type { Door, Worth } from './types.ts'

/** Openings elsewhere that the meeting opens or strengthens, each with its path. */
export function Doors({ worth: { doors }, grown }: { worth: Worth; grown: Growth | null }) {
  if (doors.length === 0) return null
  return (
    <Section title={t.doors.title} says={t.doors.says}>
      <More items={doors} first={5} className="sheet rows">
        {(door) => (
          <DoorRow key={door.opening.id} door={door} isNew={grown?.doors.has(door.opening.id) ?? false} />
        )}
      </More>
    </Section>
  )
}

function DoorRow({ door, isNew }: { door: Door; isNew: boolean }) {
  const { opening, kind, fit, fitBecause, before, after, path } = door
  return (
    <li className={styles.door}>
      <div className="spread">
        <div>
          <h3 className="wrap">
            {opening.title} · <OrganizationLink organization={opening.organization} />
          </h3>
          {opening.location && <p className="small quiet">{opening.location}</p>}
        </div>
        <span className="row">
          {isNew && <IsNew />}
          <span className={`${styles.tag} ${kind === 'opened' ? styles.mine : ''}`}>{t.doors[kind]}</span>
          <Reach strength={after} />
        </span>
      </div>
      <PathLine path={path} />
      <Why path={path}>
        <p>{t.doors.change(before === null ? null : figure(before), figure(after))}</p>
        <p>{fit === null ? fitBecause : `${t.doors.fit(figure(fit))} ${fitBecause}`}</p>
      </Why>
    </li>
  )
}
