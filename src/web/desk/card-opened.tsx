import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useRead, useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { LinkButton } from '../parts/link-button.tsx'
import { moment } from '../parts/when.ts'
import { isLead, useRole } from '../shell/role.ts'
import { t } from '../texts/index.ts'
import { ClientSaid } from './client-said.tsx'
import { Invite } from './invite.tsx'
import { Offer } from './offer.tsx'
import { Scorecard } from './scorecard.tsx'
import { Share } from './share-form.tsx'

type Shown = Answer<'candidacy.show'>

/** One card with all that happened to it. */
export function CardOpened({ candidacy }: { candidacy: string }) {
  const shown = useRead('candidacy.show', { candidacy })
  const navigate = useNavigate()
  const close = () =>
    void navigate({ to: '.', search: (before) => ({ ...before, card: undefined }), replace: true })
  return (
    <Dialog wide title={shown.data?.person.name ?? t.waiting} onClose={close}>
      <Answered of={shown}>{(one) => <Inside one={one} />}</Answered>
    </Dialog>
  )
}

function Inside({ one }: { one: Shown }) {
  const { person, source, stage, offLimits, override } = one
  const about = [person.title ?? person.headline, person.organization].filter(Boolean).join(', ')
  return (
    <>
      {about && <p className="quiet wrap">{about}</p>}
      <p>
        {t.desk.stages[stage]} · {t.desk.sources[source as keyof typeof t.desk.sources]}
      </p>
      {offLimits.length > 0 && (
        <p className="wrap">
          <strong>{t.candidacy.offLimits}:</strong> {offLimits.join('; ')}
        </p>
      )}
      {override && <p className="wrap">{t.candidacy.overridden(override)}</p>}
      <Told one={one} />
      <Invite one={one} />
      <Share one={one} />
      <ClientSaid one={one} />
      <Offer one={one} />
      <Scorecard one={one} />
      <h3>{t.candidacy.history}</h3>
      <ol className="rows">
        {one.history.map(({ stage, at, by, reason, note }) => (
          <li key={at + stage}>
            <strong>{t.desk.stages[stage]}</strong>{' '}
            <span className="small quiet">
              {moment(at)}
              {by && `, ${t.candidacy.by_(by)}`}
            </span>
            {reason && <p className="wrap">{reason}</p>}
            {note && <p className="small quiet wrap">{note}</p>}
          </li>
        ))}
      </ol>
      <div>
        <LinkButton variant="default" to="/network/people/$id" params={{ id: person.id }}>
          {t.candidacy.record}
        </LinkButton>
      </div>
    </>
  )
}

function Told({ one }: { one: Shown }) {
  const tell = useWrite('candidacy.tell')
  const may = isLead(useRole())
  return (
    <div className="spread">
      <span>{one.told ? t.candidacy.told : t.candidacy.untold}</span>
      {may && !one.told && (
        <Button
          size="xs"
          variant="default"
          loading={tell.isPending}
          onClick={() => tell.mutate({ candidacy: one.candidacy })}
        >
          {t.candidacy.tell}
        </Button>
      )}
    </div>
  )
}
