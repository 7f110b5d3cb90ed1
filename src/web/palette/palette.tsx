import '@mantine/spotlight/styles.layer.css'
import { Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight, spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useRead } from '../api.ts'
import { useInFirm } from '../shell/role.ts'
import { t } from '../texts/index.ts'
import { groupsFor } from './found.ts'
import styles from './palette.module.css'
import { type Recent, remember } from './recent.ts'

const PAUSE = 60

/** Every record and every screen by a few letters. */
export default function Palette() {
  const [query, setQuery] = useState('')
  const [asked] = useDebouncedValue(query, PAUSE)
  const router = useRouter()
  const found = useRead(
    'search.find',
    { query: asked, top: 14 },
    { enabled: asked.trim().length > 1, keep: true },
  )
  const invited = useRead('invitation.list', {})
  const inFirm = useInFirm()
  const mandates = useRead('mandate.list', {}, { enabled: inFirm })
  const groups = groupsFor(
    query,
    asked.trim().length > 1 ? (found.data?.found ?? []) : [],
    invited.data?.invitations ?? [],
    inFirm ? (mandates.data?.mandates ?? []) : null,
  )
  useEffect(() => spotlight.open(), [])
  const open = (one: Recent) => {
    remember({ path: one.path, says: one.says })
    void router.navigate({ href: one.path })
  }
  return (
    <Spotlight.Root
      onSpotlightClose={() => setQuery('')}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      classNames={{ actionDescription: styles.more! }}
      maxHeight="70vh"
    >
      <Modal.Title className={styles.name}>{t.palette.search}</Modal.Title>
      <Spotlight.Search
        aria-label={t.palette.search}
        placeholder={t.palette.search}
        leftSection={<IconSearch size={18} stroke={1.6} />}
      />
      <Spotlight.ActionsList>
        {groups.map(({ label, items }) => (
          <Spotlight.ActionsGroup key={label} label={label}>
            {items.map((one) => (
              <Spotlight.Action
                key={one.path}
                label={one.says}
                description={one.more}
                onClick={() => open(one)}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 && <Spotlight.Empty>{t.palette.nothing}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

/** Opens the palette once it is on the page. */
export const openPalette = () => spotlight.open()
