import { Checkbox, TextInput } from '@mantine/core'
import { t } from '../texts/index.ts'
import { type Draft, faultIn, isDate, type Kept } from './chosen.ts'
import styles from './resume.module.css'

type Position = Draft['positions'][number]
type Props = { one: Kept<Position>; onChange: (next: Kept<Position>) => void }

/** One position: kept or not, each part can be mended; below it the words that it was read from. */
export function PositionFields({ one: { kept, value }, onChange }: Props) {
  const set = (part: Partial<Position>) => onChange({ kept, value: { ...value, ...part } })
  const fault = kept ? faultIn(value) : null
  const field = (name: 'title' | 'site' | 'from' | 'to', label: string) => (
    <TextInput
      label={label}
      value={value[name] ?? ''}
      disabled={!kept || (name === 'to' && value.current === true)}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
      {...(name === 'from' || name === 'to'
        ? { placeholder: t.resume.dateHint, error: !isDate(value[name]) }
        : {})}
    />
  )
  return (
    <li className={styles.entry}>
      <Checkbox
        aria-label={t.resume.keep([value.title, value.organization].filter(Boolean).join(', '))}
        checked={kept}
        onChange={(event) => onChange({ kept: event.currentTarget.checked, value })}
      />
      <div className={styles.fields}>
        <TextInput
          label={t.resume.organization}
          value={value.organization}
          disabled={!kept}
          error={fault === 'missing'}
          onChange={(event) => set({ organization: event.currentTarget.value })}
        />
        {field('title', t.resume.role)}
        {field('site', t.resume.site)}
        {field('from', t.resume.from)}
        {field('to', t.resume.to)}
        <Checkbox
          label={t.resume.current}
          checked={value.current === true}
          disabled={!kept}
          onChange={(event) =>
            set(event.currentTarget.checked ? { current: true, to: '' } : { current: false })
          }
        />
        {fault && <p role="alert">{t.resume[fault]}</p>}
        <p className={`${styles.at} small quiet wrap`}>{t.resume.readFrom(value.at)}</p>
      </div>
    </li>
  )
}
