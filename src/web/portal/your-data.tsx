import { Button } from '@mantine/core'
import { showProblem, useWrite } from '../api.ts'
import { call } from '../client.ts'
import { Section } from '../parts/section.tsx'
import { day } from '../parts/when.ts'
import { downloadAll } from '../protection/all-data.tsx'
import { t } from '../texts/index.ts'

/** What is held about oneself, taken along; and the wish to be erased. */
export function YourData() {
  const ask = useWrite('portal.ask-erasure')
  return (
    <Section title={t.protection.yours} says={t.protection.yoursSays}>
      <div className="row">
        <Button
          variant="default"
          onClick={() => void call('portal.all-data', {}).then(downloadAll, showProblem)}
        >
          {t.protection.download}
        </Button>
        <Button variant="default" loading={ask.isPending} onClick={() => ask.mutate({})}>
          {t.protection.askErasure}
        </Button>
      </div>
      {ask.data && (
        <p role="status">
          {t.protection.waits(day(ask.data.at))} {ask.data.answer && t.protection.refused(ask.data.answer)}
        </p>
      )}
    </Section>
  )
}
