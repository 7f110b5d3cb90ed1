import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useRead, useWrite } from '../api.ts'
import type { Input } from '../client.ts'
import { Refused } from '../parts/answered.tsx'
import { t } from '../texts/index.ts'

type Given = Input<'mandate.open'>

const BEGIN: Given = { title: '', client: '', engagement: 'retained', confidential: false, team: [] }

/** What is wanted, by whom, on which terms, and who works on it. */
export function OpenMandate({
  onOpened,
  onCancel,
}: {
  onOpened: (mandate: string) => void
  onCancel: () => void
}) {
  const [given, setGiven] = useState<Given>(BEGIN)
  const open = useWrite('mandate.open', { quiet: true })
  const set = (change: Partial<Given>) => setGiven((before) => ({ ...before, ...change }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    open.mutate(filled(given), { onSuccess: ({ mandate }) => onOpened(mandate) })
  }
  return (
    <form className="sheet stack" onSubmit={submit} aria-label={t.desk.open}>
      <div className="row" style={{ alignItems: 'flex-end' }}>
        <TextInput
          className="grow"
          label={t.desk.form.role}
          required
          autoFocus
          value={given.title}
          onChange={(event) => set({ title: event.target.value })}
        />
        <TextInput
          className="grow"
          label={t.desk.form.client}
          required
          value={given.client}
          onChange={(event) => set({ client: event.target.value })}
        />
      </div>
      <Terms given={given} set={set} />
      <Team chosen={given.team ?? []} onChange={(team) => set({ team })} />
      <Checkbox
        label={t.desk.form.confidential}
        checked={given.confidential ?? false}
        onChange={(event) => set({ confidential: event.target.checked })}
      />
      {open.error && <Refused error={open.error} />}
      <div className="row">
        <Button type="submit" loading={open.isPending}>
          {t.desk.form.save}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t.desk.form.cancel}
        </Button>
      </div>
    </form>
  )
}

/** What was left empty is not said. */
const filled = (given: Given): Given =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')) as Given

type TermsGiven = Pick<Given, 'brief' | 'engagement' | 'fee' | 'startsOn' | 'dueOn'>

/** Brief, engagement, fee and dates: of a mandate that is opened, or changed. */
export function Terms({ given, set }: { given: TermsGiven; set: (change: TermsGiven) => void }) {
  return (
    <>
      <Textarea
        label={t.desk.form.brief}
        autosize
        minRows={2}
        value={given.brief ?? ''}
        onChange={(event) => set({ brief: event.target.value })}
      />
      <div className="row" style={{ alignItems: 'flex-end' }}>
        <NativeSelect
          label={t.desk.form.engagement}
          data={Object.entries(t.desk.engagements).map(([value, label]) => ({ value, label }))}
          value={given.engagement ?? 'retained'}
          onChange={(event) =>
            set({ engagement: event.target.value as NonNullable<TermsGiven['engagement']> })
          }
        />
        <TextInput
          label={t.desk.form.fee}
          value={given.fee ?? ''}
          onChange={(event) => set({ fee: event.target.value })}
        />
        {(['startsOn', 'dueOn'] as const).map((field) => (
          <TextInput
            key={field}
            type="date"
            label={field === 'startsOn' ? t.desk.form.starts : t.desk.form.due}
            value={given[field] ?? ''}
            onChange={(event) => set({ [field]: event.target.value })}
          />
        ))}
      </div>
    </>
  )
}

const STAFF: readonly string[] = ['owner', 'consultant', 'researcher', 'adviser']

/** The colleagues who are in, but oneself. */
export function useColleagues() {
  const { data } = useRead('member.list', {})
  return (data?.members ?? []).filter((one) => !one.you && one.endedAt === null && STAFF.includes(one.role))
}

function Team({ chosen, onChange }: { chosen: readonly string[]; onChange: (team: string[]) => void }) {
  const colleagues = useColleagues()
  if (colleagues.length === 0) return null
  return (
    <fieldset>
      <legend className="small">{t.desk.form.team}</legend>
      <div className="row">
        {colleagues.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={chosen.includes(id)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
            }
          />
        ))}
      </div>
    </fieldset>
  )
}
