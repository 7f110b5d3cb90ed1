import { Button, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useWrite } from '../api.ts'
import type { Answer } from '../client.ts'
import { Refused } from '../parts/answered.tsx'
import { Scale } from '../parts/scale.tsx'
import { Section } from '../parts/section.tsx'
import { offerUndo } from '../parts/undo.tsx'
import { t } from '../texts/index.ts'
import { Done } from './done.tsx'
import { keepDraft, keptDraft } from './draft.ts'
import { FollowUps } from './follow-ups.tsx'
import { type DebriefValues, debriefInput, emptyDebrief } from './form.ts'
import { KeptHere } from './kept-here.tsx'
import { Mentions } from './mentions.tsx'
import { MetPeople } from './met-people.tsx'
import { SomebodyElse } from './somebody-else.tsx'
import { useDebrief } from './use-debrief.ts'

/** Who was met and how it went; what was promised and mentioned. Kept whatever comes of the job. */
export function DebriefForm({ meeting }: { meeting: Answer<'meeting.prepare'> }) {
  const { invitation } = meeting
  const form = useForm({
    initialValues: keptDraft(invitation) ?? emptyDebrief(meeting),
    onValuesChange: (values) => keepDraft(invitation, values),
    validate: { enthusiasm: (value) => (value === null ? t.debrief.enthusiasmMissing : null) },
  })
  const debrief = useDebrief(invitation)
  const back = useWrite('debrief.take-back')
  const undo = async (kept: string) => {
    keepDraft(invitation, form.getValues())
    await back.mutateAsync({ debrief: kept })
    debrief.reset()
  }
  const keep = async (values: DebriefValues) => {
    const sent = await debrief.mutateAsync(debriefInput(invitation, values))
    if (sent === 'kept') return
    offerUndo(t.debrief.kept, () => void undo(sent.debrief).catch(() => {}), sent.debrief)
  }
  const submit = form.onSubmit((values) => void keep(values).catch(() => {}))
  if (debrief.data === 'kept') return <KeptHere invitation={invitation} />
  if (debrief.data) return <Done debrief={debrief.data} invitation={invitation} />
  return (
    <form className="stack" style={{ gap: '1.75rem' }} onSubmit={submit}>
      <div>
        <Scale
          legend={t.debrief.enthusiasm}
          low={t.before.low}
          high={t.before.high}
          value={form.values.enthusiasm}
          onChange={(value) => form.setFieldValue('enthusiasm', value)}
        />
        {form.errors.enthusiasm && <p role="alert">{form.errors.enthusiasm}</p>}
      </div>
      <Section title={t.debrief.met}>
        <MetPeople form={form} />
        <SomebodyElse invitation={invitation} onAdded={(met) => form.insertListItem('met', met)} />
      </Section>
      <Section title={t.debrief.promises} says={t.debrief.promisesSay}>
        <FollowUps form={form} />
      </Section>
      <Section title={t.debrief.mentions} says={t.debrief.mentionsSay}>
        <Mentions form={form} />
      </Section>
      <Textarea label={t.debrief.note} autosize minRows={3} {...form.getInputProps('note')} />
      {debrief.error && <Refused error={debrief.error} />}
      <Button type="submit" size="md" loading={debrief.isPending} style={{ alignSelf: 'flex-start' }}>
        {t.debrief.keep}
      </Button>
    </form>
  )
}
