import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useWrite } from '../api.ts'
import { Refused } from '../parts/answered.tsx'
import { t } from '../texts/index.ts'
import { OwnName, useOwnName } from './own-name.tsx'
import styles from './start.module.css'

const NAMES = /[,;\n]/

/** Who invites, for what, whom one would meet: any one of them is enough. */
export function WriteInvitation() {
  const search = useSearch({ strict: false })
  const { organization = '', role = '', cameFrom } = search as Record<string, string | undefined>
  const form = useForm({ initialValues: { organization, role, names: '', at: '', place: '' } })
  const me = useOwnName()
  const add = useWrite('invitation.add', { quiet: true })
  const navigate = useNavigate()
  const send = async (values: Values) => {
    await me.say()
    const { invitation } = await add.mutateAsync({ ...inputOf(values), ...(cameFrom ? { cameFrom } : {}) })
    await navigate({ to: '/invitations/$id', params: { id: invitation } })
  }
  // A refusal is shown below the fields.
  const submit = form.onSubmit((values) => void send(values).catch(() => {}))
  const field = (name: keyof Values) => ({ label: t.write[name], ...form.getInputProps(name) })
  return (
    <form className="stack" onSubmit={submit}>
      <div className={styles.fields}>
        <TextInput {...field('organization')} placeholder="Cobalt Health" />
        <TextInput {...field('role')} placeholder={t.write.roleExample} />
        <TextInput {...field('names')} className={styles.wide!} placeholder={t.write.namesExample} />
        <TextInput {...field('at')} type="datetime-local" />
        <TextInput {...field('place')} />
      </div>
      {form.isDirty() && <OwnName of={me} />}
      {cameFrom && <p className="small quiet">{t.write.cameFrom}</p>}
      {(add.error ?? me.error) && <Refused error={(add.error ?? me.error)!} />}
      <div>
        <Button type="submit" variant="default" loading={add.isPending}>
          {t.write.go}
        </Button>
      </div>
    </form>
  )
}

type Values = { organization: string; role: string; names: string; at: string; place: string }

/** Only what was filled in. A time is meant on the clock of whoever types it. */
function inputOf({ organization, role, names, at, place }: Values) {
  const given = { organization: organization.trim(), role: role.trim(), place: place.trim() }
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return {
    ...Object.fromEntries(Object.entries(given).filter(([, text]) => text !== '')),
    with: namesOf(names),
    ...(at ? { at: at.replace('T', ' '), timeZone } : {}),
  }
}

const namesOf = (text: string): string[] =>
  text
    .split(NAMES)
    .map((name) => name.trim())
    .filter(Boolean)
