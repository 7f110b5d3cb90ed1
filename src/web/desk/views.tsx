import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useRead, useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { Refused } from '../parts/answered.tsx'
import { t } from '../texts/index.ts'
import type { Asked } from './asked.ts'

type View = Answer<'view.list'>['views'][number]

const KEYS = ['text', 'stage', 'source', 'sort', 'columns'] as const
const queryOf = (asked: Asked): View['query'] =>
  Object.fromEntries(KEYS.flatMap((key) => (asked[key] ? [[key, asked[key]]] : [])))
const isSame = (asked: Asked, { query }: View) =>
  KEYS.every((key) => (asked[key] ?? '') === (query[key] ?? ''))

/** Named views: chosen, kept, changed and removed; a colleague's can be looked at alone. */
export function Views({ mandate, asked }: { mandate: string; asked: Asked }) {
  const { data } = useRead('view.list', { mandate })
  const [isKeeping, setKeeping] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const views = data?.views ?? []
  const at = views.find((one) => one.view === chosen) ?? views.find((one) => isSame(asked, one))
  const navigate = useNavigate({ from: '/mandates/$id' })
  const choose = (id: string) => {
    setChosen(id || null)
    const query = views.find(({ view }) => view === id)?.query ?? {}
    void navigate({ search: { show: 'table', ...query } })
  }
  return (
    <section className="row" aria-label={t.boardTable.views} style={{ alignItems: 'flex-end' }}>
      <NativeSelect
        label={t.boardTable.view}
        value={at?.view ?? ''}
        onChange={(event) => choose(event.target.value)}
        data={[
          { value: '', label: t.boardTable.noView },
          ...views.map(({ view, name, by, yours }) => ({
            value: view,
            label: yours ? name : t.boardTable.of(name, by),
          })),
        ]}
      />
      {at?.yours && <Own mandate={mandate} view={at} asked={asked} />}
      {isKeeping ? (
        <Keep
          mandate={mandate}
          asked={asked}
          onKept={(view) => {
            setKeeping(false)
            setChosen(view)
          }}
        />
      ) : (
        <Button variant="default" onClick={() => setKeeping(true)}>
          {t.boardTable.keep}
        </Button>
      )}
    </section>
  )
}

function Own({ mandate, view, asked }: { mandate: string; view: View; asked: Asked }) {
  const save = useWrite('view.save')
  const remove = useWrite('view.remove')
  const { name, shared } = view
  const change = () => save.mutate({ view: view.view, mandate, name, shared, query: queryOf(asked) })
  return (
    <>
      {!isSame(asked, view) && (
        <Button variant="default" loading={save.isPending} onClick={change}>
          {t.boardTable.change(name)}
        </Button>
      )}
      <Button
        variant="subtle"
        color="gray"
        loading={remove.isPending}
        onClick={() => remove.mutate({ view: view.view })}
      >
        {t.boardTable.remove(name)}
      </Button>
    </>
  )
}

type Keeping = { mandate: string; asked: Asked; onKept: (view: string) => void }

function Keep({ mandate, asked, onKept }: Keeping) {
  const [name, setName] = useState('')
  const [shared, setShared] = useState(true)
  const save = useWrite('view.save', { quiet: true })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const given = { mandate, name, shared, query: queryOf(asked) }
    save.mutate(given, { onSuccess: ({ view }) => onKept(view) })
  }
  return (
    <form className="row" style={{ alignItems: 'flex-end' }} onSubmit={submit}>
      <TextInput
        label={t.boardTable.name}
        required
        autoFocus
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Checkbox
        label={t.boardTable.shared}
        checked={shared}
        onChange={(event) => setShared(event.target.checked)}
      />
      <Button type="submit" loading={save.isPending}>
        {t.boardTable.keep}
      </Button>
      {save.error && <Refused error={save.error} />}
    </form>
  )
}
