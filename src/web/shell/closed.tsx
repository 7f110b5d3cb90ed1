import { Code } from '@mantine/core'
import { t } from '../texts/index.ts'
import { Mark } from './mark.tsx'
import styles from './shell.module.css'

/** Nobody is signed in: says so and how to come in. */
export function Closed({ because }: { because: string | null }) {
  return (
    <main className={styles.closed}>
      <title>{t.door.title}</title>
      <Mark />
      <h1>{t.door.title}</h1>
      <p role="alert">{because ?? t.door.noSession}</p>
      <p>{t.door.how}</p>
      <Code block>bin/acquaint open</Code>
      <p className="small quiet">{t.door.why}</p>
    </main>
  )
}
