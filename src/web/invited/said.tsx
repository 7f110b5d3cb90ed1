import { Button, Checkbox, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { useWrite } from '../api.ts'
import { Scale } from '../parts/scale.tsx'
import { Section } from '../parts/section.tsx'
import { hasBegun } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import type { Invited } from './words.ts'

/** How much one wants it, before the meeting. */
export function Wanted({ one }: { one: Invited }) {
  const want = useWrite('portal.want')
  if (one.locked || one.state !== 'taken') return null
  const value = want.isPending ? Number(want.variables.value) : one.before
  return (
    <div className="sheet">
      <Scale
        legend={t.before.ask}
        low={t.before.low}
        high={t.before.high}
        value={value}
        onChange={(chosen) => want.mutate({ invitation: one.id, value: chosen })}
      />
    </div>
  )
}

/** One meeting at least has begun, or has no time by which to tell. */
const mayHaveMet = ({ meetings }: Invited): boolean =>
  meetings.some((one) => !one.cancelled && (hasBegun(one) || (one.startsAt === null && one.onDay === null)))

type Met = { person: string; name: string; met: boolean; chemistry: number | null; call: boolean }

/** How it was: whom one met, with what chemistry, and how much one wants it now. */
export function HowWasIt({ one }: { one: Invited }) {
  const debrief = useWrite('portal.debrief')
  const [now, setNow] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const [people, setPeople] = useState<Met[]>(() =>
    one.guests.map(({ id, name }) => ({ person: id, name, met: true, chemistry: null, call: false })),
  )
  if (one.state !== 'taken' || !mayHaveMet(one)) return null
  const keep = async (enthusiasm: number) => {
    const met = people
      .filter((each) => each.met)
      .map(({ person, chemistry, call }) => ({
        ...{ person, ...(chemistry === null ? {} : { chemistry }), ...(call ? { wouldTakeCall: true } : {}) },
      }))
    await debrief.mutateAsync({ invitation: one.id, enthusiasm, met, ...(note.trim() ? { note } : {}) })
    notifications.show({ message: t.invited.kept, closeButtonProps: { 'aria-label': t.close } })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (now !== null) keep(now).catch(() => {})
  }
  const set = (at: number, change: Partial<Met>) =>
    setPeople(people.map((each, index) => (index === at ? { ...each, ...change } : each)))
  return (
    <Section title={t.invited.howWasIt}>
      <form className="stack" onSubmit={submit}>
        {people.map((each, at) => (
          <Person key={each.person} one={each} onChange={(change) => set(at, change)} />
        ))}
        <Scale
          legend={t.debrief.enthusiasm}
          low={t.before.low}
          high={t.before.high}
          value={now}
          onChange={setNow}
        />
        <Textarea
          label={t.invited.note2}
          autosize
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <div>
          <Button type="submit" disabled={now === null} loading={debrief.isPending}>
            {t.invited.keep}
          </Button>
        </div>
      </form>
    </Section>
  )
}

function Person({ one, onChange }: { one: Met; onChange: (change: Partial<Met>) => void }) {
  return (
    <div className="sheet stack">
      <Checkbox
        label={t.invited.met(one.name)}
        checked={one.met}
        onChange={(event) => onChange({ met: event.target.checked })}
      />
      {one.met && (
        <>
          <Scale
            legend={t.debrief.chemistry(one.name)}
            low={t.debrief.none}
            high={t.debrief.great}
            value={one.chemistry}
            onChange={(chemistry) => onChange({ chemistry })}
          />
          <Checkbox
            label={t.invited.wouldCall(one.name)}
            checked={one.call}
            onChange={(event) => onChange({ call: event.target.checked })}
          />
        </>
      )}
    </div>
  )
}
