import { More } from '../parts/more.tsx'
import { Reach } from '../parts/reach.tsx'
import { Section } from '../parts/section.tsx'
import { t } from '../texts/index.ts'
import { type Invited, wayInWords } from './words.ts'

/** What a meeting is worth to a candidate beyond the job, as far as the firm shows of its network. */
export function Worth({ worth }: { worth: Invited['worth'] }) {
  const { totals, advice, discretion, limits, doors, organizations } = worth
  return (
    <>
      <Section title={t.invited.worth} says={t.invited.totals(totals)}>
        <p className="wrap">{advice.because}</p>
        <Notes title={t.invited.talk} notes={discretion.map(({ because }) => because)} />
        <Notes title={t.invited.limits} notes={limits.map(({ because }) => because)} />
      </Section>
      <Room room={worth.room} />
      {doors.length > 0 && (
        <Section title={t.invited.doors}>
          <More items={doors} first={5} className="sheet rows">
            {(door) => (
              <li key={door.title + door.organization} className="spread">
                <Way title={`${door.title} · ${door.organization}`} through={door.through} />
                <Reach strength={door.after} />
              </li>
            )}
          </More>
        </Section>
      )}
      {organizations.length > 0 && (
        <Section title={t.invited.organizations}>
          <More items={organizations} first={5} className="sheet rows">
            {(one) => (
              <li key={one.name} className="spread">
                <Way title={one.name} through={one.through} />
                <Reach strength={one.after} />
              </li>
            )}
          </More>
        </Section>
      )}
    </>
  )
}

function Way({ title, through }: { title: string; through: Parameters<typeof wayInWords>[0] }) {
  return (
    <span className="grow wrap">
      {title}
      <br />
      <span className="small quiet">{t.invited.through(wayInWords(through))}</span>
    </span>
  )
}

function Notes({ title, notes }: { title: string; notes: readonly string[] }) {
  if (notes.length === 0) return null
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  )
}

function Room({ room }: Pick<Invited['worth'], 'room'>) {
  const people = room.filter(({ role }) => role !== 'robot')
  if (people.length === 0) return null
  return (
    <Section title={t.invited.room}>
      <ul className="sheet rows">
        {people.map(({ name, title, career, shared }) => (
          <li key={name}>
            <strong>{name}</strong>
            {title && `, ${title}`}
            {[...career, ...shared].length > 0 && (
              <p className="small quiet">{[...career, ...shared].join(' · ')}</p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
