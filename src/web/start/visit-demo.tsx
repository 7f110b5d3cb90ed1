import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { enterDemo, type Progress } from '../client.ts'
import { Refused } from '../parts/answered.tsx'
import { Section } from '../parts/section.tsx'
import { t } from '../texts/index.ts'
import { Running } from './running.tsx'

/** A look at the invented network: beside one's own data, never among them. */
export function VisitDemo() {
  const [step, setStep] = useState<Progress | null>(null)
  const visit = useMutation({
    mutationFn: () => enterDemo(setStep),
    // Another workspace: nothing that is shown or kept here holds there.
    onSuccess: () => window.location.assign('/invitations'),
  })
  return (
    <Section title={t.demo.title} says={t.demo.says}>
      {visit.isPending && <Running says={step ? t.demo.making(step.says) : t.demo.begins} step={step} />}
      {visit.error && <Refused error={visit.error} />}
      <div>
        <Button variant="default" onClick={() => visit.mutate()} loading={visit.isPending}>
          {t.demo.go}
        </Button>
      </div>
    </Section>
  )
}
