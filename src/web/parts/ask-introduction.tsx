import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useWrite } from '../api.ts'
import { t } from '../texts/index.ts'
import { Draft } from './draft.tsx'
import type { Path } from './path-line.tsx'
import { offerUndo } from './undo.tsx'

/** Drafts the request along this very path. Nothing is sent: the text is yours to change and to send. */
export function AskIntroduction({ target, path }: { target: string; path: Path }) {
  const ask = useWrite('introduction.ask')
  const connectors = path.steps.slice(0, -1).map(({ to }) => to.id)
  const back = useWrite('introduction.take-back')
  const draft = async () => {
    const { introduction } = await ask.mutateAsync({ target, through: connectors })
    const undo = () => back.mutate({ introduction, state: 'draft' }, { onSuccess: () => ask.reset() })
    offerUndo(t.ask.isDrafted, undo, introduction)
  }
  if (ask.data) {
    return (
      <div className="stack" aria-live="polite">
        <p className="small">
          {t.ask.drafted} <Link to="/introductions">{t.nav.introductions}</Link>
        </p>
        {ask.data.discretion.map(({ because }) => (
          <p key={because}>
            <strong>{t.discretion.title}:</strong> {because}
          </p>
        ))}
        <Draft introduction={ask.data.introduction} text={ask.data.draft} />
      </div>
    )
  }
  const first = path.steps[0]!.to.name
  return (
    <div className="no-print">
      <Button
        variant="default"
        size="xs"
        onClick={() => void draft().catch(() => {})}
        loading={ask.isPending}
      >
        {connectors.length === 0 ? t.ask.direct(first) : t.ask.through(first)}
      </Button>
    </div>
  )
}
