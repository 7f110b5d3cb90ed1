import { Button } from '@mantine/core'
import { useState } from 'react'
import { useRead, useWrite } from '../api.ts'
import type { Answer, Input } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { Section } from '../parts/section.tsx'
import { t } from '../texts/index.ts'
import { LimitForm } from './limit-form.tsx'
import styles from './values.module.css'

export type Limit = Answer<'limit.list'>['limits'][number]
export type Kind = Limit['kind']

const KINDS: Kind[] = ['place', 'time', 'days', 'present-employer', 'pay']

/** One's own hard limits: a line each, set and taken back in place. */
export function Limits() {
  const found = useRead('limit.list', {})
  return (
    <Section title={t.limits.title} says={t.limits.says}>
      <Answered of={found}>
        {({ limits }) => (
          <ul className="sheet rows">
            {KINDS.map((kind) => (
              <LimitRow key={kind} kind={kind} limit={limits.find((limit) => limit.kind === kind)} />
            ))}
          </ul>
        )}
      </Answered>
    </Section>
  )
}

function LimitRow({ kind, limit }: { kind: Kind; limit: Limit | undefined }) {
  const [isOpen, setOpen] = useState(false)
  const set = useWrite('limit.set', { quiet: true })
  const save = (input: Input<'limit.set'>) => set.mutate(input, { onSuccess: () => setOpen(false) })
  const open = () => (kind === 'present-employer' ? save({ kind }) : setOpen(true))
  const name = t.limits.kinds[kind]
  return (
    <li className="stack" style={{ gap: '0.5rem' }}>
      <div className={styles.limit}>
        <div>
          <h3>{name}</h3>
          <p className={limit ? '' : 'quiet small'}>{limit ? limit.says : t.limits.explains[kind]}</p>
        </div>
        {!isOpen && <Does kind={kind} isHeld={limit !== undefined} onOpen={open} />}
      </div>
      {isOpen && (
        <LimitForm
          kind={kind}
          limit={limit}
          error={set.error}
          isSaving={set.isPending}
          onSave={save}
          onCancel={() => setOpen(false)}
        />
      )}
    </li>
  )
}

/** The present employer has nothing to change: it is a limit or it is none. */
function Does({ kind, isHeld, onOpen }: { kind: Kind; isHeld: boolean; onOpen: () => void }) {
  const remove = useWrite('limit.remove')
  const name = t.limits.kinds[kind]
  const says = isHeld ? t.limits.change : t.limits.set
  return (
    <div className={styles.does}>
      {!(isHeld && kind === 'present-employer') && (
        <Button variant="default" size="xs" aria-label={`${says}: ${name}`} onClick={onOpen}>
          {says}
        </Button>
      )}
      {isHeld && (
        <Button
          variant="subtle"
          size="xs"
          aria-label={`${t.limits.remove}: ${name}`}
          loading={remove.isPending}
          onClick={() => remove.mutate({ kind })}
        >
          {t.limits.remove}
        </Button>
      )}
    </div>
  )
}
