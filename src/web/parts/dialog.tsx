import { CloseButton, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { t } from '../texts/index.ts'

/** Something in front of the screen, with its title. Without the library's own head: a second banner beside the page's. */
export function Dialog({
  title,
  onClose,
  wide = false,
  children,
}: {
  title: string
  onClose: () => void
  wide?: boolean
  children: ReactNode
}) {
  return (
    <Modal.Root opened onClose={onClose} size={wide ? 'lg' : 'md'}>
      <Modal.Overlay />
      <Modal.Content aria-label={title}>
        <Modal.Body>
          <div className="stack">
            <div className="spread">
              <h2 className="wrap">{title}</h2>
              <CloseButton aria-label={t.close} onClick={onClose} />
            </div>
            {children}
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
