import type { Answer } from '../client.ts'
import { t } from '../texts/index.ts'
import { Section } from './section.tsx'
import { day } from './when.ts'

type Fields = Pick<Answer<'client.candidacy'>, 'work' | 'summary' | 'career' | 'salary'>

/** What is shared of a candidate in words, on the client's screen and in a report to them. */
export function SharedFields({ of: { work, summary, salary, career } }: { of: Fields }) {
  return (
    <>
      {work && <p>{work.title === null ? work.organization : t.portal.at(work.title, work.organization)}</p>}
      {summary !== undefined && (
        <Section title={t.share.fields.summary}>
          <p className="wrap" style={{ whiteSpace: 'pre-wrap' }}>
            {summary}
          </p>
        </Section>
      )}
      {career && <Career career={career} />}
      {salary !== undefined && (
        <Section title={t.share.fields.salary}>
          <p className="wrap">{salary}</p>
        </Section>
      )}
    </>
  )
}

function Career({ career }: { career: NonNullable<Fields['career']> }) {
  const ends = (to: string | null, ended: boolean) =>
    to === null ? (ended ? t.portal.unknown : t.portal.present) : day(to)
  return (
    <Section title={t.share.fields.career}>
      <ul className="sheet rows">
        {career.map(({ organization, title, from, to, ended }) => (
          <li key={`${organization} ${title} ${from}`} className="wrap">
            {title === null ? organization : t.portal.at(title, organization)}
            <div className="small quiet">
              {t.portal.until(from === null ? t.portal.unknown : day(from), ends(to, ended))}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
