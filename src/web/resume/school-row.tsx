import { Checkbox } from '@mantine/core'
import { day } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import type { Draft, Kept } from './chosen.ts'
import styles from './resume.module.css'

type School = Draft['education'][number]

export function SchoolRow({ one, onChange }: { one: Kept<School>; onChange: (next: Kept<School>) => void }) {
  const { institution, degree, area, from, to, at } = one.value
  const when = [from, to].map((date) => date && day(date)).filter(Boolean)
  return (
    <li className={styles.entry}>
      <Checkbox
        label={[institution, degree, area, when.join(' – ')].filter(Boolean).join(', ')}
        description={t.resume.readFrom(at)}
        checked={one.kept}
        onChange={(event) => onChange({ ...one, kept: event.currentTarget.checked })}
      />
    </li>
  )
}
