import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useRead, useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { Section } from '../parts/section.tsx'
import { t } from '../texts/index.ts'
import { criteriaOf, linesOf } from './criteria-lines.ts'

type Props = { mandate: string; may: boolean }

/** For what the candidates of a mandate are looked at, until it is fixed by the first scorecard. */
export function Criteria({ mandate, may }: Props) {
  const { data } = useRead('scorecard.criteria', { mandate })
  const [isOpen, setOpen] = useState(false)
  if (data === undefined) return null
  const { criteria, fixed } = data
  return (
    <Section title={t.scorecard.criteria} says={fixed ? t.scorecard.fixed : t.scorecard.open}>
      {criteria.length === 0 && !isOpen && <p className="quiet">{t.scorecard.none}</p>}
      {criteria.length > 0 && !isOpen && (
        <ul className="sheet rows">
          {criteria.map(({ criterion, name, weight }) => (
            <li key={criterion} className="wrap">
              {t.scorecard.criterion(name, weight)}
            </li>
          ))}
        </ul>
      )}
      {may && !fixed && !isOpen && (
        <div>
          <Button variant="default" onClick={() => setOpen(true)}>
            {t.scorecard.set}
          </Button>
        </div>
      )}
      {isOpen && <Setting mandate={mandate} before={criteria} onDone={() => setOpen(false)} />}
    </Section>
  )
}

type SettingProps = {
  mandate: string
  before: Answer<'scorecard.criteria'>['criteria']
  onDone: () => void
}

function Setting({ mandate, before, onDone }: SettingProps) {
  const set = useWrite('scorecard.set')
  const [lines, setLines] = useState(() => linesOf(before))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    set.mutate({ mandate, criteria: criteriaOf(lines) }, { onSuccess: onDone })
  }
  return (
    <form className="stack" onSubmit={submit}>
      <Textarea
        label={t.scorecard.lines}
        description={t.scorecard.linesSay}
        autosize
        minRows={3}
        required
        value={lines}
        onChange={(event) => setLines(event.target.value)}
      />
      <div className="row">
        <Button type="submit" loading={set.isPending}>
          {t.scorecard.keep}
        </Button>
        <Button variant="subtle" color="gray" onClick={onDone}>
          {t.desk.form.cancel}
        </Button>
      </div>
    </form>
  )
}
