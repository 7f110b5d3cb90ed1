import { Link, useParams } from '@tanstack/react-router'
import { useRead } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { Page } from '../parts/page.tsx'
import { Section } from '../parts/section.tsx'
import { day } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import styles from './lineage.module.css'

type Step = Answer<'lineage.show'>['chain'][number]

/** What something goes back to, and what came of it, as one thread from the first meeting on. */
export function Lineage() {
  const { id } = useParams({ from: '/lineage/$id' })
  const shown = useRead('lineage.show', { of: id })
  return (
    <Page title={t.lineage.title}>
      <Answered of={shown}>{(answer) => <Threads key={id} answer={answer} of={id} />}</Answered>
    </Page>
  )
}

function Threads({ answer: { chain, cameOfIt }, of }: { answer: Answer<'lineage.show'>; of: string }) {
  const [here] = chain
  const rests = [...chain].reverse()
  return (
    <>
      {chain.some(({ nearlyRefused }) => nearlyRefused) && chain.length > 2 && <p>{t.lineage.moral}</p>}
      <Section title={t.lineage.back} says={here && t.lineage.backSays}>
        <Thread steps={rests} of={of} />
      </Section>
      <Section title={t.lineage.forward}>
        {cameOfIt.length === 0 ? (
          <p className="quiet">{t.lineage.nothingYet}</p>
        ) : (
          <Thread steps={cameOfIt} of={of} />
        )}
      </Section>
    </>
  )
}

function Thread({ steps, of }: { steps: Step[]; of: string }) {
  return (
    <ol className={styles.thread}>
      {steps.map((step) => (
        <li
          key={step.id}
          className={styles.step}
          data-kind={step.kind}
          aria-current={step.id === of || undefined}
        >
          <span className="small quiet">
            {t.lineage.kinds[step.kind]} · {day(step.at)}
          </span>
          <span className={styles.says}>
            <StepLink step={step} of={of} />
          </span>
          {step.nearlyRefused && <span className={styles.mark}>{t.lineage.nearlyRefused}</span>}
        </li>
      ))}
    </ol>
  )
}

function StepLink({ step, of }: { step: Step; of: string }) {
  if (step.kind === 'invitation') {
    return (
      <Link to="/invitations/$id" params={{ id: step.id }} className="plain">
        {step.says}
      </Link>
    )
  }
  if (step.id === of) return step.says
  return (
    <Link to="/lineage/$id" params={{ id: step.id }} className="plain">
      {step.says}
    </Link>
  )
}
