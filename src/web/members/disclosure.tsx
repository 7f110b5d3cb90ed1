import { useRead, useWrite } from '../api.ts'
import type { Input } from '../client.ts'
import { Choice } from '../parts/choice.tsx'
import { t } from '../texts/index.ts'

type Level = Input<'workspace.disclose'>['level']
const LEVELS = (Object.keys(t.disclosure.levels) as Level[]).map((value) => ({
  ...{ value, says: t.disclosure.levels[value] },
}))

/** How much of the network candidates and members are shown: the owner's choice. */
export function Disclosure() {
  const { data } = useRead('workspace.show', {})
  const disclose = useWrite('workspace.disclose')
  const level = disclose.isPending ? disclose.variables.level : data?.disclosure
  return (
    <div className="sheet stack">
      <Choice<Level>
        legend={t.disclosure.label}
        options={LEVELS}
        value={level ?? null}
        onChange={(chosen) => disclose.mutate({ level: chosen })}
      />
      <p className="small quiet">{t.disclosure.says}</p>
    </div>
  )
}
