import { Button } from '@mantine/core'
import { t } from '../texts/index.ts'

/** Quietly, beside what was said last: takes it back on any later day. `of`: what, for whoever does not see where it stands. */
export function TakeBack({ of, onClick, isBusy }: { of: string; onClick: () => void; isBusy: boolean }) {
  return (
    <Button
      className="no-print"
      size="compact-xs"
      variant="subtle"
      color="gray"
      aria-label={of}
      disabled={isBusy}
      onClick={onClick}
    >
      {t.takeBack}
    </Button>
  )
}
