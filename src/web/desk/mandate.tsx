import { Button } from '@mantine/core'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { isRefusal, useRead } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { Empty } from '../parts/empty.tsx'
import { Page } from '../parts/page.tsx'
import { NotFound } from '../shell/not-found.tsx'
import { t } from '../texts/index.ts'
import { About } from './about.tsx'
import { AddCandidate } from './add-candidate.tsx'
import { Board } from './board.tsx'
import { CardOpened } from './card-opened.tsx'
import { Lock } from './mandates.tsx'
import { MarketMap } from './market-map.tsx'
import { Meetings } from './meetings.tsx'
import { BoardTable } from './table.tsx'

export type Shown = Answer<'mandate.show'>

/** A mandate: its board, the same cards as a table, and what was agreed. One that may not be known is not there. */
export function Mandate() {
  const { id } = useParams({ from: '/mandates/$id' })
  const { card } = useSearch({ from: '/mandates/$id' })
  const shown = useRead('mandate.show', { mandate: id })
  if (isRefusal(shown.error, 404)) return <NotFound />
  return (
    <Page wide title={shown.data?.title ?? t.waiting} above={shown.data && <Above mandate={shown.data} />}>
      <Answered of={shown}>{(mandate) => <Inside mandate={mandate} />}</Answered>
      {card && <CardOpened candidacy={card} />}
    </Page>
  )
}

function Above({ mandate }: { mandate: Shown }) {
  return (
    <>
      <Link to="/mandates">{t.desk.title}</Link> · {mandate.client.name} · {t.desk.states[mandate.state]}
      {mandate.confidential && <Lock />}
    </>
  )
}

const VIEWS = ['board', 'table', 'meetings', 'map', 'about'] as const

const NAMES: Record<(typeof VIEWS)[number], string> = {
  ...{ board: t.stageBoard.label, table: t.stageBoard.table, about: t.stageBoard.about },
  ...{ meetings: t.meetings.title, map: t.marketMap.title },
}

function Inside({ mandate }: { mandate: Shown }) {
  const { show: asked } = useSearch({ from: '/mandates/$id' })
  const show = VIEWS.find((view) => view === asked) ?? 'board'
  const [isAdding, setAdding] = useState(false)
  const isOpen = mandate.state === 'open' || mandate.state === 'on-hold'
  return (
    <>
      <div className="spread">
        <nav className="row" aria-label={mandate.title}>
          {VIEWS.map((one) => (
            <Link
              key={one}
              to="."
              search={(before) => ({ ...before, show: one })}
              aria-current={one === show ? 'page' : undefined}
              style={one === show ? { fontWeight: 650 } : undefined}
            >
              {NAMES[one]}
            </Link>
          ))}
        </nav>
        {isOpen && <Button onClick={() => setAdding(true)}>{t.candidacy.add}</Button>}
      </div>
      {isAdding && <AddCandidate mandate={mandate.id} onClose={() => setAdding(false)} />}
      {show === 'about' && <About mandate={mandate} />}
      {show === 'map' && <MarketMap mandate={mandate.id} isOpen={isOpen} />}
      {show === 'meetings' && <Meetings mandate={mandate.id} />}
      {(show === 'board' || show === 'table') && <Cards mandate={mandate} show={show} />}
    </>
  )
}

function Cards({ mandate, show }: { mandate: Shown; show: string }) {
  const all = useRead('candidacy.list', { mandate: mandate.id })
  return (
    <Answered of={all}>
      {({ candidacies }) => {
        if (show === 'table') return <BoardTable mandate={mandate} cards={candidacies} />
        if (candidacies.length > 0) return <Board cards={candidacies} />
        return (
          <Empty title={t.stageBoard.empty}>
            <p>{t.stageBoard.emptySays}</p>
          </Empty>
        )
      }}
    </Answered>
  )
}
