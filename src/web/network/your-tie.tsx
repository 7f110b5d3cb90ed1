import { Button } from '@mantine/core'
import { useRead, useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { Reach } from '../parts/reach.tsx'
import { Section } from '../parts/section.tsx'
import { TieEvidence } from '../parts/tie-evidence.tsx'
import { offerUndo } from '../parts/undo.tsx'
import { t } from '../texts/index.ts'

type Person = { id: string; name: string }
type Shown = Answer<'tie.show'>

/** Your tie to somebody, opened to its inputs; your own word counts at once. */
export function YourTie({ person }: { person: Person }) {
  const { data } = useRead('tie.show', { person: person.id })
  if (data === undefined) return null
  return (
    <Section title={t.tie.title} says={saysOf(data)}>
      <div className="sheet stack">
        {data.tie && (
          <>
            <Reach strength={data.tie.strength} />
            <TieEvidence title={t.why.tie(t.you, person.name)} tie={data.tie} />
          </>
        )}
        {data.reconnect && <p className="small">{t.tie.reconnect}</p>}
        <Say person={person} shown={data} />
      </div>
    </Section>
  )
}

const saysOf = ({ tie, veto }: Shown): string | undefined => {
  if (veto !== null) return t.tie.vetoed[veto]
  return tie === null ? t.tie.none : undefined
}

function Say({ person, shown: { veto, tie } }: { person: Person; shown: Shown }) {
  const confirm = useWrite('tie.confirm')
  const withdraw = useWrite('tie.veto')
  const unsay = useWrite('tie.unsay')
  const offerBack = () => offerUndo(t.tie.said, () => unsay.mutate({ person: person.id }))
  const isBusy = confirm.isPending || withdraw.isPending
  const sayVeto = (says: 'do-not-know' | 'do-not-use' | 'veto-withdrawn') =>
    withdraw.mutate({ person: person.id, says }, { onSuccess: offerBack })
  if (veto !== null) {
    return (
      <div>
        <Button variant="default" size="sm" onClick={() => sayVeto('veto-withdrawn')} disabled={isBusy}>
          {t.tie.withdraw}
        </Button>
      </div>
    )
  }
  const vetoes = tie === null ? [] : (['do-not-know', 'do-not-use'] as const)
  return (
    <fieldset className="row" aria-label={t.tie.say}>
      {(['know-well', 'would-take-call', 'would-not-take-call'] as const).map((says) => (
        <Button
          key={says}
          variant="default"
          size="xs"
          disabled={isBusy}
          onClick={() => confirm.mutate({ person: person.id, says }, { onSuccess: offerBack })}
        >
          {t.tie.words[says]}
        </Button>
      ))}
      {vetoes.map((says) => (
        <Button
          key={says}
          variant="subtle"
          color="gray"
          size="xs"
          disabled={isBusy}
          onClick={() => sayVeto(says)}
        >
          {t.tie.words[says]}
        </Button>
      ))}
    </fieldset>
  )
}
