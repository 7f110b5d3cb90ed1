import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useNavigate } from '@tanstack/react-router'
import { useWrite } from '../api.ts'
import { keepDraft } from '../debrief/draft.ts'
import { writtenBefore } from '../debrief/form.ts'
import { Section } from '../parts/section.tsx'
import { TakeBack } from '../parts/take-back.tsx'
import { withdrawUndo } from '../parts/undo.tsx'
import { day } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import type { Shown } from './types.ts'

/** What was written after each meeting: the last of it is corrected, or taken back. */
export function WrittenAfterwards({ shown }: { shown: Shown }) {
  const { debriefs } = shown
  if (debriefs.length === 0) return null
  const last = new Set(new Map(debriefs.map(({ meeting, id }) => [meeting, id])).values())
  return (
    <Section title={t.written.title}>
      <ul className="stack">
        {debriefs.map(({ id, at }) => (
          <li key={id} className="row">
            {t.written.on(day(at))}
            {last.has(id) && <Change shown={shown} debrief={id} on={day(at)} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What was taken back stays in the form, on this device: it is kept again from there, as it was or corrected. */
function Change({ shown, debrief, on }: { shown: Shown; debrief: string; on: string }) {
  const back = useWrite('debrief.take-back')
  const navigate = useNavigate()
  const params = { id: shown.id }
  const takeBack = async () => {
    withdrawUndo(debrief)
    keepDraft(shown.id, writtenBefore(await back.mutateAsync({ debrief }), shown.room))
  }
  const correct = async () => {
    await takeBack()
    await navigate({ to: '/invitations/$id/debrief', params })
  }
  const takeBackWhole = async () => {
    await takeBack()
    notifications.show({ message: t.written.takenBack })
  }
  return (
    <>
      <Button
        className="no-print"
        size="compact-xs"
        variant="subtle"
        color="gray"
        aria-label={t.written.correctOf(on)}
        disabled={back.isPending}
        onClick={() => void correct().catch(() => {})}
      >
        {t.written.correct}
      </Button>
      <TakeBack
        of={t.written.backOf(on)}
        isBusy={back.isPending}
        onClick={() => void takeBackWhole().catch(() => {})}
      />
    </>
  )
}
