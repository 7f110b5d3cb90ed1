import { Button, CopyButton as Copied } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { t } from '../texts/index.ts'

/** A text to send oneself, with one click to take it along. */
export function CopyText({ text, label }: { text: string; label: string }) {
  return (
    <div className="stack">
      <blockquote
        aria-label={label}
        style={{ whiteSpace: 'pre-wrap', margin: 0 }}
        className="sheet small wrap"
      >
        {text}
      </blockquote>
      <div>
        <CopyButton text={text} />
      </div>
    </div>
  )
}

export function CopyButton({ text }: { text: string }) {
  return (
    <Copied value={text}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
          onClick={copy}
        >
          <span aria-live="polite">{copied ? t.copied : t.copy}</span>
        </Button>
      )}
    </Copied>
  )
}
