import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useRead, useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { Section } from '../parts/section.tsx'
import { t } from '../texts/index.ts'
import { Touches } from './touches.tsx'
import styles from './values.module.css'

type Sector = Answer<'value.list'>['sectors'][number]

const nameOf = ({ sector, name }: Sector): string => t.values.names[sector] ?? name

/** Never, only if or fine for each sector; what a stance would touch is seen before it is taken. */
export function Sectors() {
  const found = useRead('value.list', {})
  return (
    <Section title={t.values.sectors} says={t.values.says}>
      <Answered of={found}>{({ sectors }) => <List sectors={sectors} />}</Answered>
      <OwnWord />
    </Section>
  )
}

function List({ sectors }: { sectors: Sector[] }) {
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState('all')
  const held = sectors.filter(({ stance }) => stance !== null)
  const wanted = (shown === 'said' ? held : sectors).filter((one) =>
    nameOf(one).toLowerCase().includes(typed.trim().toLowerCase()),
  )
  const count = (stance: Sector['stance']) => held.filter((one) => one.stance === stance).length
  return (
    <>
      <div className="row" style={{ alignItems: 'flex-end' }}>
        <TextInput
          className="grow"
          type="search"
          label={t.values.find}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <SegmentedControl
          aria-label={t.values.sectors}
          value={shown}
          onChange={setShown}
          data={[
            { value: 'all', label: t.values.all },
            { value: 'said', label: t.values.said },
          ]}
        />
      </div>
      <p className="small quiet" role="status">
        {wanted.length === 0 ? t.values.none : t.values.held(count('never'), count('only if'))}
      </p>
      {wanted.length > 0 && (
        <ul className="sheet rows">
          {wanted.map((sector) => (
            <SectorRow key={sector.sector} sector={sector} />
          ))}
        </ul>
      )}
    </>
  )
}

const STANCES = [
  { value: 'never', says: t.values.never },
  { value: 'only if', says: t.values.onlyIf },
  { value: 'fine', says: t.values.fine },
] as const

function SectorRow({ sector }: { sector: Sector }) {
  const set = useWrite('value.set')
  const [isOpen, setOpen] = useState(false)
  const name = nameOf(sector)
  // At once, not with the next answer: until then the click would look as if it had done nothing.
  const [chosen, setChosen] = useState<Sector['stance']>(null)
  const stance = chosen ?? sector.stance
  const choose = (next: 'never' | 'only if' | 'fine') => {
    setChosen(next)
    set.mutate({ sector: sector.sector, stance: next }, { onSettled: () => setChosen(null) })
  }
  return (
    <li className={styles.sector}>
      <fieldset className={styles.stances}>
        <legend className={styles.name}>{name}</legend>
        {STANCES.map(({ value, says }) => (
          <label key={value} className={styles.stance} data-stance={value}>
            <input
              type="radio"
              name={`stance ${sector.sector}`}
              checked={stance === value}
              onChange={() => choose(value)}
            />
            <span>{says}</span>
          </label>
        ))}
      </fieldset>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-expanded={isOpen}
        aria-label={`${t.values.show} ${name}`}
        onClick={() => setOpen(!isOpen)}
      >
        {t.values.show}
      </Button>
      {isOpen && <Touches sector={sector.sector} name={name} />}
    </li>
  )
}

/** A word of one's own, by which an organization would be known. */
function OwnWord() {
  const [word, setWord] = useState('')
  const set = useWrite('value.set')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const sector = word.trim()
    if (sector !== '') set.mutate({ sector, stance: 'never' }, { onSuccess: () => setWord('') })
  }
  return (
    <form className="row" style={{ alignItems: 'flex-end' }} onSubmit={submit}>
      <TextInput
        className="grow"
        label={t.values.own}
        description={t.values.ownSays}
        maxLength={80}
        value={word}
        onChange={(event) => setWord(event.target.value)}
      />
      <Button type="submit" variant="default" loading={set.isPending} disabled={word.trim() === ''}>
        {t.values.add}
      </Button>
    </form>
  )
}
