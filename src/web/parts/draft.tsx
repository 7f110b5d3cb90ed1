import { useWrite } from '../api.ts'
import { t } from '../texts/index.ts'
import { CopyText } from './copy-text.tsx'
import { EditText } from './edit-text.tsx'

/** The request as it stands: yours to change until you asked; from then on as it was sent. */
export function Draft({
  introduction,
  text,
  isOpen = true,
}: {
  introduction: string
  text: string
  isOpen?: boolean
}) {
  const write = useWrite('introduction.write')
  if (!isOpen) return <CopyText text={text} label={t.ask.text} />
  return (
    <EditText
      label={t.ask.text}
      text={text}
      isKept={write.isSuccess}
      onKeep={(draft) => write.mutate({ introduction, draft })}
    />
  )
}
