import { useRead } from '../api.ts'
import type { Answer } from '../client.ts'
import { InvitedList } from '../invited/list.tsx'
import { OpenDoors } from '../invited/open-doors.tsx'
import { Answered } from '../parts/answered.tsx'
import { Page } from '../parts/page.tsx'
import { Section } from '../parts/section.tsx'
import { day } from '../parts/when.ts'
import { Shared } from '../shared/shared.tsx'
import { useRole } from '../shell/role.ts'
import { t } from '../texts/index.ts'
import { AboutYou } from './about-you.tsx'
import { Candidacy } from './candidacy.tsx'
import { Contest } from './contest.tsx'
import { YourData } from './your-data.tsx'

export type File = Answer<'portal.show'>

/** What a firm or a programme holds about a candidate or member: theirs to see, correct, contest and leave. */
export function Portal() {
  const role = useRole()
  // A client has no file here, and sees what is shared with them instead.
  if (role === null) return null
  return role === 'client-contact' ? <Shared /> : <Own />
}

function Own() {
  const file = useRead('portal.show', {})
  return (
    <Page title={t.portal.title}>
      <p className="quiet">{t.portal.says}</p>
      <Answered of={file}>{(own) => <Whole file={own} />}</Answered>
    </Page>
  )
}

function Whole({ file }: { file: File }) {
  return (
    <>
      <InvitedList />
      <Section title={t.portal.candidacies}>
        {file.candidacies.length === 0 && <p className="quiet">{t.portal.noCandidacies}</p>}
        {file.candidacies.map((one) => (
          <Candidacy key={one.candidacy} one={one} />
        ))}
      </Section>
      <OpenDoors />
      <Section title={t.portal.about}>
        <AboutYou key={JSON.stringify(file)} file={file} />
      </Section>
      <Section title={t.portal.addresses}>
        <ul className="plain stack">
          {file.keys.map(({ kind, value, from }) => (
            <li key={kind + value} className="wrap">
              {value} <span className="small quiet">{t.portal.from(from.kind, day(from.at))}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t.portal.positions}>
        <Positions file={file} />
      </Section>
      <Section title={t.portal.objections}>
        <Objections file={file} />
        <Contest />
      </Section>
      <YourData />
    </>
  )
}

function Positions({ file: { positions } }: { file: File }) {
  if (positions.length === 0) return <p className="quiet">{t.portal.noPositions}</p>
  return (
    <ul className="plain stack">
      {positions.map(({ id, title, organization, from, to, ended, origin }) => (
        <li key={id} className="wrap">
          {title === null ? organization : t.portal.at(title, organization)}
          <div className="small quiet">
            {t.portal.until(
              from === null ? t.portal.unknown : day(from),
              to === null ? (ended ? t.portal.unknown : t.portal.present) : day(to),
            )}
            {' · '}
            {t.portal.from(origin.kind, day(origin.at))}
          </div>
        </li>
      ))}
    </ul>
  )
}

function Objections({ file: { objections } }: { file: File }) {
  if (objections.length === 0) return null
  return (
    <ul className="plain stack">
      {objections.map(({ id, about, says, answer, at }) => (
        <li key={id} className="wrap">
          <strong>{about}</strong>
          <div>{says}</div>
          <div className="small quiet">
            {day(at)} · {answer === null ? t.portal.waits : t.portal.answer(answer)}
          </div>
        </li>
      ))}
    </ul>
  )
}
