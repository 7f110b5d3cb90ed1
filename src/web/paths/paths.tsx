import { Button, Checkbox, TextInput } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useRead } from '../api.ts'
import type { Answer } from '../client.ts'
import { Answered } from '../parts/answered.tsx'
import { AskIntroduction } from '../parts/ask-introduction.tsx'
import { CareerLine } from '../parts/career-line.tsx'
import { useDiscreet } from '../parts/discreet.ts'
import { Page } from '../parts/page.tsx'
import { PathLine } from '../parts/path-line.tsx'
import { PersonLink } from '../parts/person-link.tsx'
import { Reach } from '../parts/reach.tsx'
import { Why } from '../parts/why.tsx'
import { t } from '../texts/index.ts'
import { PathPicture } from './picture.tsx'

/** From you to a person, an organization or an opening: the best introductions, or plainly none. */
export function Paths() {
  const { to, name } = useSearch({ from: '/paths' })
  return (
    <Page title={to ? t.paths.to(name ?? to) : t.paths.find}>
      <Target key={to} given={name ?? to ?? ''} />
      {to && <Found target={to} />}
    </Page>
  )
}

function Target({ given }: { given: string }) {
  const [text, setText] = useState(given)
  const navigate = useNavigate()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void navigate({ to: '/paths', search: { to: text.trim() } })
  }
  return (
    <form className="row" style={{ alignItems: 'flex-end' }} onSubmit={submit}>
      <TextInput
        className="grow"
        label={t.paths.whom}
        description={t.paths.exact}
        value={text}
        onChange={(event) => setText(event.target.value)}
        required
      />
      <Button type="submit">{t.paths.go}</Button>
    </form>
  )
}

function Found({ target }: { target: string }) {
  const [discreet, setDiscreet] = useDiscreet()
  const found = useRead('path.find', { target, discreet }, { keep: true })
  return (
    <>
      <Checkbox
        label={t.paths.discreet}
        checked={discreet}
        onChange={(event) => setDiscreet(event.target.checked)}
      />
      <Answered of={found}>{(answer) => <Told answer={answer} target={target} />}</Answered>
    </>
  )
}

function Told({ answer, target }: { answer: Answer<'path.find'>; target: string }) {
  const { paths, independent, none, discretion } = answer
  if (none) return <None none={none} />
  return (
    <>
      <p role="status">{t.paths.found(paths.length, independent)}</p>
      {discretion.map(({ because }) => (
        <p key={because} className="sheet">
          <strong>{t.discretion.title}:</strong> {because}
        </p>
      ))}
      {paths.length > 1 && (
        <details className="sheet" open>
          <summary>{t.path.asPicture}</summary>
          <PathPicture paths={paths} />
        </details>
      )}
      <ul className="sheet rows">
        {paths.map((path) => (
          <li key={path.steps.map((step) => step.to.id).join()} className="stack">
            <Reach strength={path.strength} />
            <PathLine path={path} />
            <Why path={path} />
            <AskIntroduction target={target} path={path} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** No path is invented: who comes nearest, and what would make one, to be said right here. */
function None({ none }: { none: NonNullable<Answer<'path.find'>['none']> }) {
  return (
    <div className="sheet stack" role="status">
      <h2>{t.paths.none}</h2>
      <p>{none.because}</p>
      {none.nearest && (
        <p>
          {t.paths.nearest} <PersonLink person={none.nearest} />
        </p>
      )}
      {none.person && <CareerLine person={none.person} ask={t.paths.wasWhere(none.person.name)} />}
    </div>
  )
}
