import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { t } from '../texts/index.ts'

/** How long what was done can be undone from here, in milliseconds: long enough to read it and to reach it by keys. */
const OFFERED = 15_000

/** Says what was done, and offers to undo it: by the button, or by Ctrl-Z outside of a text. */
export function offerUndo(says: string, undo: () => void): void {
  const back = () => {
    stop()
    notifications.hide(id)
    undo()
  }
  const onKey = (event: KeyboardEvent) => {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z'
    if (!isUndo || isText(event.target)) return
    event.preventDefault()
    back()
  }
  const stop = () => window.removeEventListener('keydown', onKey)
  window.addEventListener('keydown', onKey)
  const id = notifications.show({
    message: (
      <span className="spread">
        {says}
        <Button size="compact-sm" variant="default" onClick={back}>
          {t.undo}
        </Button>
      </span>
    ),
    autoClose: OFFERED,
    closeButtonProps: { 'aria-label': t.close },
    onClose: stop,
  })
}

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
