import { Button, Checkbox, Menu, NativeSelect, TextInput } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { downloadCsv } from '../parts/csv.ts'
import { LongTable } from '../parts/long-table.tsx'
import { day } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import { type Asked, COLUMNS, type ColumnKey, columnsOf, rowsOf, sortOf } from './asked.ts'
import type { Shown } from './mandate.tsx'
import { type Card, STAGES } from './stages.ts'
import { Views } from './views.tsx'

const SOURCES = Object.keys(t.desk.sources) as (keyof typeof t.desk.sources)[]

function says({ person, stage, source, since, reason }: Card, key: ColumnKey): string {
  const texts = {
    name: person.name,
    title: person.title ?? person.headline ?? '',
    organization: person.organization ?? '',
    stage: t.desk.stages[stage],
    source: t.desk.sources[source as keyof typeof t.desk.sources],
    since: day(since),
    reason: reason ?? '',
  }
  return texts[key]
}

const reader = { says, rank: ({ stage }: Card) => STAGES.indexOf(stage) }

/** The cards of a board as a table; what it shows stands in its address, which can be sent to a colleague. */
export function BoardTable({ mandate, cards }: { mandate: Shown; cards: readonly Card[] }) {
  const asked: Asked = useSearch({ from: '/mandates/$id' })
  const navigate = useNavigate({ from: '/mandates/$id' })
  const set = (change: Asked) =>
    void navigate({ search: (before) => ({ ...before, ...emptied(change) }), replace: true })
  const rows = useMemo(() => rowsOf(cards, asked, reader), [cards, asked])
  const sort = sortOf(asked)
  const shown = columnsOf(asked)
  const download = () =>
    downloadCsv(`${mandate.title}.csv`, [
      shown.map((key) => t.boardTable.columns[key]),
      ...rows.map((card) => shown.map((key) => says(card, key))),
    ])
  return (
    <>
      <Views mandate={mandate.id} asked={asked} />
      <Filters asked={asked} set={set} />
      <div className="spread">
        <span className="small quiet" role="status">
          {t.boardTable.shown(rows.length, cards.length)}
        </span>
        <Button size="xs" variant="default" onClick={download}>
          {t.boardTable.download}
        </Button>
      </div>
      <LongTable
        caption={mandate.title}
        columns={shown.map((key) => ({
          ...{ key, title: t.boardTable.columns[key], minor: key !== 'name' && key !== 'stage' },
          cell: (card: Card) => (key === 'name' ? <Name card={card} /> : says(card, key)),
        }))}
        rows={rows}
        keyOf={({ candidacy }) => candidacy}
        sort={sort}
        onSort={(by) => set({ sort: sort.by === by && !sort.isDown ? `-${by}` : by })}
      />
    </>
  )
}

/** What was emptied leaves the address. */
const emptied = (change: Asked): Asked =>
  Object.fromEntries(Object.entries(change).map(([key, value]) => [key, value || undefined]))

const Name = ({ card }: { card: Card }) => (
  <Link className="plain" to="." search={(before) => ({ ...before, card: card.candidacy })}>
    {card.person.name}
  </Link>
)

type Fields = { asked: Asked; set: (change: Asked) => void }

function Filters({ asked, set }: Fields) {
  const any = { value: '', label: t.boardTable.any }
  return (
    <div className="row" style={{ alignItems: 'flex-end' }}>
      <TextInput
        className="grow"
        label={t.boardTable.text}
        value={asked.text ?? ''}
        onChange={(event) => set({ text: event.target.value })}
      />
      <NativeSelect
        label={t.boardTable.stage}
        data={[any, ...STAGES.map((value) => ({ value, label: t.desk.stages[value] }))]}
        value={asked.stage ?? ''}
        onChange={(event) => set({ stage: event.target.value })}
      />
      <NativeSelect
        label={t.boardTable.source}
        data={[any, ...SOURCES.map((value) => ({ value, label: t.desk.sources[value] }))]}
        value={asked.source ?? ''}
        onChange={(event) => set({ source: event.target.value })}
      />
      <Columns asked={asked} set={set} />
    </div>
  )
}

function Columns({ asked, set }: Fields) {
  const shown = columnsOf(asked)
  const toggle = (key: ColumnKey) => {
    const next = shown.includes(key) ? shown.filter((other) => other !== key) : [...shown, key]
    set({ columns: next.join(',') })
  }
  return (
    <Menu closeOnItemClick={false} position="bottom-end">
      <Menu.Target>
        <Button variant="default">{t.boardTable.choose}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {COLUMNS.filter((key) => key !== 'name').map((key) => (
          <Menu.Item
            key={key}
            role="menuitemcheckbox"
            aria-checked={shown.includes(key)}
            onClick={() => toggle(key)}
            leftSection={<Checkbox.Indicator size="xs" checked={shown.includes(key)} aria-hidden />}
          >
            {t.boardTable.columns[key]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
