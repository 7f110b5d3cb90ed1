import { Button } from '@mantine/core'
import { useWrite } from '../api.ts'
import styles from '../parts/ask.module.css'
import { t } from '../texts/index.ts'
import type { Worth } from './types.ts'

/** "Is this the Tom of your connections?": one click either way. */
export function LookAlike({ question }: { question: Worth['questions'][number] }) {
  const decide = useWrite('look-alike.decide')
  const { person, other, ask, because } = question
  const say = (same: boolean) => decide.mutate({ person: person.id, other: other.id, same })
  return (
    <fieldset className={`${styles.ask} no-print`} aria-label={ask}>
      <p className="grow">
        {ask} <span className="small quiet">({because})</span>
      </p>
      <Button size="sm" onClick={() => say(true)} loading={decide.isPending}>
        {t.yes}
      </Button>
      <Button size="sm" variant="default" onClick={() => say(false)} disabled={decide.isPending}>
        {t.no}
      </Button>
    </fieldset>
  )
}
