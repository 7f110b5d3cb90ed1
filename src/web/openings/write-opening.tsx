import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useWrite } from '../api.ts'
import { Refused } from '../parts/answered.tsx'
import { t } from '../texts/index.ts'
import styles from './openings.module.css'

type Values = { title: string; organization: string; location: string; url: string; until: string }

const EMPTY: Values = { title: '', organization: '', location: '', url: '', until: '' }

/** An opening that one heard of: a title and an organization will do. */
export function WriteOpening({ onDone }: { onDone: () => void }) {
  const form = useForm({ initialValues: EMPTY })
  const add = useWrite('opening.add', { quiet: true })
  const send = async ({ title, organization, ...rest }: Values) => {
    const said = Object.entries(rest).filter(([, text]) => text.trim() !== '')
    await add.mutateAsync({ title, organization, ...Object.fromEntries(said) })
    notifications.show({ message: t.board.form.added })
    onDone()
  }
  // A refusal is shown below the fields.
  const submit = form.onSubmit((values) => void send(values).catch(() => {}))
  const field = (name: keyof Values) => ({ label: t.board.form[name], ...form.getInputProps(name) })
  return (
    <form className="sheet stack" onSubmit={submit}>
      <div className={styles.fields}>
        <TextInput {...field('title')} required data-autofocus />
        <TextInput {...field('organization')} required />
        <TextInput {...field('location')} />
        <TextInput {...field('url')} type="url" placeholder="https://" />
        <TextInput {...field('until')} type="date" />
      </div>
      {add.error && <Refused error={add.error} />}
      <div className="row">
        <Button type="submit" loading={add.isPending}>
          {t.board.form.go}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t.limits.cancel}
        </Button>
      </div>
    </form>
  )
}
