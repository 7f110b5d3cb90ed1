import { Section } from '../parts/section.tsx'
import { t } from '../texts/index.ts'
import { Table } from './table.tsx'
import type { Preview } from './use-preview.ts'

type Row = Preview['rows'][number]
type Position = NonNullable<Row['positions']>[number]

/** The first rows as they would be written. */
export function FirstRows({ rows }: { rows: Row[] }) {
  return (
    <Section title={t.lists.rows} says={t.lists.rowsSay(rows.length)}>
      <Table
        label={t.lists.rows}
        heads={[t.lists.row, t.lists.who, t.lists.reach, t.lists.work, t.lists.more]}
      >
        {rows.map((row) => (
          <OneRow key={row.row} row={row} />
        ))}
      </Table>
    </Section>
  )
}

function OneRow({ row }: { row: Row }) {
  const { emails = [], phones = [], profileUrls = [], positions = [] } = row
  return (
    <tr>
      <th scope="row">{row.row}</th>
      {row.why === undefined ? (
        <>
          <td className="wrap">{row.name}</td>
          <td className="wrap">{[...emails, ...phones, ...profileUrls].join(', ')}</td>
          <td>
            {positions.map((position) => (
              <div key={JSON.stringify(position)}>{worded(position)}</div>
            ))}
          </td>
          <td className="wrap">{moreOf(row)}</td>
        </>
      ) : (
        <td colSpan={4} className="quiet">
          {row.why}
        </td>
      )}
    </tr>
  )
}

function worded({ organization, title, unit, from, to }: Position): string {
  const period = from || to ? t.lists.period(from ?? '', to ?? '') : undefined
  return [title, unit, organization, period].filter(Boolean).join(', ')
}

function moreOf({ connectedOn, headline, location, skills = [], tags = [], notes }: Row): string {
  const connected = connectedOn && t.lists.connected(connectedOn)
  return [connected, headline, location, ...skills, ...tags, notes].filter(Boolean).join(' · ')
}
