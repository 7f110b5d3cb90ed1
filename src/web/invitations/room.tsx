import { Button } from '@mantine/core'
import { useState } from 'react'
import { CareerLine } from '../parts/career-line.tsx'
import { PersonLink } from '../parts/person-link.tsx'
import { Section } from '../parts/section.tsx'
import { figure } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import { AddPeople } from './add-people.tsx'
import styles from './invitations.module.css'
import { LookAlike } from './look-alike.tsx'
import { type Guest, isHeld, type Shown, type Worth } from './types.ts'

/** Whom one would meet, most senior first, and what the data cannot see of each: one line shows it. */
export function Room({ worth, shown }: { worth: Worth; shown: Shown }) {
  const guests = worth.room.filter(({ role }) => role !== 'robot')
  return (
    <Section
      title={isHeld(shown) ? t.room.titleAfter : t.room.title}
      says={worth.blind.length > 0 ? t.room.blind(worth.blind.length) : undefined}
    >
      {guests.length > 0 && (
        <ul className="sheet rows">
          {guests.map((guest) => (
            <GuestRow key={guest.person.id} guest={guest} worth={worth} />
          ))}
        </ul>
      )}
      {!isHeld(shown) && <AddPeople invitation={shown.id} isEmpty={guests.length === 0} />}
    </Section>
  )
}

function GuestRow({ guest, worth }: { guest: Guest; worth: Worth }) {
  const { person, title, level, role, shared, career } = guest
  const blind = worth.blind.find((one) => one.person.id === person.id)
  const questions = worth.questions.filter((one) => one.person.id === person.id)
  return (
    <li className={styles.guest}>
      <div className="row">
        <span className={styles.name}>
          <PersonLink person={person} />
        </span>
        {title && <span className="quiet">{title}</span>}
        {level && <span className={styles.tag}>{level}</span>}
        {role !== 'interviewer' && <span className={styles.tag}>{t.roles[role]}</span>}
        <Known guest={guest} />
      </div>
      {(shared.length > 0 || career.length > 0) && (
        <p className="small quiet">{[...shared, ...career].map(sentence).join(' ')}</p>
      )}
      {questions.map((question) => (
        <LookAlike key={question.other.id} question={question} />
      ))}
      {blind ? <CareerLine person={person} ask={blind.ask} /> : <MoreCareer guest={guest} />}
    </li>
  )
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`

function Known({ guest: { known, strength, role } }: { guest: Guest }) {
  if (known) {
    return (
      <span
        className={`${styles.tag} ${styles.mine}`}
        title={strength === null ? undefined : figure(strength)}
      >
        {t.room.known}
      </span>
    )
  }
  return role === 'interviewer' ? <span className={styles.tag}>{t.room.new}</span> : null
}

function MoreCareer({ guest: { person, role } }: { guest: Guest }) {
  const [isOpen, setOpen] = useState(false)
  if (role !== 'interviewer') return null
  if (isOpen) return <CareerLine person={person} ask={t.room.moreCareer(person.name)} />
  return (
    <div className="no-print">
      <Button variant="subtle" size="compact-sm" px={0} onClick={() => setOpen(true)}>
        {t.room.addCareer}
      </Button>
    </div>
  )
}
