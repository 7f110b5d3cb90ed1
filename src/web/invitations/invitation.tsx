import { Link, useParams } from '@tanstack/react-router'
import { useRead } from '../api.ts'
import { Answered } from '../parts/answered.tsx'
import { useDiscreet } from '../parts/discreet.ts'
import { LimitsBroken } from '../parts/limits-broken.tsx'
import { Page } from '../parts/page.tsx'
import { fromNow } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import { AdviceGiven } from './advice.tsx'
import { AtTheInviter } from './at-the-inviter.tsx'
import { Decide } from './decide.tsx'
import { Details } from './details.tsx'
import { Discretion } from './discretion.tsx'
import { Doors } from './doors.tsx'
import { useGrowth } from './growth.ts'
import { Organizations } from './organizations.tsx'
import { Outcome } from './outcome.tsx'
import { Remove } from './remove.tsx'
import { Room } from './room.tsx'
import { isHeld, type Shown, type Worth } from './types.ts'
import { WorthTold } from './worth-told.tsx'
import { WrittenAfterwards } from './written.tsx'

/** One invitation: first the yes, then what it is worth, then the rule, and the details last. */
export function Invitation() {
  const { id } = useParams({ from: '/invitations/$id' })
  const shown = useRead('invitation.show', { invitation: id })
  const [discreet] = useDiscreet()
  const worth = useRead('invitation.worth', { invitation: id, discreet }, { keep: true })
  const own = worth.data?.invitation === id ? worth.data : undefined
  const name = shown.data
    ? t.invitation.name(shown.data.organization?.name ?? null, shown.data.role)
    : t.waiting
  return (
    <Page key={id} title={name} above={shown.data && <Where shown={shown.data} />}>
      <Answered of={shown}>
        {(invitation) => (
          <>
            {invitation.removed && <Remove shown={invitation} />}
            <Decide shown={invitation} worth={own} />
            {/* What is kept while the next is fetched may be that of another invitation. */}
            <Answered of={worth}>
              {(told) => told.invitation === invitation.id && <Worthwhile shown={invitation} worth={told} />}
            </Answered>
            <WrittenAfterwards shown={invitation} />
            <Outcome shown={invitation} />
            <Details shown={invitation} assumptions={own?.assumptions} />
          </>
        )}
      </Answered>
    </Page>
  )
}

function Where({ shown }: { shown: Shown }) {
  return (
    <>
      <Link to="/invitations">{t.nav.invitations}</Link> · {t.invitation.received(fromNow(shown.receivedAt))}
    </>
  )
}

function Worthwhile({ shown, worth }: { shown: Shown; worth: Worth }) {
  const grown = useGrowth(worth)
  return (
    <>
      <WorthTold worth={worth} shown={shown} grown={grown} />
      <Room worth={worth} shown={shown} />
      <Organizations worth={worth} grown={grown} />
      <Doors worth={worth} grown={grown} />
      <AtTheInviter worth={worth} />
      <LimitsBroken limits={worth.limits} />
      {!isHeld(shown) && <AdviceGiven worth={worth} shown={shown} />}
      <Discretion flags={worth.discretion} />
    </>
  )
}
