import { Button, NumberInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useWrite } from '../api.ts'
import { offerUndo } from '../parts/undo.tsx'
import { wallClock } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import type { Shown } from './types.ts'

type Meeting = Shown['meetings'][number]
type Times = { at?: string; timeZone?: string; place?: string; minutes?: number }

/** What can be changed of one meeting: its time and place, and whether it takes place. */
export function ChangeMeeting({ meeting, isOnly }: { meeting: Meeting; isOnly: boolean }) {
  const [isOpen, setOpen] = useState(false)
  const move = useWrite('meeting.move')
  const cancel = useWrite('meeting.cancel')
  const { id, round } = meeting
  const callOff = () =>
    cancel.mutate(
      { meeting: id },
      {
        onSuccess: () =>
          offerUndo(t.details.calledOff, () => cancel.mutate({ meeting: id, cancelled: false })),
      },
    )
  if (isOpen) {
    const keep = (times: Times) => move.mutate({ meeting: id, ...times }, { onSuccess: () => setOpen(false) })
    return <When meeting={meeting} isPending={move.isPending} onKeep={keep} onBack={() => setOpen(false)} />
  }
  if (meeting.cancelled) {
    return <Small onClick={() => cancel.mutate({ meeting: id, cancelled: false })}>{t.details.restore}</Small>
  }
  return (
    <div className="row no-print">
      <Small onClick={() => setOpen(true)}>{isOnly ? t.details.change : t.details.changeRound(round)}</Small>
      {!isOnly && <Small onClick={callOff}>{t.details.callOffRound(round)}</Small>}
    </div>
  )
}

/** Another round by hand, with a room of its own where somebody is named. */
export function AddRound({ shown }: { shown: Shown }) {
  const [isOpen, setOpen] = useState(false)
  const [names, setNames] = useState('')
  const add = useWrite('meeting.add')
  if (!isOpen) return <Small onClick={() => setOpen(true)}>{t.details.addRound}</Small>
  const keep = (times: Times) =>
    add.mutate(
      { invitation: shown.id, ...times, with: names.split(/[,;]/).flatMap((one) => one.trim() || []) },
      { onSuccess: () => setOpen(false) },
    )
  const before = shown.meetings.at(-1)
  return (
    <section className="sheet stack" aria-label={t.details.round}>
      <h3>{t.details.round}</h3>
      <When
        meeting={before ? { ...before, startsAt: null, endsAt: null, onDay: null } : null}
        isPending={add.isPending}
        onKeep={keep}
        onBack={() => setOpen(false)}
      >
        <TextInput
          label={t.details.who}
          description={t.details.whoHelp}
          value={names}
          onChange={(event) => setNames(event.target.value)}
        />
      </When>
    </section>
  )
}

const own = Intl.DateTimeFormat().resolvedOptions().timeZone

function When({
  meeting,
  isPending,
  onKeep,
  onBack,
  children,
}: {
  meeting: Meeting | null
  isPending: boolean
  onKeep: (times: Times) => void
  onBack: () => void
  children?: React.ReactNode
}) {
  const zone = meeting?.timeZone ?? own
  const [at, setAt] = useState(meeting?.startsAt ? wallClock(meeting.startsAt, zone) : (meeting?.onDay ?? ''))
  const [timeZone, setZone] = useState(zone)
  const [place, setPlace] = useState(meeting?.place ?? '')
  const [minutes, setMinutes] = useState<number | string>(lengthOf(meeting) ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onKeep({
      ...(at.trim() ? { at: at.trim(), timeZone } : {}),
      ...(place.trim() ? { place: place.trim() } : {}),
      ...(Number(minutes) > 0 ? { minutes: Number(minutes) } : {}),
    })
  }
  return (
    <form className="stack no-print" onSubmit={submit}>
      <div className="row" style={{ alignItems: 'flex-end' }}>
        <TextInput
          className="grow"
          label={t.details.at}
          description={t.details.atHelp}
          value={at}
          onChange={(event) => setAt(event.target.value)}
        />
        <NumberInput label={t.details.minutes} min={5} max={1440} value={minutes} onChange={setMinutes} />
      </div>
      <div className="row" style={{ alignItems: 'flex-end' }}>
        <TextInput
          className="grow"
          label={t.details.zone}
          value={timeZone}
          onChange={(event) => setZone(event.target.value)}
        />
        <TextInput
          className="grow"
          label={t.details.place}
          value={place}
          onChange={(event) => setPlace(event.target.value)}
        />
      </div>
      {children}
      <div className="row">
        <Button type="submit" loading={isPending}>
          {t.details.keep}
        </Button>
        <Button variant="subtle" color="gray" onClick={onBack}>
          {t.details.back}
        </Button>
      </div>
    </form>
  )
}

function lengthOf(meeting: Meeting | null): number | null {
  const { startsAt = null, endsAt = null } = meeting ?? {}
  return startsAt && endsAt ? (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000 : null
}

function Small({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <div className="no-print">
      <Button variant="subtle" size="compact-sm" px={0} onClick={onClick}>
        {children}
      </Button>
    </div>
  )
}
