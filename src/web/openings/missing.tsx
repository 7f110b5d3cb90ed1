import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useRead } from '../api.ts'
import { type Answer, call, type Progress } from '../client.ts'
import { Answered, Refused } from '../parts/answered.tsx'
import { More } from '../parts/more.tsx'
import { PathLine } from '../parts/path-line.tsx'
import { OrganizationLink } from '../parts/person-link.tsx'
import { Reach } from '../parts/reach.tsx'
import { Section } from '../parts/section.tsx'
import { listed } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import { Fetching, useFetchBoard } from './bring-in.tsx'
import styles from './openings.module.css'

type Near = Answer<'opening.missing'>['organizations'][number]

/** Organizations within reach of which no opening is known: each offers to look for its board. */
export function Missing() {
  const { data } = useRead('opening.missing', {})
  if (!data || data.total === 0) return null
  return (
    <Section title={t.board.missing} says={t.board.missingSays(data.total)}>
      <More items={data.organizations} first={5} className="sheet rows">
        {(near) => <NearRow key={near.organization.id} near={near} />}
      </More>
    </Section>
  )
}

function NearRow({ near: { organization, reach, path } }: { near: Near }) {
  const [isLooking, setLooking] = useState(false)
  return (
    <li className="stack" style={{ gap: '0.5rem' }}>
      <div className="spread">
        <h3>
          <OrganizationLink organization={organization} />
        </h3>
        <Reach strength={reach} />
      </div>
      <PathLine path={path} />
      {isLooking ? (
        <Look organization={organization} />
      ) : (
        <div>
          <Button
            variant="default"
            size="xs"
            aria-label={t.board.lookAt(organization.name)}
            onClick={() => setLooking(true)}
          >
            {t.board.look}
          </Button>
        </div>
      )}
    </li>
  )
}

type Place = { id: string; name: string }

/** First which addresses would be asked; on the click they are; what is found is shown before it is kept. */
function Look({ organization }: { organization: Place }) {
  const guess = useRead('board.guess', { organization: organization.id })
  const [step, setStep] = useState<Progress | null>(null)
  const look = useMutation<Answer<'board.look'>, Error>({
    mutationFn: () => call('board.look', { organization: organization.id }, { onProgress: setStep }),
  })
  if (look.data) return <Found answer={look.data} organization={organization} />
  return (
    <Answered of={guess}>
      {({ addresses }) =>
        addresses.length === 0 ? (
          <p className="small">{t.board.cannot}</p>
        ) : (
          <div className="stack" style={{ gap: '0.5rem' }}>
            <p className="small">{t.board.would(addresses.length)}</p>
            <ul className={styles.addresses}>
              {addresses.map((address) => (
                <li key={address}>{address}</li>
              ))}
            </ul>
            {look.error && <Refused error={look.error} />}
            <div className="row">
              <Button size="xs" loading={look.isPending} onClick={() => look.mutate()}>
                {t.board.ask}
              </Button>
              {look.isPending && (
                <span className="small quiet" role="status">
                  {step?.says ?? t.waiting}
                </span>
              )}
            </div>
          </div>
        )
      }
    </Answered>
  )
}

function Found({
  answer: { boards, asked },
  organization,
}: {
  answer: Answer<'board.look'>
  organization: Place
}) {
  if (boards.length > 0)
    return (
      <ul className="stack">
        {boards.map((board) => (
          <Board key={board.url} board={board} organization={organization} />
        ))}
      </ul>
    )
  return (
    <div className="stack" style={{ gap: '0.25rem' }} role="status">
      <p className="small">{t.board.asked}</p>
      <ul className={`${styles.addresses} quiet`}>
        {asked.map(({ address, says }) => (
          <li key={address}>
            {address}: {says}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Board({
  board,
  organization,
}: {
  board: Answer<'board.look'>['boards'][number]
  organization: Place
}) {
  const fetched = useFetchBoard()
  return (
    <li className="stack" style={{ gap: '0.5rem' }}>
      <p className="wrap" role="status">
        {t.board.is(board.openings, listed(board.titles))}
      </p>
      {board.named && <p className="small quiet">{t.board.named(board.named)}</p>}
      {!fetched.data && (
        <div>
          <Button
            size="xs"
            loading={fetched.isPending}
            onClick={() => fetched.mutate({ url: board.url, organization: organization.name })}
          >
            {t.board.theirs(organization.name)}
          </Button>
        </div>
      )}
      <Fetching of={fetched} />
    </li>
  )
}
