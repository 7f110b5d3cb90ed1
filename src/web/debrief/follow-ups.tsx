import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconPlus } from '@tabler/icons-react'
import { t } from '../texts/index.ts'
import styles from './debrief.module.css'
import type { DebriefValues, FollowUpForm } from './form.ts'

const KINDS = (['promised-by-me', 'promised-to-me', 'thank-you'] as const).map((value) => ({
  value,
  label: t.debrief.kinds[value],
}))

/** What was promised, by whom, until when. */
export function FollowUps({ form }: { form: UseFormReturnType<DebriefValues> }) {
  const add = () =>
    form.insertListItem('followUps', {
      ...{ key: crypto.randomUUID(), kind: 'promised-by-me', person: '', says: '', dueOn: '' },
    } satisfies FollowUpForm)
  return (
    <>
      {form.values.followUps.map(({ key }, index) => (
        <div key={key} className={`${styles.fields} sheet`}>
          <NativeSelect
            label={t.debrief.kind}
            data={KINDS}
            {...form.getInputProps(`followUps.${index}.kind`)}
          />
          <NativeSelect
            label={t.debrief.withWhom}
            data={peopleOf(form)}
            {...form.getInputProps(`followUps.${index}.person`)}
          />
          <TextInput
            className={styles.wide!}
            label={t.debrief.what}
            {...form.getInputProps(`followUps.${index}.says`)}
          />
          <TextInput type="date" label={t.debrief.due} {...form.getInputProps(`followUps.${index}.dueOn`)} />
          <Remove onClick={() => form.removeListItem('followUps', index)} />
        </div>
      ))}
      <AddRow says={t.debrief.addPromise} onClick={add} />
    </>
  )
}

/** Those who were met, for a menu; nobody in particular first. */
export const peopleOf = (form: UseFormReturnType<DebriefValues>) => [
  { value: '', label: t.debrief.nobodyChosen },
  ...form.values.met.filter(({ met }) => met).map(({ person, name }) => ({ value: person, label: name })),
]

export function AddRow({ says, onClick }: { says: string; onClick: () => void }) {
  return (
    <div>
      <Button variant="default" leftSection={<IconPlus size={16} />} onClick={onClick}>
        {says}
      </Button>
    </div>
  )
}

export function Remove({ onClick }: { onClick: () => void }) {
  return (
    <Button variant="subtle" color="gray" px={0} className={styles.remove!} onClick={onClick}>
      {t.debrief.remove}
    </Button>
  )
}
