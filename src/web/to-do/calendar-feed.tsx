import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useRead, useWrite } from '../api.ts'
import { CopyText } from '../parts/copy-text.tsx'
import { Section } from '../parts/section.tsx'
import { day } from '../parts/when.ts'
import { t } from '../texts/index.ts'

/** The secret address under which a calendar program reads the meetings; it is shown once, and can be made anew. */
export function CalendarFeed() {
  const { data } = useRead('calendar-feed.show', {})
  const [titles, setTitles] = useState(false)
  const [path, setPath] = useState<string | null>(null)
  const make = useWrite('calendar-feed.make')
  const end = useWrite('calendar-feed.end')
  if (data === undefined) return null
  const create = async () => setPath((await make.mutateAsync({ titles })).path)
  const address = path && `${location.origin}${path}`
  return (
    <Section title={t.feed.title} says={t.feed.says}>
      <div className="sheet stack">
        {data.feed && <p>{t.feed.isOn(day(data.feed.madeAt), data.feed.titles)}</p>}
        {address && (
          <div className="stack" role="status">
            <p className="small">{t.feed.once}</p>
            <CopyText text={address} label={t.feed.title} />
          </div>
        )}
        <Checkbox
          label={t.feed.titles}
          description={t.feed.titlesSay}
          checked={titles}
          onChange={(event) => setTitles(event.currentTarget.checked)}
        />
        <div className="row">
          <Button variant="default" loading={make.isPending} onClick={() => void create()}>
            {data.feed ? t.feed.another : t.feed.make}
          </Button>
          {data.feed && (
            <Button
              variant="subtle"
              color="gray"
              loading={end.isPending}
              onClick={() => end.mutate({}, { onSuccess: () => setPath(null) })}
            >
              {t.feed.end}
            </Button>
          )}
        </div>
      </div>
    </Section>
  )
}
