import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useRead, useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { CareerLine } from '../parts/career-line.tsx'
import { LinkButton } from '../parts/link-button.tsx'
import { Page } from '../parts/page.tsx'
import { OrganizationLink } from '../parts/person-link.tsx'
import { Section } from '../parts/section.tsx'
import { offerUndo } from '../parts/undo.tsx'
import { day } from '../parts/when.ts'
import { PersonProtection } from '../protection/person-protection.tsx'
import { t } from '../texts/index.ts'
import { CardButton } from './card-button.tsx'
import styles from './network.module.css'
import { PersonEdit } from './person-edit.tsx'
import { PersonTimeline } from './person-timeline.tsx'
import { PersonTouch } from './person-touch.tsx'
import { YourTie } from './your-tie.tsx'

type Shown = Answer<'person.show'>

/** Everything on record about somebody: your tie, where they worked, what happened, where it comes from. */
export function Person() {
  const { id } = useParams({ from: '/network/people/$id' })
  const shown = useRead('person.show', { person: id })
  const workspace = useRead('workspace.show', {})
  const isMe = workspace.data?.me?.id === id
  return (
    <Page
      key={id}
      title={shown.data?.name ?? t.waiting}
      above={shown.data && (isMe ? t.you : shown.data.headline)}
    >
      <Answered of={shown}>
        {(person) => (
          <>
            {!isMe && workspace.data?.me && (
              <>
                <MetThrough {...person} />
                <YourTie person={person} />
                <div className="row">
                  <LinkButton variant="default" to="/paths" search={{ to: person.id, name: person.name }}>
                    {t.person.paths}
                  </LinkButton>
                  <LinkButton variant="default" to="/network/picture" search={{ to: person.id }}>
                    {t.person.picture}
                  </LinkButton>
                  <LinkButton variant="default" to="/network/picture" search={{ around: person.id }}>
                    {t.picture.ego}
                  </LinkButton>
                </div>
              </>
            )}
            <Work person={person} />
            {!isMe && <PersonTouch person={person} />}
            {person.timeline.length > 0 && <PersonTimeline timeline={person.timeline} />}
            <About person={person} />
            <CardButton person={person.id} />
            <PersonEdit person={person} />
            {!isMe && <PersonProtection person={person} />}
          </>
        )}
      </Answered>
    </Page>
  )
}

function Work({ person }: { person: Shown }) {
  return (
    <Section title={t.person.work}>
      {person.positions.length > 0 && (
        <ul className="sheet rows">
          {person.positions.map((position) => (
            <li key={position.id}>
              <div className="spread">
                <span className="wrap">
                  <strong style={{ fontWeight: 550 }}>
                    <OrganizationLink organization={position.organization} />
                  </strong>
                  {position.title && <span className="quiet"> · {position.title}</span>}
                </span>
                <span className="row">
                  <span className="small quiet">{spellOf(position)}</span>
                  <RemovePosition person={person} position={position} />
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
      <CareerLine person={person} ask={t.person.career(person.name)} />
    </Section>
  )
}

type Position = Shown['positions'][number]

/** A wrong position goes; undone, it is said again as it was. */
function RemovePosition({ person, position }: { person: Shown; position: Position }) {
  const remove = useWrite('career.remove')
  const add = useWrite('career.add')
  const { organization, title, from, to, ended } = position
  const span = `${from ?? ''}${ended ? `..${to ?? ''}` : ''}`
  const again = () =>
    add.mutate({
      ...{ person: person.id, at: [span ? `${organization.name}:${span}` : organization.name] },
      ...(title ? { title } : {}),
    })
  const gone = async () => {
    await remove.mutateAsync({ position: position.id })
    offerUndo(t.edit.positionGone, again)
  }
  return (
    <Button
      className="no-print"
      size="compact-xs"
      variant="subtle"
      color="gray"
      aria-label={t.edit.removePosition(organization.name)}
      onClick={() => void gone()}
    >
      {t.toDo.remove}
    </Button>
  )
}

function spellOf({ from, to, ended, seen }: Shown['positions'][number]): string {
  const begin = from ? day(from) : null
  if (ended) return t.person.spell(begin, to ? day(to) : null)
  return begin ? t.person.since(begin) : t.person.seen(day(seen))
}

/** Whom you met them through, and whom they introduced you to. */
function MetThrough({ introductions: { through, made, ledToMeetings } }: Shown) {
  if (through === null && made === 0) return null
  return (
    <p>
      {through && (
        <Link to="/lineage/$id" params={{ id: through.introduction }}>
          {t.edit.through(through.name, day(through.at))}
        </Link>
      )}{' '}
      {made > 0 && t.edit.introduced(made, ledToMeetings)}
    </p>
  )
}

function About({ person }: { person: Shown }) {
  const facts = [
    [t.person.location, person.location],
    [t.person.summary, person.summary],
    [t.person.skills, person.skills.join(', ')],
    [t.person.tags, person.tags.join(', ')],
    [t.person.notes, person.notes],
    [t.person.keys, person.keys.map(({ value }) => value).join('\n')],
    [t.person.origin, `${person.origin.name}, ${day(person.origin.at)}`],
  ].filter(([, value]) => value)
  return (
    <Section title={t.person.about}>
      <dl className={`${styles.facts} sheet`}>
        {facts.map(([says, value]) => (
          <div key={says}>
            <dt>{says}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
