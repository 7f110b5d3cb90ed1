import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useRead, useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { LinkButton } from '../parts/link-button.tsx'
import { day } from '../parts/when.ts'
import { isLead, useRole } from '../shell/role.ts'
import { t } from '../texts/index.ts'
import { ENDS, NOT_GIVEN } from './stages.ts'

type Shown = Answer<'candidacy.show'>

/** An offer, its answer, and what was agreed. */
export function Offer({ one }: { one: Shown }) {
  const may = isLead(useRole())
  if (one.stage === 'placed') return <Placed one={one} />
  if (!may || (ENDS as readonly string[]).includes(one.stage)) return null
  return (
    <section className="stack" aria-labelledby="offer">
      <h3 id="offer">{t.offer.title}</h3>
      {one.stage === 'offered' ? <Answering one={one} /> : <Offered one={one} />}
    </section>
  )
}

function Placed({ one }: { one: Shown }) {
  const { data } = useRead('placement.list', { mandate: one.mandate.id })
  const placement = data?.placements.find(({ candidacy }) => candidacy === one.candidacy)
  if (placement === undefined) return null
  const { startsOn, fee, guaranteeUntil } = placement
  return (
    <section className="stack" aria-labelledby="offer">
      <h3 id="offer">{t.offer.placed}</h3>
      <p className="wrap">
        {[
          t.offer.startsOn(day(startsOn)),
          ...(fee ? [`${t.mandateAbout.fee}: ${fee}`] : []),
          ...(guaranteeUntil ? [t.offer.guaranteed(day(guaranteeUntil))] : []),
        ].join(' · ')}
      </p>
      <div>
        <LinkButton variant="default" to="/lineage/$id" params={{ id: placement.placement }}>
          {t.offer.lineage}
        </LinkButton>
      </div>
    </section>
  )
}

function Offered({ one: { candidacy, moves } }: { one: Shown }) {
  const offer = useWrite('candidacy.offer')
  const send = (says: string) => offer.mutate({ candidacy, moves, ...(says ? { says } : {}) })
  return <OneLine label={t.offer.says} button={t.offer.made} isSending={offer.isPending} onSend={send} />
}

function Answering({ one }: { one: Shown }) {
  return (
    <>
      <Accepted one={one} />
      <Declined one={one} />
    </>
  )
}

function Accepted({ one: { candidacy, moves } }: { one: Shown }) {
  const place = useWrite('placement.make')
  const [startsOn, setStartsOn] = useState('')
  const [fee, setFee] = useState('')
  const [until, setUntil] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const agreed = { ...(fee.trim() ? { fee } : {}), ...(until ? { guaranteeUntil: until } : {}) }
    place.mutate({ candidacy, moves, startsOn, ...agreed })
  }
  return (
    <form className="row" style={{ alignItems: 'flex-end' }} aria-label={t.offer.accepted} onSubmit={submit}>
      <TextInput
        type="date"
        required
        label={t.offer.start}
        value={startsOn}
        onChange={(event) => setStartsOn(event.target.value)}
      />
      <TextInput label={t.offer.fee} value={fee} onChange={(event) => setFee(event.target.value)} />
      <TextInput
        type="date"
        label={t.offer.guarantee}
        min={startsOn}
        value={until}
        onChange={(event) => setUntil(event.target.value)}
      />
      <Button type="submit" loading={place.isPending}>
        {t.offer.accepted}
      </Button>
    </form>
  )
}

function Declined({ one: { candidacy, moves } }: { one: Shown }) {
  const decline = useWrite('candidacy.decline')
  const send = (reason: string) => decline.mutate({ candidacy, moves, reason: reason || NOT_GIVEN })
  return <OneLine label={t.offer.why} button={t.offer.declined} isSending={decline.isPending} onSend={send} />
}

type Line = { label: string; button: string; isSending: boolean; onSend: (text: string) => void }

/** A line of text, which may stay empty, and the button that says so. */
function OneLine({ label, button, isSending, onSend }: Line) {
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSend(text.trim())
  }
  return (
    <form className="row" style={{ alignItems: 'flex-end' }} onSubmit={submit}>
      <TextInput
        className="grow"
        label={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" variant="default" loading={isSending}>
        {button}
      </Button>
    </form>
  )
}
