import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useRead, useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { LinkButton } from '../parts/link-button.tsx'
import { Section } from '../parts/section.tsx'
import { day } from '../parts/when.ts'
import { isLead, useRole } from '../shell/role.ts'
import { t } from '../texts/index.ts'
import { Erase } from './erase.tsx'

type Named = { id: string; name: string }
type Basis = Answer<'basis.show'>

/** On which ground somebody is on record, whether they were told, all data about them, and how they are erased. */
export function PersonProtection({ person }: { person: Named }) {
  const role = useRole()
  const { data } = useRead('basis.show', { person: person.id })
  const [isErasing, setErasing] = useState(false)
  const mayErase = role === null || role === 'owner'
  return (
    <Section title={t.protection.person}>
      {data?.applies && <Ground basis={data} person={person} may={isLead(role)} />}
      {mayErase && (
        <div className="row no-print">
          <LinkButton variant="default" to="/network/people/$id/all-data" params={{ id: person.id }}>
            {t.protection.all}
          </LinkButton>
          <Button variant="default" onClick={() => setErasing(true)}>
            {t.protection.erase}
          </Button>
        </div>
      )}
      {isErasing && <Erase person={person} onClose={() => setErasing(false)} />}
    </Section>
  )
}

const BASES = Object.entries(t.protection.bases).map(([value, label]) => ({ value, label }))

function Ground({ basis, person, may }: { basis: Basis; person: Named; may: boolean }) {
  const set = useWrite('basis.set')
  const { purpose, informBy, informed } = basis
  const told = informed
    ? t.protection.informed(day(informed.at))
    : informBy
      ? day(informBy)
      : t.protection.gaveIt
  return (
    <div className="sheet stack">
      <NativeSelect
        label={t.protection.basis}
        data={BASES}
        value={basis.basis}
        disabled={!may || set.isPending}
        onChange={({ target }) =>
          set.mutate({ person: person.id, basis: target.value as Basis['basis'], purpose })
        }
      />
      <p>
        {t.protection.purpose}: {purpose}
      </p>
      <p>
        {t.protection.informBy}: {told}
      </p>
      {may && informed === null && informBy !== null && <Tell basis={basis} person={person} />}
    </div>
  )
}

function Tell({ basis: { origin }, person }: { basis: Basis; person: Named }) {
  const inform = useWrite('basis.inform')
  const [says, setSays] = useState(t.protection.tellDefault(person.name, origin.name))
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        inform.mutate({ person: person.id, says })
      }}
    >
      <Textarea
        autosize
        label={t.protection.tellText}
        value={says}
        required
        onChange={(event) => setSays(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" variant="default" loading={inform.isPending}>
          {t.protection.tell}
        </Button>
      </div>
    </form>
  )
}
