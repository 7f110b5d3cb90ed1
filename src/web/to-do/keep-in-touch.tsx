import { Button } from '@mantine/core'
import { useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { More } from '../parts/more.tsx'
import { PersonLink } from '../parts/person-link.tsx'
import { Section } from '../parts/section.tsx'
import { offerUndo } from '../parts/undo.tsx'
import { day } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import styles from './to-do.module.css'

type Rhythm = Answer<'rhythm.list'>['rhythms'][number]

/** Whom it is time to write to, the longest due first. */
export function KeepInTouch({ rhythms }: { rhythms: Rhythm[] }) {
  const due = rhythms.filter((one) => one.due).length
  return (
    <Section title={t.toDo.touch} says={t.toDo.touchSays(due)}>
      <More items={rhythms} first={10} className="sheet rows">
        {(one) => <Row key={one.person.id} one={one} />}
      </More>
    </Section>
  )
}

function Row({ one: { person, days, last, nextOn, due } }: { one: Rhythm }) {
  const note = useWrite('note.add')
  const remove = useWrite('note.remove')
  const touched = async () => {
    const added = await note.mutateAsync({ person: person.id, says: t.toDo.inTouch, contact: true })
    offerUndo(t.touch.noted, () => remove.mutate({ note: added.note }))
  }
  return (
    <li className={styles.one}>
      <div className="wrap">
        <PersonLink person={person} />
        <p className="small quiet">
          {t.toDo.every(days)} · {t.toDo.last(last && day(last))} ·{' '}
          <span className={due ? styles.late : undefined}>{t.toDo.next(day(nextOn))}</span>
        </p>
      </div>
      <Button
        size="xs"
        variant="default"
        loading={note.isPending}
        aria-label={`${t.toDo.inTouch}: ${person.name}`}
        onClick={() => void touched()}
      >
        {t.toDo.inTouch}
      </Button>
    </li>
  )
}
