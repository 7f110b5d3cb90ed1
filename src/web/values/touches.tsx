import { useRead } from '../api.ts'
import { Answered } from '../parts/answered.tsx'
import { OrganizationLink } from '../parts/person-link.tsx'
import { t } from '../texts/index.ts'
import styles from './values.module.css'

/** The organizations on record that a sector would touch: in conflict, or to be asked about. */
export function Touches({ sector, name }: { sector: string; name: string }) {
  const found = useRead('value.touches', { sector })
  return (
    <section className={styles.touches} aria-label={t.values.touches(name)}>
      <Answered of={found}>
        {({ organizations, conflicts, questions, unknown }) => (
          <>
            <p className="small quiet">
              {organizations.length === 0
                ? t.values.touchesNone
                : [t.values.conflicts(conflicts), t.values.questions(questions)].join(', ')}
              {unknown > 0 && ` (${t.values.unknown(unknown)})`}
            </p>
            <ul className="small">
              {organizations.map(({ organization, conflict, because }) => (
                <li key={organization.id} className={styles.touched}>
                  <OrganizationLink organization={organization} />
                  <span className="quiet wrap">
                    {conflict ? t.values.conflict : t.values.question}: {because}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
    </section>
  )
}
