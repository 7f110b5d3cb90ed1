import { Checkbox } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useRead } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { Page } from '../parts/page.tsx'
import { Section } from '../parts/section.tsx'
import { listed, meetingTime } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import styles from './compare.module.css'
import { Sets, type TwoSets } from './sets.tsx'
import { ThreeCircles, type ThreeSets } from './three-sets.tsx'

type Compared = Answer<'invitation.compare'>
type Side = Compared['each'][number]
type Invited = Answer<'invitation.list'>['invitations'][number]

const MOST = 5

/** Two or more invitations side by side: the doors of each, what they share, and what a choice opens together. */
export function Compare() {
  const { of = '' } = useSearch({ from: '/compare' })
  const chosen = of.split(',').filter(Boolean)
  const navigate = useNavigate()
  const choose = (ids: string[]) =>
    void navigate({ to: '/compare', search: { of: ids.join(',') }, replace: true })
  return (
    <Page title={t.compare.title}>
      <p className="quiet">{t.compare.says}</p>
      <Choose chosen={chosen} onChange={choose} />
      {chosen.length >= 2 && <Together invitations={chosen} />}
    </Page>
  )
}

const isOpen = ({ state }: Invited): boolean => state === 'open' || state === 'taken'

function Choose({ chosen, onChange }: { chosen: string[]; onChange: (ids: string[]) => void }) {
  const invited = useRead('invitation.list', {})
  return (
    <Answered of={invited}>
      {({ invitations }) => (
        <Checkbox.Group label={t.compare.choose} value={chosen} onChange={onChange}>
          <div className="stack" style={{ gap: '0.5rem', marginTop: '0.5rem' }}>
            {invitations
              .filter((one) => isOpen(one) || chosen.includes(one.id))
              .map((one) => (
                <Checkbox
                  key={one.id}
                  value={one.id}
                  label={t.invitation.name(one.organization?.name ?? null, one.role)}
                  description={one.meetings[0] && meetingTime(one.meetings[0])}
                  disabled={chosen.length >= MOST && !chosen.includes(one.id)}
                />
              ))}
          </div>
        </Checkbox.Group>
      )}
    </Answered>
  )
}

const nameOf = ({ invitation }: Side): string =>
  t.invitation.name(invitation.organization?.name ?? null, invitation.role)

function Together({ invitations }: { invitations: string[] }) {
  const compared = useRead('invitation.compare', { invitations }, { keep: true })
  return (
    <Answered of={compared}>
      {(answer) => (
        <>
          <Clashes answer={answer} />
          <Section title={t.compare.each}>
            <div className={styles.scroll}>
              <Table answer={answer} />
            </div>
          </Section>
          <Regions answer={answer} />
          <Section title={t.compare.choices} says={t.compare.choicesSay}>
            <ul className="sheet rows">
              {answer.choices.map(({ invitations: ids, doors, people }) => (
                <li key={ids.join()} className="spread">
                  <span className="wrap">
                    {listed(ids.map((id) => nameOf(answer.each.find((side) => side.invitation.id === id)!)))}
                  </span>
                  <span className="small quiet">{t.compare.opens(doors, people)}</span>
                </li>
              ))}
            </ul>
          </Section>
        </>
      )}
    </Answered>
  )
}

/** Which doors whom opens: as circles for two or three, and as a table for any number. */
function Regions({ answer }: { answer: Compared }) {
  const { each, regions, union } = answer
  if (union === 0) return null
  return (
    <Section title={t.compare.regions} says={t.compare.union(union)}>
      {each.length === 2 && <Sets sets={setsOf(answer)} />}
      {each.length === 3 && <ThreeCircles sets={threeOf(answer)} />}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t.compare.exactly}</th>
            <th scope="col">{t.compare.doors}</th>
          </tr>
        </thead>
        <tbody>
          {[...regions]
            .sort((one, other) => other.doors - one.doors)
            .map(({ invitations, doors }) => (
              <tr key={invitations.join()}>
                <th scope="row" className="wrap">
                  {listed(invitations.map((id) => calledIn(answer, id)))}
                </th>
                <td>{doors}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </Section>
  )
}

const calledIn = ({ each }: Compared, id: string): string =>
  nameOf(each.find(({ invitation }) => invitation.id === id)!)

function threeOf({ each, regions }: Compared): ThreeSets {
  const ids = each.map(({ invitation }) => invitation.id)
  return {
    names: each.map(nameOf) as ThreeSets['names'],
    count: (...which) =>
      regions.find(({ invitations }) => invitations.join() === which.map((at) => ids[at]).join())?.doors ?? 0,
  }
}

function setsOf({ each: [one, other], shared }: Compared): TwoSets {
  return {
    ...{ one: nameOf(one!), other: nameOf(other!), both: shared },
    ...{ onlyOne: one!.onlyHere, onlyOther: other!.onlyHere },
  }
}

/** What overlaps in time, and how long one has from one to the next. */
function Clashes({ answer }: { answer: Compared }) {
  const { clashes, between } = answer
  const says = [
    ...clashes.map(({ one, other, minutes }) =>
      t.compare.clash(calledIn(answer, one), calledIn(answer, other), minutes),
    ),
    ...between.map(({ one, other, minutes, places }) =>
      t.compare.between(calledIn(answer, one), calledIn(answer, other), minutes, places),
    ),
  ]
  if (says.length === 0) return null
  return (
    <ul className="stack" style={{ gap: '0.25rem' }}>
      {says.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  )
}

function whenAndWhere({ invitation: { meetings } }: Side): string {
  const next = meetings.findLast(({ cancelled }) => !cancelled)
  return [next && meetingTime(next), next?.place].filter(Boolean).join(', ')
}

function Table({ answer: { each, shared } }: { answer: Compared }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t.compare.invitation}</th>
          <th scope="col">{t.compare.when}</th>
          <th scope="col">{t.compare.people}</th>
          <th scope="col">{t.compare.doors}</th>
          <th scope="col">{t.compare.onlyHere}</th>
          <th scope="col">{t.compare.organizations}</th>
        </tr>
      </thead>
      <tbody>
        {each.map((side) => (
          <tr key={side.invitation.id}>
            <th scope="row">
              <Link className="plain" to="/invitations/$id" params={{ id: side.invitation.id }}>
                {nameOf(side)}
              </Link>
            </th>
            <td>{whenAndWhere(side)}</td>
            <td>{side.totals.people}</td>
            <td>{side.totals.opened + side.totals.strengthened}</td>
            <td>{side.onlyHere}</td>
            <td>{side.totals.organizations}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={6} className="small quiet">
            {t.compare.shared(shared)}
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
