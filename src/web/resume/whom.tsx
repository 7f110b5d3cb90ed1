import { Radio, TextInput } from '@mantine/core'
import { t } from '../texts/index.ts'

type Props = { whom: string | null; onChange: (whom: string | null) => void }

/** Whose resume it is: one's own, or that of a person who is here. */
export function Whom({ whom, onChange }: Props) {
  return (
    <Radio.Group
      label={t.resume.about}
      value={whom === null ? 'you' : 'somebody'}
      onChange={(value) => onChange(value === 'you' ? null : '')}
    >
      <div className="stack" style={{ gap: '0.5rem', marginTop: '0.5rem' }}>
        <Radio value="you" label={t.resume.you} />
        <Radio value="somebody" label={t.resume.somebody} />
        {whom !== null && (
          <TextInput
            aria-label={t.resume.somebody}
            value={whom}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        )}
      </div>
    </Radio.Group>
  )
}
