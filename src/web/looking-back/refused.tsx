import { Link } from '@tanstack/react-router'
import { useRead } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { Section } from '../parts/section.tsx'
import { day, listed } from '../parts/when.ts'
import { t } from '../texts/index.ts'

type Refusal = Answer<'refusal.list'>['refusals'][number]

/** The ledger of refusals: the reason, what was forgone then, what happened since. Facts, no reproach. */
export function Refused() {
  const refusals = useRead('refusal.list', {})
  return (
    <Section title={t.lookBack.refused} says={t.lookBack.refusedSays}>
      <Answered of={refusals}>
        {(answer) =>
          answer.refusals.length === 0 ? (
            <p className="quiet">{t.lookBack.noRefusals}</p>
          ) : (
            <ul className="sheet rows">
              {answer.refusals.map((refusal) => (
                <One key={refusal.id} refusal={refusal} />
              ))}
            </ul>
          )
        }
      </Answered>
    </Section>
  )
}

function One({ refusal }: { refusal: Refusal }) {
  const { invitation, organization, role, reason, note, at, takenLater, forgone, people, doorsSinceClosed } =
    refusal
  return (
    <li className="stack" style={{ gap: '0.25rem' }}>
      <div className="spread">
        <Link className="plain wrap" to="/invitations/$id" params={{ id: invitation }}>
          {t.invitation.name(organization, role)}
        </Link>
        <span className="small quiet">
          {day(at)} · {t.reasons[reason as keyof typeof t.reasons] ?? reason}
        </span>
      </div>
      {note && <p className="small wrap">{note}</p>}
      {forgone && <p className="small quiet">{t.lookBack.forgone(forgone)}</p>}
      {people.length > 0 && (
        <p className="small quiet">{t.lookBack.wouldHaveMet(listed(people.map(({ name }) => name)))}</p>
      )}
      {doorsSinceClosed.length > 0 && (
        <p className="small quiet">
          {t.lookBack.closedSince(
            listed(doorsSinceClosed.map((one) => `${one.title} (${one.organization.name})`)),
          )}
        </p>
      )}
      {takenLater && <p className="small">{t.lookBack.takenLater}</p>}
    </li>
  )
}
