import { CloseButton, Kbd, Modal } from '@mantine/core'
import { useInFirm } from '../shell/role.ts'
import { t } from '../texts/index.ts'
import styles from './help.module.css'
import { placesOf } from './places.ts'

const isMac = /Mac|iPhone|iPad/.test(navigator.platform)

const GENERAL: [string[], string][] = [
  [[isMac ? '⌘' : 'Ctrl', 'K'], t.palette.search],
  [['?'], t.palette.keys],
  [['Tab'], t.palette.tab],
  [['Enter'], t.palette.enter],
  [['Esc'], t.palette.escape],
]

export function Help({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const rows = [
    ...GENERAL,
    ...placesOf(useInFirm()).map(({ key, says }): [string[], string] => [['g', key], says]),
  ]
  // Without the library's own head: a second banner beside the page's.
  return (
    <Modal.Root opened={opened} onClose={onClose}>
      <Modal.Overlay />
      <Modal.Content aria-label={t.palette.keys}>
        <Modal.Body>
          <div className="spread">
            <h2>{t.palette.keys}</h2>
            <CloseButton aria-label={t.palette.close} onClick={onClose} />
          </div>
          <dl className={styles.keys}>
            {rows.map(([keys, says]) => (
              <div key={says + keys.join()}>
                <dt>
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dt>
                <dd>{says}</dd>
              </div>
            ))}
          </dl>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
