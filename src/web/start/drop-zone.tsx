import { Button } from '@mantine/core'
import { IconFolder, IconUpload } from '@tabler/icons-react'
import { type ChangeEvent, type DragEvent, type ReactNode, useRef, useState } from 'react'
import { t } from '../texts/index.ts'
import { filesDropped } from './dropped.ts'
import styles from './start.module.css'

type ZoneProps = { onFiles: (files: File[]) => void; isBusy: boolean }

/** Drop files or whole folders, or choose them. */
export function DropZone({ onFiles, isBusy }: ZoneProps) {
  return (
    <Zone says={t.files.drop} kinds={t.files.kinds} onFiles={onFiles} isBusy={isBusy}>
      <Chooser says={t.files.choose} isBusy={isBusy} onFiles={onFiles} />
      <Chooser says={t.files.folder} isBusy={isBusy} onFiles={onFiles} folder />
    </Zone>
  )
}

/** A place to drop files on, with buttons that do the same. */
export function Zone({
  says,
  kinds,
  onFiles,
  isBusy,
  children,
}: ZoneProps & { says: string; kinds: string; children: ReactNode }) {
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
      <p>{says}</p>
      <div className="row">{children}</div>
      <p className="small quiet">{kinds}</p>
    </div>
  )
}

type ChooserProps = ZoneProps & { says: string; folder?: boolean; many?: boolean }

export function Chooser({ says, isBusy, onFiles, folder = false, many = true }: ChooserProps) {
  const input = useRef<HTMLInputElement>(null)
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])]
    if (files.length > 0) onFiles(files)
    // The same file may be chosen again.
    event.target.value = ''
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple={many}
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
