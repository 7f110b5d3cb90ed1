import { Button } from '@mantine/core'
import { useWrite } from '../api.ts'
import { t } from '../texts/index.ts'
import type { Shown } from './types.ts'

/** An offer on the table: yes or no, whichever its process was. */
export function OfferAnswer({ shown }: { shown: Shown }) {
  const answer = useWrite('offer.answer')
  const say = (given: 'accept' | 'decline') => answer.mutate({ offer: shown.id, answer: given })
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
