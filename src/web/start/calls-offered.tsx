import { useRead } from '../api.ts'
import { LinkButton } from '../parts/link-button.tsx'
import { t } from '../texts/index.ts'

/** A minute that makes the network true: offered while somebody is left of whom nothing was said. */
export function CallsOffered() {
  const { data: here } = useRead('workspace.show', {})
  const { data } = useRead('tie.likely', { top: 50 }, { enabled: here !== undefined && here.me !== null })
  const left = data?.people.length ?? 0
  if (left === 0) return null
  return (
    <section className="sheet spread" style={{ alignItems: 'center' }} aria-label={t.calls.title}>
      <div className="grow">
        <h3>{t.calls.title}</h3>
        <p className="small quiet">{t.calls.why(left)}</p>
      </div>
      <LinkButton to="/calls">{t.calls.begin}</LinkButton>
    </section>
  )
}
