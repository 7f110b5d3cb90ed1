import { Button, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useWrite } from '../api.ts'
import styles from '../parts/ask.module.css'
import { Section } from '../parts/section.tsx'
import { t } from '../texts/index.ts'
import type { Shown, Worth } from './types.ts'

/** The advice by its one rule, with the clause that holds, and its question answered in place. */
export function AdviceGiven({ worth: { advice }, shown }: { worth: Worth; shown: Shown }) {
  const isDefault = advice.clause === 'default'
  return (
    <Section title={t.advice.verdict[advice.verdict]}>
      <div className="sheet stack">
        <p>{isDefault ? t.advice.rule : advice.because}</p>
        {!isDefault && <p className="small quiet">{t.advice.yours}</p>}
        {advice.ask && <Question advice={advice} ask={advice.ask} shown={shown} />}
        <Otherwise clause={advice.clause} shown={shown} />
      </div>
    </Section>
  )
}

type Asked = { advice: Worth['advice']; ask: string; shown: Shown }

/** Each question has its own way to be answered. */
function Question({ advice, ask, shown }: Asked) {
  if (advice.asks === 'role') return <RoleAsked ask={ask} shown={shown} />
  if (advice.asks === 'field') return <FieldAsked ask={ask} shown={shown} />
  return <WorkAsked ask={ask} shown={shown} />
}

function RoleAsked({ ask, shown }: { ask: string; shown: Shown }) {
  const amend = useWrite('invitation.amend')
  return (
    <OneLine
      ask={ask}
      isPending={amend.isPending}
      onSay={(role) => amend.mutate({ invitation: shown.id, role })}
    />
  )
}

function WorkAsked({ ask, shown }: { ask: string; shown: Shown }) {
  const say = useWrite('organization.say')
  const organization = shown.organization?.id
  if (organization === undefined) return <p>{ask}</p>
  const tell = (text: string) => say.mutate({ organization, says: 'does', text })
  return <OneLine ask={ask} description={t.advice.does} isPending={say.isPending} onSay={tell} />
}

function FieldAsked({ ask, shown }: { ask: string; shown: Shown }) {
  const amend = useWrite('invitation.amend')
  const say = (outsideField: boolean) => amend.mutate({ invitation: shown.id, outsideField })
  return (
    <fieldset className={styles.ask} aria-label={ask}>
      <p className="grow">{ask}</p>
      <Button size="sm" variant="default" onClick={() => say(false)} disabled={amend.isPending}>
        {t.advice.inField}
      </Button>
      <Button size="sm" variant="default" onClick={() => say(true)} disabled={amend.isPending}>
        {t.advice.outside}
      </Button>
    </fieldset>
  )
}

function OneLine({
  ask,
  description,
  isPending,
  onSay,
}: {
  ask: ReactNode
  description?: string
  isPending: boolean
  onSay: (text: string) => void
}) {
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSay(text.trim())
  }
  return (
    <form className={styles.ask} onSubmit={submit}>
      <TextInput
        className="grow"
        label={ask}
        description={description}
        value={text}
        onChange={(event) => setText(event.target.value)}
        required
      />
      <Button type="submit" loading={isPending}>
        {t.advice.say}
      </Button>
    </form>
  )
}

/** The user's own word moves the rule, either way. */
function Otherwise({ clause, shown }: { clause: Worth['advice']['clause']; shown: Shown }) {
  const amend = useWrite('invitation.amend')
  const say = useWrite('organization.say')
  const organization = shown.organization?.id
  const moves = [
    clause === 'unrelated-field' && {
      says: t.advice.inFieldAfterAll,
      go: () => amend.mutate({ invitation: shown.id, outsideField: false }),
    },
    clause === 'know-the-company' &&
      organization && {
        says: t.advice.notThoroughly,
        go: () => say.mutate({ organization, says: 'do-not-know' }),
      },
    clause === 'default' &&
      organization && {
        says: t.advice.knowThoroughly,
        go: () => say.mutate({ organization, says: 'know-thoroughly' }),
      },
  ].filter((move) => typeof move === 'object')
  return moves.map(({ says, go }) => (
    <div key={says} className="no-print">
      <Button variant="subtle" size="compact-sm" px={0} onClick={go}>
        {says}
      </Button>
    </div>
  ))
}
