import { NativeSelect } from '@mantine/core'
import { Section } from '../parts/section.tsx'
import { t } from '../texts/index.ts'
import styles from './lists.module.css'
import { Table } from './table.tsx'
import type { Column, Field, Mapping, Preview } from './use-preview.ts'

const CHOICES = [
  { value: 'ignored', label: t.lists.ignored },
  ...Object.entries(t.lists.fields).map(([value, label]) => ({ value, label })),
]

type ColumnsProps = { preview: Preview; mapping: Mapping; onChange: Change }
type Change = (name: string, field: Field) => void

/** The columns of a list with samples; what each is read as can be said. */
export function Columns({ preview, mapping, onChange }: ColumnsProps) {
  const { name, rowCount, headerLine, columns } = preview
  return (
    <Section title={t.lists.columns} says={t.lists.columnsSay(name, rowCount, headerLine)}>
      <Table label={t.lists.columns} heads={[t.lists.column, t.lists.readAs, t.lists.samples]}>
        {columns.map((column) => (
          <ColumnRow
            key={column.name}
            column={column}
            field={mapping[column.name] ?? 'ignored'}
            onChange={onChange}
          />
        ))}
      </Table>
    </Section>
  )
}

type RowProps = { column: Column; field: Field; onChange: Change }

function ColumnRow({ column: { name, samples }, field, onChange }: RowProps) {
  return (
    <tr>
      <th scope="row" className="wrap">
        {name}
      </th>
      <td className={styles.choice}>
        <NativeSelect
          aria-label={t.lists.readColumnAs(name)}
          data={CHOICES}
          value={field}
          onChange={(event) => onChange(name, event.currentTarget.value as Field)}
        />
      </td>
      <td className="small quiet wrap">{samples.join(' · ')}</td>
    </tr>
  )
}
