import { z } from 'zod'
import { action } from '../../action.ts'
import { said } from '../../language.ts'
import { addInvitation } from '../../meeting/invitation.ts'
import type { Guest } from '../../meeting/room.ts'
import { someMe } from '../../people/me.ts'
import { addOrigin } from '../../people/origin.ts'
import { id, words } from '../../people/shapes.ts'
import { Refusal } from '../../refusal.ts'
import { STAFF } from '../../role.ts'
import { type InvitationMessage, readMessage } from './message.ts'

// The invitation before any calendar entry: a message pasted as it came. Its text is read, never kept.

export const invitationPaste = action({
  name: 'invitation.paste',
  says: 'Write down an invitation from a message pasted as it came: who invites, for which role, whom you would meet, when. The text is not kept.',
  kind: 'write',
  may: STAFF,
  input: z.object({ text: words(200_000) }),
  output: z.object({
    invitation: id,
    understood: z
      .object({
        organization: z.string().nullable(),
        role: z.string().nullable(),
        people: z.array(z.object({ name: z.string(), title: z.string().nullable(), role: z.string() })),
        startsAt: z.string().nullable(),
        timeZone: z.string().nullable(),
        place: z.string().nullable(),
      })
      .describe('what the text told; the rest can be completed with invitation.amend'),
    unsure: z.array(z.string()).describe('fields that the text suggests but does not say outright'),
  }),
  async run(context, { text }) {
    const read = readMessage(text, context.now)
    if (!read.organization && !read.role && read.people.length === 0) {
      throw new Refusal(
        'invalid-input',
        said({
          en: 'No invitation was recognised in this text; write down the organization or the role instead.',
          de: 'In diesem Text wurde keine Einladung erkannt; schreiben Sie stattdessen die Organisation oder die Stelle auf.',
        }),
        'text',
      )
    }
    const origin = await addOrigin(context, 'message', 'a message pasted by you')
    const me = await someMe(context, origin)
    const invitation = await addInvitation({ ...context, me }, told(read), origin)
    return {
      invitation,
      understood: {
        organization: read.organization ?? null,
        role: read.role ?? null,
        people: read.people.map(({ name, title, role }) => ({ name, title: title ?? null, role })),
        startsAt: read.startsAt ?? null,
        timeZone: read.timeZone ?? null,
        place: read.place ?? null,
      },
      unsure: Object.entries(read.sure)
        .filter(([, sure]) => !sure)
        .map(([field]) => field),
    }
  },
})

function told(read: InvitationMessage) {
  const { organization, role, startsAt, timeZone, place } = read
  const bare = startsAt !== undefined && startsAt.length === 10
  return {
    ...(organization ? { organization: { name: organization } } : {}),
    ...(role ? { role } : {}),
    guests: guestsIn(read),
    meeting: {
      ...(startsAt ? (bare ? { onDay: startsAt } : { startsAt }) : {}),
      ...(timeZone ? { timeZone } : {}),
      ...(place ? { place } : {}),
    },
  }
}

/** The people named, and the recruiter who wrote. */
function guestsIn({ people, recruiter }: InvitationMessage): Guest[] {
  const named = people.map(({ name, title, role }) => ({ name, ...(title ? { title } : {}), role }))
  if (!recruiter?.name || people.some(({ name }) => name === recruiter.name)) return named
  const writer = { name: recruiter.name, ...(recruiter.email ? { email: recruiter.email } : {}) }
  return [...named, { ...writer, role: 'recruiter' }]
}
