import { Button, Menu } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { dayFromNow } from '../parts/days.ts'
import { offerUndo } from '../parts/undo.tsx'
import { day, moment } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import styles from './to-do.module.css'

export type One = Answer<'follow-up.list'>['followUps'][number]

/** One thing to do: what, for whom, by when; done or put off by a click, which can be undone. */
export function FollowUpRow({ one, withPerson = true }: { one: One; withPerson?: boolean }) {
  return (
    <li className={styles.one}>
      <div className="wrap">
        <p className={one.doneAt ? 'quiet' : undefined}>{one.says}</p>
        <p className="small quiet">
          <span className={one.overdue ? styles.late : undefined}>
            {one.dueAt ? moment(one.dueAt) : day(one.dueOn)}
          </span>{' '}
          · {t.toDo.kinds[one.kind]}
          {withPerson && one.person && (
            <>
              {' '}
              ·{' '}
              <Link to="/network/people/$id" params={{ id: one.person.id }}>
                {one.person.name}
              </Link>
            </>
          )}
          {one.invitation && one.organization && (
            <>
              {' '}
              ·{' '}
              <Link to="/invitations/$id" params={{ id: one.invitation }}>
                {one.organization}
              </Link>
            </>
          )}
        </p>
      </div>
      <div className="row">
        {one.doneAt === null && <PutOff one={one} />}
        <MarkDone one={one} />
      </div>
    </li>
  )
}

function MarkDone({ one }: { one: One }) {
  const mark = useWrite('follow-up.done')
  const isDone = one.doneAt !== null
  const finish = async () => {
    await mark.mutateAsync({ followUp: one.id, done: !isDone })
    if (!isDone) offerUndo(t.toDo.markedDone, () => mark.mutate({ followUp: one.id, done: false }))
  }
  return (
    <Button
      size="xs"
      variant="default"
      loading={mark.isPending}
      aria-label={`${isDone ? t.toDo.notDone : t.toDo.markDone}: ${one.says}`}
      onClick={() => void finish()}
    >
      {isDone ? t.toDo.notDone : t.toDo.markDone}
    </Button>
  )
}

const LATER = [
  ['tomorrow', 1],
  ['nextWeek', 7],
  ['nextMonth', 30],
] as const

function PutOff({ one }: { one: One }) {
  const snooze = useWrite('follow-up.snooze')
  const remove = useWrite('follow-up.remove')
  const add = useWrite('follow-up.add')
  const to = async (until: string) => {
    await snooze.mutateAsync({ followUp: one.id, until })
    offerUndo(t.toDo.isPutOff(day(until)), () => snooze.mutate({ followUp: one.id, until: one.dueOn }))
  }
  const takeBack = async () => {
    await remove.mutateAsync({ followUp: one.id })
    offerUndo(t.toDo.removed, () => add.mutate(again(one)))
  }
  return (
    <Menu position="bottom-end" returnFocus>
      <Menu.Target>
        <Button size="xs" variant="subtle" color="gray" aria-label={`${t.toDo.putOff}: ${one.says}`}>
          {t.toDo.putOff}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {LATER.map(([says, days]) => (
          <Menu.Item key={says} onClick={() => void to(dayFromNow(days))}>
            {t.toDo[says]}
          </Menu.Item>
        ))}
        {one.kind === 'reminder' && (
          <Menu.Item color="red" onClick={() => void takeBack()}>
            {t.toDo.remove}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

const again = ({ says, person, dueOn, dueTime, timeZone }: One) => ({
  ...{ says, dueOn },
  ...(person ? { person: person.id } : {}),
  ...(dueTime && timeZone ? { dueTime, timeZone } : {}),
})
