import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { CopyText } from '../parts/copy-text.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { day } from '../parts/when.ts'
import { t } from '../texts/index.ts'

export type One = Answer<'member.list'>['members'][number]

export const ROLES = Object.entries(t.members.roles).map(([value, label]) => ({ value, label }))

/** One member; the owner gives another role, a link, or lets them out. */
export function Member({ one, may }: { one: One; may: boolean }) {
  return (
    <li className="spread">
      <span className="wrap grow">
        {one.name} {one.you && <span className="quiet">({t.members.you})</span>}
        <br />
        <span className="small quiet">
          {one.email} · {t.members.since(day(one.addedAt))}
        </span>
      </span>
      {may ? <Change one={one} /> : <span className="small">{t.members.roles[one.role]}</span>}
    </li>
  )
}

function Change({ one }: { one: One }) {
  const change = useWrite('member.change')
  const link = useWrite('member.link')
  const [isEnding, setEnding] = useState(false)
  return (
    <span className="row">
      <NativeSelect
        size="xs"
        aria-label={t.members.roleOf(one.name)}
        data={ROLES}
        value={one.role}
        disabled={change.isPending}
        onChange={(event) => change.mutate({ member: one.id, role: event.target.value as One['role'] })}
      />
      {(one.you || !one.entered) && (
        <Button
          size="xs"
          variant="default"
          aria-label={t.members.linkOf(one.name)}
          loading={link.isPending}
          onClick={() => link.mutate({ member: one.id })}
        >
          {t.members.link}
        </Button>
      )}
      {!one.you && (
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          aria-label={t.members.endOf(one.name)}
          onClick={() => setEnding(true)}
        >
          {t.members.end}
        </Button>
      )}
      {link.data && (
        <Dialog title={t.members.linkFor(one.name)} onClose={link.reset}>
          <p>{t.members.linkSays}</p>
          <CopyText text={window.location.origin + link.data.path} label={t.members.linkFor(one.name)} />
        </Dialog>
      )}
      {isEnding && <End one={one} onClose={() => setEnding(false)} />}
    </span>
  )
}

function End({ one, onClose }: { one: One; onClose: () => void }) {
  const end = useWrite('member.end')
  return (
    <Dialog title={t.members.endOf(one.name)} onClose={onClose}>
      <p>{t.members.endSure(one.name)}</p>
      <div className="row">
        <Button
          color="red"
          loading={end.isPending}
          onClick={() => end.mutate({ member: one.id }, { onSettled: onClose })}
        >
          {t.members.end}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t.desk.form.cancel}
        </Button>
      </div>
    </Dialog>
  )
}
