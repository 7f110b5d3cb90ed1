import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useRead, useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { Empty } from '../parts/empty.tsx'
import { Page } from '../parts/page.tsx'
import { PersonLink } from '../parts/person-link.tsx'
import { Section } from '../parts/section.tsx'
import { TakeBack } from '../parts/take-back.tsx'
import { offerUndo } from '../parts/undo.tsx'
import { t } from '../texts/index.ts'
import styles from './network.module.css'

type Pair = Answer<'look-alike.list'>['pairs'][number]

/** Records that may be one person: a pair at a time with its reason, decided by a click or a key, and what was merged. */
export function SamePerson() {
  const waiting = useRead('look-alike.list', {}, { keep: true })
  const find = useWrite('look-alike.find')
  return (
    <Page
      title={t.samePerson.title}
      actions={
        <Button variant="default" onClick={() => find.mutate({})} loading={find.isPending}>
          {t.samePerson.look}
        </Button>
      }
    >
      <p className="quiet">{t.samePerson.says}</p>
      <Answered of={waiting}>{({ pairs }) => <Waiting pairs={pairs} looked={find.isSuccess} />}</Answered>
      <Merged />
      <Two />
    </Page>
  )
}

function Waiting({ pairs, looked }: { pairs: readonly Pair[]; looked: boolean }) {
  const [first] = pairs
  if (first === undefined)
    return (
      <Empty title={t.samePerson.none}>
        <p role="status">{looked ? t.samePerson.noneFound : t.samePerson.noneSays}</p>
      </Empty>
    )
  return <Question key={`${first.person.id} ${first.other.id}`} pair={first} waiting={pairs.length} />
}

/** The record that was here first stays. */
function Question({ pair, waiting }: { pair: Pair; waiting: number }) {
  const { person: stays, other: goes, because } = pair
  const decide = useWrite('look-alike.decide')
  const unmerge = useWrite('person.unmerge')
  const back = useWrite('look-alike.take-back')
  const say = async (same: boolean) => {
    if (decide.isPending) return
    await decide.mutateAsync({ person: goes.id, other: stays.id, same })
    if (same) offerUndo(t.samePerson.merged(goes.name, stays.name), () => unmerge.mutate({ person: goes.id }))
    else
      offerUndo(t.samePerson.areTwo(stays.name, goes.name), () =>
        back.mutate({ person: stays.id, other: goes.id }),
      )
  }
  useKeys({ s: () => void say(true), d: () => void say(false) })
  return (
    <Section title={t.samePerson.ask(waiting)} says={because}>
      <div className={styles.pair}>
        <Record id={stays.id} />
        <Record id={goes.id} />
      </div>
      <div className="row">
        <Button onClick={() => void say(true)} loading={decide.isPending} aria-keyshortcuts="s">
          {t.samePerson.same}
        </Button>
        <Button
          variant="default"
          onClick={() => void say(false)}
          disabled={decide.isPending}
          aria-keyshortcuts="d"
        >
          {t.samePerson.two}
        </Button>
        <span className="small quiet">{t.samePerson.keys}</span>
      </div>
    </Section>
  )
}

/** What is known of one of the two. */
function Record({ id }: { id: string }) {
  const shown = useRead('person.show', { person: id })
  return (
    <div className="sheet">
      <Answered of={shown}>
        {(person) => (
          <>
            <h3 className="wrap">
              <PersonLink person={person} />
            </h3>
            {person.headline && <p className="wrap">{person.headline}</p>}
            <ul className="small quiet">
              {person.positions.map(({ title, organization, from, to }) => (
                <li key={`${organization.id} ${title} ${from}`} className="wrap">
                  {[title, organization.name, [from, to].filter(Boolean).join(' – ')]
                    .filter(Boolean)
                    .join(', ')}
                </li>
              ))}
              {person.keys.map(({ value }) => (
                <li key={value} className="wrap">
                  {value}
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
    </div>
  )
}

function Merged() {
  const merged = useRead('person.merged', {})
  const unmerge = useWrite('person.unmerge')
  const merges = merged.data?.merges ?? []
  if (merges.length === 0) return null
  return (
    <Section title={t.samePerson.mergedTitle}>
      <ul className="sheet rows">
        {merges.map(({ person, other }) => (
          <li key={person.id} className="spread">
            <span>{t.samePerson.merged(person.name, other.name)}</span>
            <TakeBack
              of={t.samePerson.backOf(person.name)}
              isBusy={unmerge.isPending}
              onClick={() => unmerge.mutate({ person: person.id })}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Two() {
  const answered = useRead('look-alike.list', { answered: true })
  const back = useWrite('look-alike.take-back')
  const pairs = answered.data?.pairs ?? []
  if (pairs.length === 0) return null
  return (
    <Section title={t.samePerson.twoTitle}>
      <ul className="sheet rows">
        {pairs.map(({ person, other }) => (
          <li key={`${person.id} ${other.id}`} className="spread">
            <span>{t.samePerson.areTwo(person.name, other.name)}</span>
            <TakeBack
              of={t.samePerson.backOfTwo(person.name, other.name)}
              isBusy={back.isPending}
              onClick={() => back.mutate({ person: person.id, other: other.id })}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** A letter alone, outside of a text, does what its button does. */
function useKeys(keys: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isText =
        event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)
      if (isText || event.ctrlKey || event.metaKey || event.altKey) return
      keys[event.key.toLowerCase()]?.()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [keys])
}
