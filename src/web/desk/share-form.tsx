import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useRead, useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { day } from '../parts/when.ts'
import { isLead, useRole } from '../shell/role.ts'
import { t } from '../texts/index.ts'

type Shown = Answer<'candidacy.show'>
type Field = NonNullable<Shown['share']>['fields'][number]
const FIELDS = Object.keys(t.share.fields) as Field[]

/** What the client is shown of a candidacy, and the form in which that is chosen field by field. */
export function Share({ one }: { one: Shown }) {
  const may = isLead(useRole())
  const [isOpen, setOpen] = useState(false)
  const shared = one.share?.fields ?? []
  return (
    <section className="stack" aria-labelledby="shared-with-client">
      <h3 id="shared-with-client">{t.share.title}</h3>
      <div className="spread">
        <span className="wrap">
          {shared.length === 0 ? t.share.nothing : shared.map((field) => t.share.fields[field]).join(', ')}
          {shared.length > 0 && (
            <span className="small quiet"> {t.stageBoard.since(day(one.share!.at))}</span>
          )}
        </span>
        {may && !isOpen && (
          <Button size="xs" variant="default" onClick={() => setOpen(true)}>
            {t.share.choose}
          </Button>
        )}
      </div>
      {isOpen && <Choose one={one} onClose={() => setOpen(false)} />}
    </section>
  )
}

type Chosen = { fields: string[]; summary: string; salary: string; documents: string[] }

const chosenBefore = ({ share }: Shown): Chosen => ({
  ...{ fields: share?.fields ?? [], documents: share?.documents ?? [] },
  ...{ summary: share?.summary ?? '', salary: share?.salary ?? '' },
})

function Choose({ one, onClose }: { one: Shown; onClose: () => void }) {
  const share = useWrite('candidacy.share')
  const [chosen, setChosen] = useState(() => chosenBefore(one))
  const keep = async (named: string[]) => {
    await share.mutateAsync({ ...chosen, candidacy: one.candidacy, fields: named as Field[] })
    notifications.show({ message: t.share.kept, closeButtonProps: { 'aria-label': t.close } })
    onClose()
  }
  return (
    <form
      className="sheet stack"
      onSubmit={(event) => {
        event.preventDefault()
        keep(chosen.fields).catch(() => {})
      }}
    >
      <Which person={one.person.id} chosen={chosen} onChange={setChosen} />
      <div className="row">
        <Button type="submit" loading={share.isPending}>
          {t.share.keep}
        </Button>
        {(one.share?.fields.length ?? 0) > 0 && (
          <Button variant="default" onClick={() => void keep([]).catch(() => {})}>
            {t.share.takeBack}
          </Button>
        )}
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t.desk.form.cancel}
        </Button>
      </div>
    </form>
  )
}

type WhichProps = { person: string; chosen: Chosen; onChange: (chosen: Chosen) => void }

/** The fields, and for those that are written for the client their texts. */
function Which({ person, chosen, onChange }: WhichProps) {
  const own = useDocumentsOf(person)
  const { fields, summary, salary, documents } = chosen
  const offered = FIELDS.filter((field) => field !== 'documents' || own.length > 0)
  return (
    <>
      <Checkbox.Group
        label={t.share.which}
        value={fields}
        onChange={(named) => onChange({ ...chosen, fields: named })}
      >
        <div className="row">
          {offered.map((field) => (
            <Checkbox key={field} value={field} label={t.share.fields[field]} />
          ))}
        </div>
      </Checkbox.Group>
      {fields.includes('summary') && (
        <Textarea
          label={t.share.summary}
          autosize
          minRows={3}
          value={summary}
          onChange={(event) => onChange({ ...chosen, summary: event.target.value })}
        />
      )}
      {fields.includes('salary') && (
        <TextInput
          label={t.share.salary}
          value={salary}
          onChange={(event) => onChange({ ...chosen, salary: event.target.value })}
        />
      )}
      {fields.includes('documents') && (
        <Checkbox.Group
          label={t.share.documents}
          value={documents}
          onChange={(named) => onChange({ ...chosen, documents: named })}
        >
          {own.map(({ id, name }) => (
            <Checkbox key={id} value={id} label={name} />
          ))}
        </Checkbox.Group>
      )}
    </>
  )
}

function useDocumentsOf(person: string) {
  const { data } = useRead('resume.list', {})
  return (data?.documents ?? []).filter((one) => one.person?.id === person && one.confirmedAt !== null)
}
