import { useRead } from '../api.ts'
import { Answered } from '../parts/answered.tsx'
import { Page } from '../parts/page.tsx'
import { PersonLink } from '../parts/person-link.tsx'
import { Section } from '../parts/section.tsx'
import { day } from '../parts/when.ts'
import { isLead, useRole } from '../shell/role.ts'
import { t } from '../texts/index.ts'
import { Retention } from './retention.tsx'

/** Whom to tell, who asked to be erased, how long people stay, and how many were erased. */
export function Protection() {
  const role = useRole()
  const isOwner = role === null || role === 'owner'
  return (
    <Page title={t.protection.title}>
      <p className="quiet">{t.protection.says}</p>
      <Due />
      {(isOwner || isLead(role)) && <Asked />}
      {isOwner && <Retention />}
      {isOwner && <Erased />}
    </Page>
  )
}

function Due() {
  const due = useRead('basis.due', {})
  return (
    <Section title={t.protection.due} says={t.protection.dueSays}>
      <Answered of={due}>
        {({ applies, people }) =>
          people.length === 0 ? (
            <p className="quiet">{applies ? t.protection.noneDue : t.protection.personal}</p>
          ) : (
            <ul className="sheet rows">
              {people.map(({ person, informBy, overdue, origin }) => (
                <li key={person.id} className="spread">
                  <PersonLink person={person} />
                  <span className="small quiet wrap">
                    {origin} · {t.protection.by(day(informBy), overdue)}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Section>
  )
}

function Asked() {
  const asked = useRead('erasure.requests', {})
  return (
    <Section title={t.protection.asked}>
      <Answered of={asked}>
        {({ requests }) =>
          requests.length === 0 ? (
            <p className="quiet">{t.protection.noneAsked}</p>
          ) : (
            <ul className="sheet rows">
              {requests.map(({ request, person, at }) => (
                <li key={request} className="spread">
                  <PersonLink person={person} />
                  <span className="small quiet">{t.protection.askedOn(day(at))}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Section>
  )
}

function Erased() {
  const erased = useRead('erasure.list', {})
  return (
    <Section title={t.protection.erased}>
      <Answered of={erased}>
        {({ total, erasures }) => (
          <>
            <p className="quiet">{t.protection.erasedSays(total)}</p>
            {total > 0 && (
              <ul className="sheet rows small">
                {erasures.map(({ id, at, purgedAt }) => (
                  <li key={id} className="spread">
                    <span>{day(at)}</span>
                    <span className="quiet">{purgedAt ? t.protection.onDisk : t.protection.notYet}</span>
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </Answered>
    </Section>
  )
}
