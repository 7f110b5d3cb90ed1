import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { downloadCsv } from '../parts/csv.ts'
import { Section } from '../parts/section.tsx'
import { t } from '../texts/index.ts'
import { Table } from './table.tsx'
import type { Preview } from './use-preview.ts'

type Fault = Preview['errors'][number]

const SHOWN = 10

/** What is wrong in the whole list, before anything is written; all of it as a table to mend. */
export function Errors({ preview: { name, errors, errorCount } }: { preview: Preview }) {
  const rows = errors.filter(({ leavesOut }) => leavesOut === 'row').length
  return (
    <Section
      title={t.lists.errors}
      says={errors.length > 0 ? t.lists.errorsSay(rows, errors.length - rows) : t.lists.noErrors}
    >
      {errors.length > 0 && (
        <>
          <Faults faults={errors.slice(0, SHOWN)} />
          {errorCount > SHOWN && <p className="small quiet">{t.lists.moreErrors(errorCount - SHOWN)}</p>}
          <div>
            <Button
              variant="default"
              leftSection={<IconDownload size={16} />}
              onClick={() =>
                downloadCsv(`${name}-errors.csv`, [t.lists.errorColumns, ...errors.map(textsOf)])
              }
            >
              {t.lists.downloadErrors(errors.length)}
            </Button>
          </div>
        </>
      )}
    </Section>
  )
}

const textsOf = (fault: Fault): string[] => [String(fault.row), fault.column, fault.value, wordsOf(fault)]

/** What cannot be kept is told by the server alone. */
const wordsOf = ({ kind, why }: Fault): string => (kind === 'not-kept' ? why : t.lists.faults[kind])

function Faults({ faults }: { faults: Fault[] }) {
  return (
    <Table label={t.lists.errors} heads={[t.lists.row, t.lists.column, t.lists.value, t.lists.why]}>
      {faults.map((fault) => (
        <tr key={`${fault.row} ${fault.column} ${fault.kind}`}>
          <th scope="row">{fault.row}</th>
          <td className="wrap">{fault.column || t.lists.wholeRow}</td>
          <td className="wrap">{fault.value}</td>
          <td>{wordsOf(fault)}</td>
        </tr>
      ))}
    </Table>
  )
}
