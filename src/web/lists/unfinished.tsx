import { Button } from '@mantine/core'
import { useRead, useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { Section } from '../parts/section.tsx'
import { t } from '../texts/index.ts'

type Run = Answer<'list.unfinished'>['runs'][number]

/** Imports that were stopped or broken off: the same file goes on with them. */
export function Unfinished() {
  const { data } = useRead('list.unfinished', {})
  const forget = useWrite('list.forget')
  if (data === undefined || data.runs.length === 0) return null
  return (
    <Section title={t.lists.unfinished} says={t.lists.unfinishedSays}>
      <ul className="sheet rows">
        {data.runs.map(({ id, name, done, total }) => (
          <li key={id} className="spread">
            <span className="wrap">{t.lists.cameTo(name, done, total)}</span>
            <Button
              variant="subtle"
              aria-label={t.lists.forgetNamed(name)}
              loading={forget.isPending}
              onClick={() => forget.mutate({ run: id })}
            >
              {t.lists.forget}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** A run that can be gone on with, from the file that is at hand. */
export function GoOn({ run: { name, done, total }, onGo }: { run: Run; onGo: () => void }) {
  return (
    <div className="sheet stack" role="status">
      <p>{t.lists.cameTo(name, done, total)}</p>
      <div>
        <Button onClick={onGo}>{t.lists.goOn(done + 1)}</Button>
      </div>
    </div>
  )
}

/** Ends an import after the part that it is at. */
export function Stop({ run }: { run: string }) {
  const stop = useWrite('list.stop')
  return (
    <div>
      <Button
        variant="default"
        loading={stop.isPending}
        disabled={stop.isSuccess}
        onClick={() => stop.mutate({ run })}
      >
        {t.lists.stop}
      </Button>
    </div>
  )
}
