import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRead } from '../api.ts'
import { leaveDemo } from '../client.ts'
import { t } from '../texts/index.ts'
import styles from './start.module.css'

/** Over every screen of the demo: that all of it is invented, and the way out. */
export function DemoBanner() {
  const { data } = useRead('workspace.show', {})
  const leave = useMutation({ mutationFn: leaveDemo, onSuccess: () => window.location.assign('/add') })
  if (!data?.visit) return null
  return (
    <aside className={`${styles.banner} no-print`} aria-label={t.demo.banner}>
      <p className="grow">{t.demo.here}</p>
      <Button size="xs" variant="default" loading={leave.isPending} onClick={() => leave.mutate()}>
        {t.demo.leave}
      </Button>
    </aside>
  )
}
