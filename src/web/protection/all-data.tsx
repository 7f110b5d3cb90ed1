import { Button } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useRead } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { download } from '../parts/download.ts'
import { Page } from '../parts/page.tsx'
import { Section } from '../parts/section.tsx'
import { day } from '../parts/when.ts'
import { t } from '../texts/index.ts'

type All = Answer<'person.all-data'>

export const downloadAll = (all: object): void =>
  download('all-data.json', JSON.stringify(all, null, 2), 'application/json')

/** All data about one person, to be read and printed. */
export function AllData() {
  const { id } = useParams({ from: '/network/people/$id/all-data' })
  const all = useRead('person.all-data', { person: id })
  return (
    <Page
      title={t.protection.allTitle(nameIn(all.data) ?? t.waiting)}
      actions={
        all.data && (
          <Button variant="default" onClick={() => downloadAll(all.data)}>
            {t.protection.download}
          </Button>
        )
      }
    >
      <p className="quiet no-print">{t.protection.allSays}</p>
      <Answered of={all}>{(told) => <Whole all={told} />}</Answered>
    </Page>
  )
}

const nameIn = (all: All | undefined): string | undefined =>
  all?.sections.find(({ kind }) => kind === 'person')?.rows[0]?.name as string | undefined

function Whole({ all }: { all: All }) {
  return (
    <>
      {all.sections.map(({ kind, says, rows }) => (
        <Section key={kind} title={says}>
          <ul className="sheet rows">
            {rows.map((row) => (
              <li key={JSON.stringify(row)} className="wrap small">
                {inWords(row)}
              </li>
            ))}
          </ul>
        </Section>
      ))}
      <Lines
        title={t.protection.mentions}
        lines={all.mentions.flatMap(({ says, excerpts }) => excerpts.map((one) => `${says}: …${one}…`))}
      />
      <Lines
        title={t.protection.readings}
        lines={all.readings.map(({ at, what, by }) => `${day(at)} · ${what} · ${by}`)}
      />
      <Lines title={t.protection.origins} lines={all.origins.map(({ name, at }) => `${name}, ${day(at)}`)} />
      <Lines title={t.protection.recipients} lines={all.recipients} />
      <Lines title={t.protection.leftOut} lines={all.leftOut} />
    </>
  )
}

/** Each field that says something. */
const inWords = (row: Record<string, unknown>): string =>
  Object.entries(row)
    .filter(
      ([, value]) =>
        value !== null && value !== '' && JSON.stringify(value) !== '[]' && JSON.stringify(value) !== '{}',
    )
    .map(
      ([field, value]) =>
        `${field.replaceAll('_', ' ')}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    )
    .join(' · ')

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  const numbered = lines.map((line, at) => ({ line, key: `${at} ${line}` }))
  return (
    <Section title={title}>
      <ul className="sheet rows small">
        {numbered.map(({ line, key }) => (
          <li key={key} className="wrap">
            {line}
          </li>
        ))}
      </ul>
    </Section>
  )
}
