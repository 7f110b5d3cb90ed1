import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { t } from '../texts/index.ts'

/** How long what was done can be undone from here, in milliseconds: long enough to read it and to reach it by keys. */
const OFFERED = 15_000

/** What can be undone now, the newest last: the keys undo that. */
const offered: { of: string | undefined; back: () => void; withdraw: () => void }[] = []

/**
 * Says what was done, and offers to undo it: by the button, or by Ctrl-Z outside of a text. `of`: the record of which
 * only the last step can be undone; what was offered of it before is offered no more.
 */
export function offerUndo(says: string, undo: () => void, of?: string): void {
  if (of !== undefined) withdrawUndo(of)
  const back = () => {
    withdraw()
    undo()
  }
  const withdraw = () => {
    stop()
    notifications.hide(id)
  }
  const offer = { of, back, withdraw }
  const stop = () => {
    if (offered.includes(offer)) offered.splice(offered.indexOf(offer), 1)
  }
  offered.push(offer)
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

/** Of this record something else was said or taken back since. */
export const withdrawUndo = (of: string): void => {
  for (const offer of offered.filter((one) => one.of === of)) offer.withdraw()
}

window.addEventListener('keydown', (event) => {
  const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z'
  const newest = offered.at(-1)
  if (!isUndo || newest === undefined || isText(event.target)) return
  event.preventDefault()
  newest.back()
})

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
