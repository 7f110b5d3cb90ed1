import { ActionIcon } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { t } from '../texts/index.ts'

export function ValuesLink() {
  return (
    <ActionIcon
      renderRoot={(props) => <Link to="/values" {...props} />}
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={t.nav.values}
      title={t.nav.values}
    >
      <IconScale size={18} stroke={1.6} />
    </ActionIcon>
  )
}
