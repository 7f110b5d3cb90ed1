import { Page } from '../parts/page.tsx'
import { t } from '../texts/index.ts'
import { BeforeAndAfter } from './before-and-after.tsx'
import { Brought } from './brought.tsx'
import { Refused } from './refused.tsx'

/** What the meetings brought, how much each was wanted before and after, and what was refused. */
export function LookingBack() {
  return (
    <Page title={t.lookBack.title}>
      <Brought />
      <BeforeAndAfter />
      <Refused />
    </Page>
  )
}
