import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useRead, useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { Choice } from '../parts/choice.tsx'
import { PersonLink } from '../parts/person-link.tsx'
import { Scale } from '../parts/scale.tsx'
import { meetingTime } from '../parts/when.ts'
import { isLead, useRole } from '../shell/role.ts'
import { t } from '../texts/index.ts'

type One = Answer<'mandate.meetings'>['invitations'][number]

/** The meetings of a mandate: how each invitation stands, and both sides side by side once both are in. */
export function Meetings({ mandate }: { mandate: string }) {
  const all = useRead('mandate.meetings', { mandate })
  return (
    <Answered of={all}>
      {({ invitations }) =>
        invitations.length === 0 ? (
          <p className="quiet">{t.meetings.none}</p>
        ) : (
          <ul className="sheet rows">
            {invitations.map((one) => (
              <Meeting key={one.id} one={one} />
            ))}
          </ul>
        )
      }
    </Answered>
  )
}

function Meeting({ one }: { one: One }) {
  const may = isLead(useRole())
  const [isWriting, setWriting] = useState(false)
  const canSay = may && (one.state === 'taken' || one.state === 'held')
  return (
    <li className="stack">
      <div className="spread">
        <span className="wrap">
          <PersonLink person={one.person} />
          <br />
          <span className="small quiet">
            {[one.role, ...one.meetings.map(meetingTime), one.room.map(({ name }) => name).join(', ')]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        <span>{standing(one)}</span>
      </div>
      {one.sides !== null && <Sides sides={one.sides} />}
      {one.sides === null && (one.said.candidate || one.said.hirer) && (
        <p className="small quiet">
          {t.meetings.waits(one.said.candidate ? t.meetings.client : t.meetings.candidate)}
        </p>
      )}
      {canSay && !isWriting && (
        <div>
          <Button
            size="xs"
            variant="default"
            aria-label={`${t.meetings.write}: ${one.person.name}`}
            onClick={() => setWriting(true)}
          >
            {t.meetings.write}
          </Button>
        </div>
      )}
      {isWriting && <Write one={one} onDone={() => setWriting(false)} />}
    </li>
  )
}

function standing({ state, reason, sentAt }: One): string {
  if (sentAt === null) return t.meetings.unsent
  if (state !== 'refused' || reason === null) return t.meetings.states[state]
  return t.meetings.refusedBecause(t.reasons[reason as keyof typeof t.reasons] ?? reason)
}

function Sides({ sides }: { sides: NonNullable<One['sides']> }) {
  const rows = [
    { who: t.meetings.candidate, side: sides.candidate },
    { who: t.meetings.client, side: sides.hirer },
  ]
  return (
    <table>
      <caption className="small quiet">{t.meetings.sides}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t.meetings.before}</th>
          <th scope="col">{t.meetings.after}</th>
          <th scope="col">{t.meetings.chemistry}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ who, side }) => (
          <tr key={who}>
            <th scope="row">{who}</th>
            <td>{side.before ?? '–'}</td>
            <td>{side.after}</td>
            <td>{side.chemistry ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const MOMENTS = (['before', 'after'] as const).map((value) => ({ value, says: t.meetings.moments[value] }))

/** The client's word, written down by the consultant. */
function Write({ one, onDone }: { one: One; onDone: () => void }) {
  const say = useWrite('hirer.say')
  const [moment, setMoment] = useState<'before' | 'after'>(one.state === 'held' ? 'after' : 'before')
  const [keen, setKeen] = useState<number | null>(null)
  const [chemistry, setChemistry] = useState<number | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (keen === null) return
    const felt = moment === 'after' && chemistry !== null ? { chemistry } : {}
    say.mutate({ invitation: one.id, moment, enthusiasm: keen, ...felt }, { onSuccess: onDone })
  }
  return (
    <form className="sheet stack" aria-label={t.meetings.write} onSubmit={submit}>
      <Choice legend={t.meetings.moment} options={MOMENTS} value={moment} onChange={setMoment} />
      <Scale
        legend={t.meetings.keen}
        low={t.meetings.low}
        high={t.meetings.high}
        value={keen}
        onChange={setKeen}
      />
      {moment === 'after' && (
        <Scale
          legend={t.debrief.chemistry(one.person.name)}
          low={t.debrief.none}
          high={t.debrief.great}
          value={chemistry}
          onChange={setChemistry}
        />
      )}
      <div>
        <Button type="submit" disabled={keen === null} loading={say.isPending}>
          {t.meetings.keep}
        </Button>
      </div>
    </form>
  )
}
