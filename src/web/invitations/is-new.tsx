import { t } from '../texts/index.ts'
import styles from './invitations.module.css'

/** It came with the last line. */
export const IsNew = () => <span className={`${styles.tag} ${styles.mine}`}>{t.worth.isNew}</span>
