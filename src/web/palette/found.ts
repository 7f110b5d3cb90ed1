import type { Answer } from '../client.ts'
import { t } from '../texts/index.ts'
import { placesOf } from './places.ts'
import { type Recent, recent } from './recent.ts'

/** What the palette offers for a text: each group with a heading. Pure but for what was opened last. */
export type Group = { label: string; items: (Recent & { more?: string })[] }

const PATHS = { person: '/network/people/', organization: '/network/organizations/' } as const

type Hit = Answer<'search.find'>['found'][number]
type Mandates = Answer<'mandate.list'>['mandates']
type Invited = Answer<'invitation.list'>['invitations'][number]

const recordOf = ({ kind, id, says, more }: Hit) => ({
  path: kind === 'opening' ? `/openings?search=${encodeURIComponent(says)}` : PATHS[kind] + id,
  says,
  more,
})

const MOST = 7

export function groupsFor(
  query: string,
  hits: readonly Hit[],
  invitations: readonly Invited[],
  mandates: Mandates | null,
): Group[] {
  const text = query.trim().toLowerCase()
  const says = (words: string) => words.toLowerCase().includes(text)
  const groups = [
    { label: t.palette.recent, items: text === '' ? recent() : [] },
    {
      label: t.palette.go,
      items: placesOf(mandates !== null)
        .filter((place) => says(place.says))
        .map(({ to, says }) => ({ path: to, says })),
    },
    {
      label: t.desk.title,
      items: (mandates ?? [])
        .map((one) => ({ path: `/mandates/${one.id}`, says: one.title, more: one.client.name }))
        .filter((one) => says(one.says) || says(one.more))
        .slice(0, MOST),
    },
    {
      label: t.nav.invitations,
      items: invitations
        .map((one) => ({
          path: `/invitations/${one.id}`,
          says: t.invitation.name(one.organization?.name ?? null, one.role),
          more: t.states[one.state],
        }))
        .filter((one) => says(one.says))
        .slice(0, MOST),
    },
    { label: t.palette.records, items: text === '' ? [] : hits.map(recordOf).slice(0, 2 * MOST) },
  ]
  return groups.filter(({ items }) => items.length > 0)
}
