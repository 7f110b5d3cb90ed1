import { useSessionStorage } from '@mantine/hooks'

/**
 * Whether paths through people close to the present employer are left out, on every screen. Kept in this window alone:
 * it is written nowhere else.
 */
export const useDiscreet = () =>
  useSessionStorage<boolean>({
    key: 'acquaint-discreet',
    defaultValue: false,
    getInitialValueInEffect: false,
  })
