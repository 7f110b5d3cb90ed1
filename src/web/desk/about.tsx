import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useWrite } from '../api.ts'
import { OrganizationLink, PersonLink } from '../parts/person-link.tsx'
import { RecordPick } from '../parts/record-pick.tsx'
import { Section } from '../parts/section.tsx'
import { day, moment } from '../parts/when.ts'
import { isLead, useRole } from '../shell/role.ts'
import { t } from '../texts/index.ts'
import { Criteria } from './criteria.tsx'
import { EditTerms } from './edit-terms.tsx'
import { Funnel } from './funnel.tsx'
import type { Shown } from './mandate.tsx'
import { useColleagues } from './open-mandate.tsx'
import { Reports } from './reports.tsx'
import { Sources } from './sources.tsx'

/** What was agreed, who works on it, whom one knows at the client, and how it stood when. */
export function About({ mandate }: { mandate: Shown }) {
  const may = isLead(useRole())
  const isOpen = mandate.state === 'open' || mandate.state === 'on-hold'
  return (
    <>
      <Agreed mandate={mandate} />
      {may && isOpen && <EditTerms mandate={mandate} />}
      <Team mandate={mandate} may={may} />
      <Contacts mandate={mandate} may={may} />
      <Criteria mandate={mandate.id} may={may && isOpen} />
      <Sources mandate={mandate.id} />
      <Funnel mandate={mandate.id} />
      <Reports mandate={mandate.id} may={may} />
      <State mandate={mandate} may={may} />
    </>
  )
}

function Agreed({ mandate }: { mandate: Shown }) {
  const { brief, client, engagement, fee, startsOn, dueOn } = mandate
  const terms = [
    t.desk.engagements[engagement],
    ...(fee ? [`${t.mandateAbout.fee}: ${fee}`] : []),
    ...(startsOn ? [t.stageBoard.since(day(startsOn))] : []),
    ...(dueOn ? [t.desk.due(day(dueOn))] : []),
  ]
  return (
    <Section title={t.mandateAbout.terms}>
      <div className="sheet stack">
        <p>
          <OrganizationLink organization={client} /> · {terms.join(' · ')}
        </p>
        <p className="wrap" style={{ whiteSpace: 'pre-wrap' }}>
          {brief ?? t.mandateAbout.none}
        </p>
      </div>
    </Section>
  )
}

type Props = { mandate: Shown; may: boolean }

function Team({ mandate, may }: Props) {
  const join = useWrite('mandate.join')
  const leave = useWrite('mandate.leave')
  const [who, setWho] = useState('')
  const on = new Set(mandate.team.map(({ member }) => member))
  const others = useColleagues().filter(({ id }) => !on.has(id))
  return (
    <Section title={t.mandateAbout.team}>
      <ul className="sheet rows">
        {mandate.team.map(({ member, name, part }) => (
          <li key={member} className="spread">
            <span>
              {name} {part === 'lead' && <span className="small quiet">{t.mandateAbout.lead}</span>}
            </span>
            {may && (
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                onClick={() => leave.mutate({ mandate: mandate.id, member })}
              >
                {t.mandateAbout.leave(name)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {may && others.length > 0 && (
        <div className="row" style={{ alignItems: 'flex-end' }}>
          <NativeSelect
            label={t.mandateAbout.join}
            value={who}
            onChange={(event) => setWho(event.target.value)}
            data={['', ...others.map(({ id, name }) => ({ value: id, label: name }))]}
          />
          <Button
            variant="default"
            disabled={!who}
            loading={join.isPending}
            onClick={() => join.mutate({ mandate: mandate.id, member: who }, { onSuccess: () => setWho('') })}
          >
            {t.mandateAbout.joinIt}
          </Button>
        </div>
      )}
    </Section>
  )
}

function Contacts({ mandate, may }: Props) {
  const contact = useWrite('mandate.contact')
  const [person, setPerson] = useState<string | null>(null)
  const [part, setPart] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (person) contact.mutate({ mandate: mandate.id, person, part }, { onSuccess: () => setPerson(null) })
  }
  return (
    <Section title={t.mandateAbout.contacts}>
      {mandate.contacts.length === 0 && <p className="quiet">{t.mandateAbout.none}</p>}
      {mandate.contacts.length > 0 && (
        <ul className="sheet rows">
          {mandate.contacts.map(({ person, part }) => (
            <li key={person.id} className="spread">
              <span>
                <PersonLink person={person} /> {part && <span className="small quiet">{part}</span>}
              </span>
              {may && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="gray"
                  onClick={() => contact.mutate({ mandate: mandate.id, person: person.id })}
                >
                  {t.mandateAbout.leave(person.name)}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {may && (
        <form className="row" style={{ alignItems: 'flex-end' }} onSubmit={submit}>
          <RecordPick kind="person" label={t.mandateAbout.addContact} value={person} onChange={setPerson} />
          <TextInput
            className="grow"
            label={t.mandateAbout.part}
            required
            value={part}
            onChange={(event) => setPart(event.target.value)}
          />
          <Button type="submit" variant="default" disabled={person === null} loading={contact.isPending}>
            {t.mandateAbout.addContact}
          </Button>
        </form>
      )}
    </Section>
  )
}

function State({ mandate, may }: Props) {
  const say = useWrite('mandate.say')
  const [state, setState] = useState(mandate.state)
  const [note, setNote] = useState('')
  return (
    <Section title={t.mandateAbout.history}>
      <ol className="sheet rows">
        {mandate.history.map(({ state, note, at, by }) => (
          <li key={at + state}>
            {t.desk.states[state]}{' '}
            <span className="small quiet">
              {moment(at)}
              {by && `, ${t.candidacy.by_(by)}`}
            </span>
            {note && <p className="small wrap">{note}</p>}
          </li>
        ))}
      </ol>
      {may && (
        <div className="row" style={{ alignItems: 'flex-end' }}>
          <NativeSelect
            label={t.mandateAbout.state}
            value={state}
            onChange={(event) => setState(event.target.value as Shown['state'])}
            data={Object.entries(t.desk.states).map(([value, label]) => ({ value, label }))}
          />
          <TextInput
            className="grow"
            label={t.mandateAbout.stateNote}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <Button
            variant="default"
            disabled={state === mandate.state}
            loading={say.isPending}
            onClick={() => say.mutate({ mandate: mandate.id, state, ...(note.trim() ? { note } : {}) })}
          >
            {t.mandateAbout.say}
          </Button>
        </div>
      )}
    </Section>
  )
}
