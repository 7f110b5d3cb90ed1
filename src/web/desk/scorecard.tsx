import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useRead, useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { Choice } from '../parts/choice.tsx'
import { number } from '../parts/when.ts'
import { t } from '../texts/index.ts'

type Cards = Answer<'scorecard.show'>
const MARKS = ['1', '2', '3', '4', '5'].map((value) => ({ value, says: value }))

/** How one saw a candidate; and, once that is handed in, how the others did, side by side. */
export function Scorecard({ one }: { one: Answer<'candidacy.show'> }) {
  const { data } = useRead('scorecard.show', { candidacy: one.candidacy })
  if (data === undefined || data.criteria.length === 0) return null
  return (
    <section className="stack" aria-labelledby="scorecard">
      <h3 id="scorecard">{t.scorecard.title}</h3>
      {data.yours ? <SideBySide cards={data} /> : <Filling cards={data} />}
    </section>
  )
}

function Filling({ cards: { candidacy, criteria, in: handedIn } }: { cards: Cards }) {
  const fill = useWrite('scorecard.fill')
  const [marks, setMarks] = useState<Record<string, string>>({})
  const [note, setNote] = useState('')
  const isWhole = criteria.every(({ criterion }) => marks[criterion] !== undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const said = criteria.map(({ criterion }) => ({ criterion, mark: Number(marks[criterion]) }))
    fill.mutate({ candidacy, marks: said, ...(note.trim() ? { note } : {}) })
  }
  return (
    <form className="stack" onSubmit={submit}>
      <p className="small quiet">
        {t.scorecard.hidden(handedIn)} {t.scorecard.scale}
      </p>
      {criteria.map(({ criterion, name, weight }) => (
        <Choice
          key={criterion}
          legend={t.scorecard.criterion(name, weight)}
          options={MARKS}
          value={marks[criterion] ?? null}
          onChange={(mark) => setMarks({ ...marks, [criterion]: mark })}
        />
      ))}
      <Textarea
        label={t.scorecard.note}
        autosize
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div>
        <Button type="submit" variant="default" disabled={!isWhole} loading={fill.isPending}>
          {t.scorecard.fill}
        </Button>
      </div>
    </form>
  )
}

function SideBySide({ cards: { criteria, cards, overall } }: { cards: Cards }) {
  return (
    <>
      <table>
        <thead>
          <tr>
            <td />
            {cards.map(({ by, at }) => (
              <th key={by + at} scope="col" className="wrap">
                {by}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ criterion, name, weight, marks }) => (
            <tr key={criterion}>
              <th scope="row" className="wrap" style={{ textAlign: 'start', fontWeight: 400 }}>
                {t.scorecard.criterion(name, weight)}
              </th>
              {cards.map(({ by, at }, place) => (
                <td key={by + at} style={{ textAlign: 'center' }}>
                  {marks[place]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {overall !== null && <p>{t.scorecard.overall(number(Math.round(overall * 100) / 100))}</p>}
      {cards.map(
        ({ by, at, note }) =>
          note !== null && (
            <p key={by + at} className="small wrap">
              {by}: {note}
            </p>
          ),
      )}
    </>
  )
}
