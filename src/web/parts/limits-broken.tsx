import { t } from '../texts/index.ts'

/** One's own hard limits that this breaks, named as one's own. */
export function LimitsBroken({ limits }: { limits: readonly { limit: string; because: string }[] }) {
  if (limits.length === 0) return null
  return (
    <ul className="small">
      {limits.map(({ limit, because }) => (
        <li key={limit}>
          <strong>{t.limits.broken(limit, because)}</strong>
        </li>
      ))}
    </ul>
  )
}
