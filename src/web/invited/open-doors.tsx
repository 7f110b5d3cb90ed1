import { Button } from '@mantine/core'
import { useRead, useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { More } from '../parts/more.tsx'
import { Reach } from '../parts/reach.tsx'
import { Section } from '../parts/section.tsx'
import { day } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import { wayInWords } from './words.ts'

type Told = Answer<'portal.doors'>

/** Openings that the pooled network reaches, and the asking for an introduction. */
export function OpenDoors() {
  const doors = useRead('portal.doors', {})
  return (
    <Section title={t.invited.open} says={t.invited.openSays}>
      <Answered of={doors}>{(told) => <Doors told={told} />}</Answered>
    </Section>
  )
}

function Doors({ told }: { told: Told }) {
  if (told.total === 0) return <p className="quiet">{t.invited.noneOpen}</p>
  if (told.level === 'counts') return <p>{t.invited.openCount(told.total)}</p>
  return (
    <More items={told.doors} first={5} className="sheet rows">
      {(door) => <Door key={door.opening} door={door} />}
    </More>
  )
}

function Door({ door }: { door: Told['doors'][number] }) {
  const ask = useWrite('portal.ask')
  const { opening, title, organization, through, reach, asked } = door
  return (
    <li className="spread">
      <span className="grow wrap">
        {title} · {organization}
        <br />
        <span className="small quiet">{t.invited.through(wayInWords(through))}</span>
      </span>
      <span className="row">
        <Reach strength={reach} />
        {asked ? (
          <span className="small">{t.invited.asked(day(asked))}</span>
        ) : (
          <Button
            size="xs"
            variant="default"
            aria-label={t.invited.askFor(title, organization)}
            loading={ask.isPending}
            onClick={() => ask.mutate({ opening })}
          >
            {t.invited.ask}
          </Button>
        )}
      </span>
    </li>
  )
}
