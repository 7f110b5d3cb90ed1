import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useRead } from '../api.ts'
import { Answered } from '../parts/answered.tsx'
import { Empty } from '../parts/empty.tsx'
import { LinkButton } from '../parts/link-button.tsx'
import { Page } from '../parts/page.tsx'
import { t } from '../texts/index.ts'
import { askedBy, useAsked } from './asked.ts'
import { BringIn } from './bring-in.tsx'
import { Filters } from './filters.tsx'
import { Missing } from './missing.tsx'
import { OpeningList, PAGE } from './opening-list.tsx'

/** Openings, the nearest and most fitting first, with whom one knows there and the way to it. */
export function Openings() {
  const search = useAsked()
  const asked = askedBy(search)
  const isFiltered = Object.keys(asked).some((key) => key !== 'order')
  const first = useRead('opening.list', { ...asked, skip: 0, top: PAGE }, { keep: true })
  return (
    <Page title={t.nav.openings}>
      <BringIn />
      <Answered of={first}>
        {({ total }) =>
          total === 0 && !isFiltered ? (
            <None />
          ) : (
            <div className="stack">
              <Filters total={total} />
              {total === 0 ? <NoMatch /> : <OpeningList asked={asked} total={total} />}
            </div>
          )
        }
      </Answered>
      {!isFiltered && <Missing />}
    </Page>
  )
}

function NoMatch() {
  const navigate = useNavigate({ from: '/openings' })
  return (
    <div className="sheet stack" role="status">
      <p>{t.openings.noMatch}</p>
      <div>
        <Button variant="default" onClick={() => void navigate({ search: {} })}>
          {t.openings.clear}
        </Button>
      </div>
    </div>
  )
}

function None() {
  return (
    <Empty title={t.openings.empty}>
      <p>{t.openings.emptySays}</p>
      <div>
        <LinkButton to="/add">{t.nav.add}</LinkButton>
      </div>
    </Empty>
  )
}
