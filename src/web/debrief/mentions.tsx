import { NativeSelect, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { t } from '../texts/index.ts'
import styles from './debrief.module.css'
import { AddRow, peopleOf, Remove } from './follow-ups.tsx'
import type { DebriefValues, MentionForm } from './form.ts'

/** Other openings that came up. */
export function Mentions({ form }: { form: UseFormReturnType<DebriefValues> }) {
  const add = () =>
    form.insertListItem('openings', {
      ...{ key: crypto.randomUUID(), title: '', organization: '', by: '' },
    } satisfies MentionForm)
  return (
    <>
      {form.values.openings.map(({ key }, index) => (
        <div key={key} className={`${styles.fields} sheet`}>
          <TextInput label={t.debrief.openingTitle} {...form.getInputProps(`openings.${index}.title`)} />
          <TextInput
            label={t.debrief.openingPlace}
            {...form.getInputProps(`openings.${index}.organization`)}
          />
          <NativeSelect
            label={t.debrief.mentionedBy}
            data={peopleOf(form)}
            {...form.getInputProps(`openings.${index}.by`)}
          />
          <Remove onClick={() => form.removeListItem('openings', index)} />
        </div>
      ))}
      <AddRow says={t.debrief.addMention} onClick={add} />
    </>
  )
}
