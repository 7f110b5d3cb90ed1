import { Button } from '@mantine/core'
import { useWrite } from '../api.ts'
import { offerUndo } from '../parts/undo.tsx'
import { t } from '../texts/index.ts'
import type { Shown } from './types.ts'

/** An offer on the table: yes or no, whichever its process was. */
export function OfferAnswer({ shown }: { shown: Shown }) {
  const answer = useWrite('offer.answer')
  const back = useWrite('outcome.take-back')
  const answered = async (given: 'accept' | 'decline') => {
    const { kind } = await answer.mutateAsync({ offer: shown.id, answer: given })
    offerUndo(t.outcome.kinds[kind], () => back.mutate({ invitation: shown.id, kind }), shown.id)
  }
  const say = (given: 'accept' | 'decline') => void answered(given).catch(() => {})
  return (
    <div className="row">
      <Button onClick={() => say('accept')} loading={answer.isPending}>
        {t.outcome.accept}
      </Button>
      <Button variant="default" onClick={() => say('decline')} disabled={answer.isPending}>
        {t.outcome.decline}
      </Button>
    </div>
  )
}
