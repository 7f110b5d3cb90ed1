import { Button, TagsInput } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead, useWrite } from '../api.ts'
import { Answered, Refused } from '../parts/answered.tsx'
import { LinkButton } from '../parts/link-button.tsx'
import { Page } from '../parts/page.tsx'
import { Section } from '../parts/section.tsx'
import { day } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import { type Chosen, confirmInput, countOf, type Draft, faultIn, proposed } from './chosen.ts'
import { Original } from './original.tsx'
import { PositionFields } from './position-fields.tsx'
import styles from './resume.module.css'
import { SchoolRow } from './school-row.tsx'
import { TextFields } from './text-fields.tsx'
import { Whom } from './whom.tsx'

/** What a resume seems to say, field by field: nothing counts before it is confirmed. */
export function Resume() {
  const { id } = useParams({ from: '/resumes/$id' })
  const shown = useRead('resume.show', { document: id })
  const document = shown.data?.document
  return (
    <Page
      key={id}
      title={document ? t.resume.title(document.name) : t.waiting}
      actions={document && <Original document={document} />}
    >
      <p className="quiet">{t.resume.says}</p>
      <Answered of={shown}>{(draft) => <Confirm draft={draft} />}</Answered>
    </Page>
  )
}

function Confirm({ draft }: { draft: Draft }) {
  const [chosen, setChosen] = useState<Chosen>(() => proposed(draft))
  const confirm = useWrite('resume.confirm', { quiet: true })
  const { confirmedAt, person } = draft.document
  const isFaulty = chosen.positions.some(({ kept, value }) => kept && faultIn(value) !== null)
  const amount = countOf(chosen)
  return (
    <form
      className="stack"
      style={{ gap: '1.75rem' }}
      onSubmit={(event) => {
        event.preventDefault()
        confirm.mutate(confirmInput(draft.document.id, chosen))
      }}
    >
      {confirmedAt && person && !confirm.data && <p>{t.resume.before(day(confirmedAt), person.name)}</p>}
      <Whom whom={chosen.whom} onChange={(whom) => setChosen({ ...chosen, whom })} />
      <Section title={t.resume.contact}>
        <TextFields chosen={chosen} onChange={setChosen} />
      </Section>
      <Career chosen={chosen} onChange={setChosen} />
      <TagsInput
        label={t.resume.skills}
        value={chosen.skills}
        onChange={(skills) => setChosen({ ...chosen, skills })}
      />
      {confirm.error && <Refused error={confirm.error} />}
      {confirm.data ? (
        <Done answer={confirm.data} name={person?.name ?? chosen.texts.name.value} />
      ) : (
        <Button
          type="submit"
          size="md"
          disabled={amount === 0 || isFaulty}
          loading={confirm.isPending}
          className={styles.go}
        >
          {amount === 0 ? t.resume.nothing : t.resume.confirm(amount)}
        </Button>
      )}
    </form>
  )
}

function Career({ chosen, onChange }: { chosen: Chosen; onChange: (next: Chosen) => void }) {
  const { positions, education } = chosen
  return (
    <>
      <Section title={t.resume.positions}>
        {positions.length === 0 && <p className="quiet">{t.resume.noPositions}</p>}
        <ul className={`sheet ${styles.list}`} hidden={positions.length === 0}>
          {positions.map((one, place) => (
            <PositionFields
              // biome-ignore lint/suspicious/noArrayIndexKey: the list neither grows nor moves
              key={place}
              one={one}
              onChange={(next) => onChange({ ...chosen, positions: positions.with(place, next) })}
            />
          ))}
        </ul>
      </Section>
      {education.length > 0 && (
        <Section title={t.resume.education}>
          <ul className={`sheet ${styles.list}`}>
            {education.map((one, place) => (
              <SchoolRow
                key={one.value.at}
                one={one}
                onChange={(next) => onChange({ ...chosen, education: education.with(place, next) })}
              />
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Done({
  answer: { person, positions },
  name,
}: {
  answer: { person: string; positions: { how: string }[] }
  name: string
}) {
  const count = (how: string) => positions.filter((one) => one.how === how).length
  return (
    <div className="stack" role="status">
      <p>{t.resume.done(name || t.you, count('created'), count('updated'))}</p>
      <LinkButton to="/network/people/$id" params={{ id: person }}>
        {t.resume.see}
      </LinkButton>
    </div>
  )
}
