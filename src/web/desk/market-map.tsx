import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useRead, useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { downloadCsv } from '../parts/csv.ts'
import { OrganizationLink } from '../parts/person-link.tsx'
import { RecordPick } from '../parts/record-pick.tsx'
import { day } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import styles from './market-map.module.css'

type Entry = Answer<'market.show'>['entries'][number]

/** The organizations in which one looks, and how far each is covered: a table, with a bar for each. */
export function MarketMap({ mandate, isOpen }: { mandate: string; isOpen: boolean }) {
  const all = useRead('market.show', { mandate })
  return (
    <>
      <p className="quiet">{t.marketMap.says}</p>
      <Answered of={all}>
        {({ entries }) =>
          entries.length === 0 ? (
            <p className="quiet">{t.marketMap.none}</p>
          ) : (
            <>
              <Table entries={entries} isOpen={isOpen} />
              <div>
                <Button variant="default" onClick={() => downloadCsv('market-map.csv', rowsOf(entries))}>
                  {t.marketMap.download}
                </Button>
              </div>
            </>
          )
        }
      </Answered>
      {isOpen && <Adding mandate={mandate} />}
    </>
  )
}

const COUNTS = ['known', 'considered', 'approached', 'offLimits'] as const

function Table({ entries, isOpen }: { entries: readonly Entry[]; isOpen: boolean }) {
  const most = Math.max(1, ...entries.map(({ known }) => known))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keys, too
    <section className={styles.scroll} tabIndex={0} aria-label={t.marketMap.title}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t.marketMap.organization}</th>
            {COUNTS.map((one) => (
              <th key={one} scope="col">
                {t.marketMap.counts[one]}
              </th>
            ))}
            <th scope="col">{t.marketMap.picture}</th>
            {isOpen && <td />}
          </tr>
        </thead>
        <tbody>
          {entries.map((one) => (
            <tr key={one.entry}>
              <th scope="row" className="wrap">
                <OrganizationLink organization={one.organization} />
              </th>
              {COUNTS.map((name) => (
                <td key={name}>{one[name]}</td>
              ))}
              <td>
                <Bar entry={one} most={most} />
              </td>
              {isOpen && (
                <td>
                  <Remove entry={one} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** How many are known, against the most anywhere; dark the approached, half dark those considered besides. */
function Bar({ entry: { known, considered, approached }, most }: { entry: Entry; most: number }) {
  const wide = (count: number) => (count * 100) / most
  return (
    <svg className={styles.bar} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden>
      <rect className={styles.known} width={wide(known)} height="8" />
      <rect className={styles.considered} width={wide(considered)} height="8" />
      <rect className={styles.approached} width={wide(approached)} height="8" />
    </svg>
  )
}

function Remove({ entry: { entry, organization } }: { entry: Entry }) {
  const remove = useWrite('market.remove')
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color="gray"
      loading={remove.isPending}
      onClick={() => remove.mutate({ entry })}
    >
      {t.mandateAbout.leave(organization.name)}
    </Button>
  )
}

function Adding({ mandate }: { mandate: string }) {
  const add = useWrite('market.add')
  const [organization, setOrganization] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (organization) add.mutate({ mandate, organization }, { onSuccess: () => setOrganization(null) })
  }
  return (
    <form className="row" style={{ alignItems: 'flex-end' }} onSubmit={submit}>
      <RecordPick
        kind="organization"
        label={t.marketMap.add}
        value={organization}
        onChange={setOrganization}
      />
      <Button type="submit" variant="default" disabled={organization === null} loading={add.isPending}>
        {t.marketMap.addIt}
      </Button>
    </form>
  )
}

const rowsOf = (entries: readonly Entry[]): string[][] => [
  [t.marketMap.organization, ...COUNTS.map((one) => t.marketMap.counts[one]), t.marketMap.since],
  ...entries.map((one) => [one.organization.name, ...COUNTS.map((name) => String(one[name])), day(one.at)]),
]
