import { Link, useParams } from '@tanstack/react-router'
import { useRead } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { LinkButton } from '../parts/link-button.tsx'
import { More } from '../parts/more.tsx'
import { Page } from '../parts/page.tsx'
import { PersonLink } from '../parts/person-link.tsx'
import { Reach } from '../parts/reach.tsx'
import { Section } from '../parts/section.tsx'
import { day } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import { OrganizationWork } from './organization-work.tsx'

type Shown = Answer<'organization.show'>

/** What it does, whom you know there, now and formerly, and what is open. */
export function Organization() {
  const { id } = useParams({ from: '/network/organizations/$id' })
  const shown = useRead('organization.show', { organization: id })
  const { data } = shown
  const above = [data?.industry, data?.domain].filter(Boolean).join(' · ')
  return (
    <Page
      key={id}
      title={data?.name ?? t.waiting}
      above={above}
      actions={
        data && (
          <LinkButton to="/paths" search={{ to: id, name: data.name }}>
            {t.organization.paths}
          </LinkButton>
        )
      }
    >
      <Answered of={shown}>{(organization) => <Parts organization={organization} />}</Answered>
    </Page>
  )
}

function Parts({ organization }: { organization: Shown }) {
  const { now, formerly, openings } = organization
  return (
    <>
      <OrganizationWork organization={organization} />
      {now.length + formerly.length === 0 && <p className="quiet">{t.organization.nobody}</p>}
      <Members title={t.organization.now(now.length)} members={now} />
      <Members title={t.organization.formerly(formerly.length)} members={formerly} />
      {openings.length > 0 && (
        <Section title={t.organization.openings(openings.length)}>
          <More items={openings} first={10} className="sheet rows">
            {({ id, title }) => (
              <li key={id} className="wrap">
                <Link to="/paths" search={{ to: id, name: title }} className="plain">
                  {title}
                </Link>
              </li>
            )}
          </More>
        </Section>
      )}
    </>
  )
}

function Members({ title, members }: { title: string; members: Shown['now'] }) {
  if (members.length === 0) return null
  return (
    <Section title={title}>
      <More items={members} first={20} className="sheet rows">
        {(member) => (
          <li key={member.id} className="spread">
            <span className="wrap">
              <strong style={{ fontWeight: 550 }}>
                <PersonLink person={member} />
              </strong>
              {member.title && <span className="quiet"> · {member.title}</span>}
              {member.until && (
                <span className="small quiet"> · {t.organization.until(day(member.until))}</span>
              )}
            </span>
            {member.strength !== null && <Reach strength={member.strength} />}
          </li>
        )}
      </More>
    </Section>
  )
}
