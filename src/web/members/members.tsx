import { useRead } from '../api.ts'
import { Answered } from '../parts/answered.tsx'
import { LinkButton } from '../parts/link-button.tsx'
import { Page } from '../parts/page.tsx'
import { Section } from '../parts/section.tsx'
import { day } from '../parts/when.ts'
import { useRole } from '../shell/role.ts'
import { t } from '../texts/index.ts'
import { AddMember } from './add-member.tsx'
import { Disclosure } from './disclosure.tsx'
import { Member, type One } from './member.tsx'

/** Who is in this workspace, and as what; the owner changes it. */
export function Members() {
  const all = useRead('member.list', {})
  const may = useRole() === 'owner'
  return (
    <Page
      title={t.members.title}
      actions={
        may && (
          <LinkButton variant="default" to="/protection">
            {t.protection.title}
          </LinkButton>
        )
      }
    >
      <p className="quiet">{t.members.says}</p>
      <Answered of={all}>
        {({ members }) => (
          <>
            <ul className="sheet rows">
              {members
                .filter(({ endedAt }) => endedAt === null)
                .map((one) => (
                  <Member key={one.id} one={one} may={may} />
                ))}
            </ul>
            <Left members={members.filter(({ endedAt }) => endedAt !== null)} />
          </>
        )}
      </Answered>
      {may && <AddMember />}
      {may && <Disclosure />}
    </Page>
  )
}

function Left({ members }: { members: readonly One[] }) {
  if (members.length === 0) return null
  return (
    <Section title={t.members.left}>
      <ul className="sheet rows">
        {members.map(({ id, name, role, endedAt }) => (
          <li key={id} className="spread">
            <span>{name}</span>
            <span className="small quiet">
              {t.members.roles[role]} · {t.members.leftOn(day(endedAt!))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
