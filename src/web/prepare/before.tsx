import { useWrite } from '../api.ts'
import { Scale } from '../parts/scale.tsx'
import { t } from '../texts/index.ts'

type Enthusiasm = { before: number | null; locked: boolean }

/** "How much do you want this?": before the meeting, and locked when it starts. */
export function Before({ invitation, enthusiasm }: { invitation: string; enthusiasm: Enthusiasm }) {
  const say = useWrite('enthusiasm.say')
  const value = say.isPending ? Number(say.variables.value) : enthusiasm.before
  if (enthusiasm.locked) return <p>{t.before.locked(enthusiasm.before)}</p>
  return (
    <div className="sheet">
      <Scale
        legend={t.before.ask}
        low={t.before.low}
        high={t.before.high}
        value={value}
        onChange={(chosen) => say.mutate({ invitation, value: chosen })}
      />
      <p className="small quiet" aria-live="polite">
        {value === null ? t.before.once : t.before.kept}
      </p>
    </div>
  )
}
