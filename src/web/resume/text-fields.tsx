import { Checkbox, TextInput } from '@mantine/core'
import { t } from '../texts/index.ts'
import type { Chosen, Kept } from './chosen.ts'
import styles from './resume.module.css'

type FieldProps = { label: string; one: Kept<string>; onChange: (next: Kept<string>) => void }

function TextField({ label, one: { kept, value }, onChange }: FieldProps) {
  return (
    <li className={styles.entry}>
      <Checkbox
        aria-label={t.resume.keep(label)}
        checked={kept}
        onChange={(event) => onChange({ kept: event.currentTarget.checked, value })}
      />
      <TextInput
        className={styles.wide}
        label={label}
        value={value}
        disabled={!kept}
        onChange={(event) => onChange({ kept, value: event.currentTarget.value })}
      />
    </li>
  )
}

const LISTS = [
  ['emails', t.resume.email],
  ['phones', t.resume.phone],
  ['profileUrls', t.resume.profile],
] as const

/** Name and headline, and where the person is reached. */
export function TextFields({ chosen, onChange }: { chosen: Chosen; onChange: (next: Chosen) => void }) {
  const { texts } = chosen
  return (
    <ul className={`sheet ${styles.list}`}>
      {(['name', 'headline', 'summary'] as const)
        .filter((key) => texts[key].value !== '' || texts[key].kept)
        .map((key) => (
          <TextField
            key={key}
            label={t.resume[key]}
            one={texts[key]}
            onChange={(next) => onChange({ ...chosen, texts: { ...texts, [key]: next } })}
          />
        ))}
      {LISTS.flatMap(([key, label]) =>
        chosen[key].map((one, place) => (
          <TextField
            // biome-ignore lint/suspicious/noArrayIndexKey: the list neither grows nor moves
            key={`${key} ${place}`}
            label={label}
            one={one}
            onChange={(next) => onChange({ ...chosen, [key]: chosen[key].with(place, next) })}
          />
        )),
      )}
    </ul>
  )
}
