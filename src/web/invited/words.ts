import type { Answer } from '../client.ts'
import { t } from '../texts/index.ts'

export type Invited = Answer<'portal.invitation'>
type Through = Invited['worth']['doors'][number]['through']

/** The people of a way, as far as they are shown: "Gwen Guest, somebody, somebody there". */
export function wayInWords({ people }: Through): string {
  const last = people.length - 1
  return people
    .map(({ name }, at) => name ?? (at === last ? t.invited.somebodyThere : t.invited.somebody))
    .join(' → ')
}
