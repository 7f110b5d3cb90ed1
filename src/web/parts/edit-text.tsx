import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { t } from '../texts/index.ts'
import { CopyButton } from './copy-text.tsx'

/** A text to change and to take along. `onKeep`: leaving the field with another text keeps it. */
export function EditText({
  label,
  text,
  isKept = false,
  onKeep,
  onChange,
}: {
  label: string
  text: string
  isKept?: boolean
  onKeep?: (text: string) => void
  onChange?: (text: string) => void
}) {
  const [value, setValue] = useState(text)
  const keep = () => {
    if (value !== text && value.trim() !== '') onKeep?.(value)
  }
  return (
    <div className="stack no-print">
      <Textarea
        label={label}
        description={onKeep && t.ask.edit}
        autosize
        minRows={4}
        value={value}
        onChange={(event) => {
          setValue(event.target.value)
          onChange?.(event.target.value)
        }}
        onBlur={keep}
      />
      <div className="row">
        <CopyButton text={value} />
        <span className="small quiet" aria-live="polite">
          {isKept && value === text && t.ask.kept}
        </span>
      </div>
    </div>
  )
}
