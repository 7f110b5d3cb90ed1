import { UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useInFirm } from '../shell/role.ts'
import { t } from '../texts/index.ts'
import styles from './at-hand.module.css'
import { Help } from './help.tsx'
import { followKeys } from './keys.ts'
import { placesOf } from './places.ts'

const load = () => import('./palette.tsx')
const Palette = lazy(load)

/** The palette and the keys, on every screen. The palette's code comes when the browser is idle. */
export function AtHand() {
  const [isAsked, setAsked] = useState(false)
  const [isHelp, setHelp] = useState(false)
  const navigate = useNavigate()
  const inFirm = useInFirm()
  useEffect(() => {
    const soon = setTimeout(() => void load(), 1500)
    return () => clearTimeout(soon)
  }, [])
  const open = () => (isAsked ? void load().then(({ openPalette }) => openPalette()) : setAsked(true))
  useEffect(() => {
    const places = placesOf(inFirm).map(({ key, to }) => [`g ${key}`, () => void navigate({ to })])
    return followKeys({ ...Object.fromEntries(places), 'mod+k': open, '?': () => setHelp(true) })
  })
  return (
    <>
      <UnstyledButton
        className={styles.open}
        onClick={open}
        aria-label={t.palette.search}
        aria-keyshortcuts="Control+K"
      >
        <IconSearch size={16} stroke={1.6} aria-hidden />
        <span>{t.palette.short}</span>
        <kbd aria-hidden>Ctrl K</kbd>
      </UnstyledButton>
      <Suspense>{isAsked && <Palette />}</Suspense>
      <Help opened={isHelp} onClose={() => setHelp(false)} />
    </>
  )
}
