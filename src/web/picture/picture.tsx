import { ActionIcon, Button } from '@mantine/core'
import { IconArrowsMaximize, IconMinus, IconPlus } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useRead } from '../api.ts'
import { Answered } from '../parts/answered.tsx'
import { download } from '../parts/download.ts'
import { LinkButton } from '../parts/link-button.tsx'
import { Page } from '../parts/page.tsx'
import { Reach } from '../parts/reach.tsx'
import { listed } from '../parts/when.ts'
import { t } from '../texts/index.ts'
import { Beside } from './beside.tsx'
import { type Picture as Shown, WARMTHS } from './drawing.ts'
import { layoutOf } from './layout.ts'
import styles from './picture.module.css'
import { Stage } from './stage.tsx'
import { svgOf } from './svg.ts'
import { useView } from './view.ts'

/** The network as a picture, beside it the same as a table. */
export function Picture() {
  const { around, to } = useSearch({ from: '/network/picture' })
  const ask = around === undefined ? {} : { around, maxTies: 1 }
  const shown = useRead('network.picture', ask)
  const name = shown.data?.middle.name ?? ''
  return (
    <Page
      wide
      title={around === undefined ? t.picture.title : t.picture.around(name)}
      actions={
        around !== undefined && (
          <LinkButton variant="default" to="/network/picture">
            {t.picture.mine}
          </LinkButton>
        )
      }
    >
      <p className="quiet">{around === undefined ? t.picture.says : t.picture.saysAround(name)}</p>
      <Answered of={shown}>
        {(picture) =>
          picture.people.length === 0 ? (
            <p role="status">{t.picture.empty}</p>
          ) : (
            <Drawn picture={picture} to={to} isMine={around === undefined} />
          )
        }
      </Answered>
    </Page>
  )
}

function Drawn({ picture, to, isMine }: { picture: Shown; to: string | undefined; isMine: boolean }) {
  const layout = useMemo(() => layoutOf(picture.people), [picture])
  const [picked, setPicked] = useState<number | null>(null)
  const asked = to === undefined ? -1 : picture.people.findIndex(({ id }) => id === to)
  const chosen = picked ?? (asked < 0 ? null : asked)
  const window = useView(layout)
  const navigate = useNavigate()
  const open = (person: number) =>
    void navigate({ to: '/network/people/$id', params: { id: picture.people[person]!.id } })
  return (
    <div className={styles.both}>
      <div className={`${styles.stage} sheet`}>
        <Stage {...{ picture, layout, window, chosen, open }} choose={setPicked} />
        <div className={styles.tools}>
          <Tool says={t.picture.closer} does={() => window.zoom(1.4)} icon={IconPlus} />
          <Tool says={t.picture.farther} does={() => window.zoom(1 / 1.4)} icon={IconMinus} />
          <Tool says={t.picture.whole} does={() => window.set(null)} icon={IconArrowsMaximize} />
        </div>
        <Told {...{ picture, chosen, isMine }} save={() => save(svgOf(picture, layout, chosen))} />
      </div>
      <Beside picture={picture} chosen={chosen} choose={setPicked} />
    </div>
  )
}

function Tool({ says, does, icon: Icon }: { says: string; does: () => void; icon: typeof IconPlus }) {
  return (
    <ActionIcon variant="default" size="lg" aria-label={says} title={says} onClick={does}>
      <Icon size={18} stroke={1.6} />
    </ActionIcon>
  )
}

type ToldProps = { picture: Shown; chosen: number | null; isMine: boolean; save: () => void }

/** Who is chosen and by which path; nobody: what is to be seen, and what the colours mean. */
function Told({ picture, chosen, isMine, save: onSave }: ToldProps) {
  const { people, organizations, total } = picture
  const person = chosen === null ? null : people[chosen]!
  return (
    <div className={`${styles.told} stack`}>
      <div aria-live="polite">
        {person === null ? (
          t.picture.shown(people.length, organizations.length, total)
        ) : (
          <>
            <strong>
              {t.picture.at(person.name, organizations[person.organization ?? -1]?.name ?? null)}
            </strong>
            {person.title && <span className="quiet"> · {person.title}</span>}
            <div className="row small">
              <Reach strength={person.strength} />
              {isMine && (
                <span>
                  {person.via.length === 0
                    ? t.picture.direct
                    : t.picture.through(listed(person.via.map((one) => people[one]!.name)))}
                </span>
              )}
            </div>
          </>
        )}
      </div>
      <div className="row">
        {person && (
          <>
            <LinkButton size="xs" variant="default" to="/network/people/$id" params={{ id: person.id }}>
              {t.picture.open}
            </LinkButton>
            <LinkButton size="xs" variant="default" to="/network/picture" search={{ around: person.id }}>
              {t.picture.ego}
            </LinkButton>
            <LinkButton size="xs" variant="default" to="/paths" search={{ to: person.id, name: person.name }}>
              {t.picture.paths}
            </LinkButton>
          </>
        )}
        <Button size="xs" variant="default" onClick={onSave}>
          {t.picture.save}
        </Button>
      </div>
      <ul className={`${styles.legend} small quiet`} aria-label={t.picture.legend}>
        {WARMTHS.map((warmth) => (
          <li key={warmth}>
            <i className={styles[warmth]} aria-hidden="true" />
            {warmth === 'far' ? t.reach.none : t.reach[warmth]}
          </li>
        ))}
      </ul>
    </div>
  )
}

const save = (svg: string): void => download('network.svg', svg, 'image/svg+xml')
