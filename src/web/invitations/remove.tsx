import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useWrite } from '../api.ts'
import { offerUndo } from '../parts/undo.tsx'
import { t } from '../texts/index.ts'
import { isHeld, type Shown } from './types.ts'

/** An invitation that was a mistake: out of the lists by a click, and back by another. */
export function Remove({ shown }: { shown: Shown }) {
  const remove = useWrite('invitation.remove')
  const navigate = useNavigate()
  const { id } = shown
  const putBack = () => remove.mutate({ invitation: id, removed: false })
  const gone = () => {
    void navigate({ to: '/invitations' })
    offerUndo(t.details.removed, putBack)
  }
  if (isHeld(shown)) return null
  if (shown.removed) {
    return (
      <div className="sheet spread" role="status">
        {t.details.isRemoved}
        <Button variant="default" size="sm" onClick={putBack}>
          {t.details.putBack}
        </Button>
      </div>
    )
  }
  return (
    <div className="no-print">
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        px={0}
        onClick={() => remove.mutate({ invitation: id }, { onSuccess: gone })}
      >
        {t.details.remove}
      </Button>
    </div>
  )
}
