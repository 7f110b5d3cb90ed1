import { Button } from '@mantine/core'
import { IconFolder, IconUpload } from '@tabler/icons-react'
import { type ChangeEvent, type DragEvent, useRef, useState } from 'react'
import { t } from '../texts/index.ts'
import { filesDropped } from './dropped.ts'
import styles from './start.module.css'

/** Drop files or whole folders, or choose them. */
export function DropZone({ onFiles, isBusy }: { onFiles: (files: File[]) => void; isBusy: boolean }) {
  const [isOver, setOver] = useState(false)
  const give = (files: File[]) => {
    if (files.length > 0 && !isBusy) onFiles(files)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void filesDropped(event.dataTransfer).then(give)
  }
  const over = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the buttons inside do the same
    <div
      className={styles.zone}
      data-over={isOver || undefined}
      onDrop={drop}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
    >
      <IconUpload size={28} stroke={1.4} aria-hidden />
      <p>{t.files.drop}</p>
      <div className="row">
        <Chooser says={t.files.choose} isBusy={isBusy} onFiles={give} />
        <Chooser says={t.files.folder} isBusy={isBusy} onFiles={give} folder />
      </div>
      <p className="small quiet">{t.files.kinds}</p>
    </div>
  )
}

type ChooserProps = { says: string; isBusy: boolean; onFiles: (files: File[]) => void; folder?: boolean }

function Chooser({ says, isBusy, onFiles, folder = false }: ChooserProps) {
  const input = useRef<HTMLInputElement>(null)
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.target.files ?? [])])
    // The same file may be chosen again.
    event.target.value = ''
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={says}
        onChange={choose}
        {...(folder ? { webkitdirectory: '' } : {})}
      />
      <Button
        variant={folder ? 'default' : 'filled'}
        disabled={isBusy}
        leftSection={folder ? <IconFolder size={16} /> : undefined}
        onClick={() => input.current?.click()}
      >
        {says}
      </Button>
    </>
  )
}
