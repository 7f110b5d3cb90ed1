import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { dateInWords, listed, said } from '../language.ts'
import { counted, meetingsTold } from '../meeting/before-and-after.ts'
import { worthOf } from '../meeting/worth.ts'
import { id } from '../people/shapes.ts'
import { STAFF } from '../role.ts'
import { type Disclosed, disclosed, levelOf } from './disclosure.ts'
import { findSent } from './invite.ts'

// Why to meet, drafted: for the meeting, not for the job. Only what the candidate may know goes in, and each fact is
// listed beside the draft, so that whoever sends it sees what it rests on.

export const invitationPitch = action({
  name: 'invitation.pitch',
  says: 'A draft of why this candidate should take the meeting, from its worth to them: only facts that they may know, each listed.',
  kind: 'read',
  file: true,
  may: STAFF,
  input: z.object({ invitation: id }),
  output: z.object({
    ...{ invitation: id, candidacy: id, mandate: id },
    draft: z.string(),
    facts: z.array(z.string()).describe('what the draft says, and no more'),
    worth: z.object({ opened: z.number().int(), organizations: z.number().int(), people: z.number().int() }),
  }),
  async run(context, { invitation }) {
    const sent = await findSent(context, invitation)
    const about = await aboutOf(context, sent.invitation)
    context.lookedUp.add(about.seeker!)
    // As the candidate will see it; without what they will not work for, which is theirs alone.
    const { worth } = await worthOf(context, sent.invitation, { values: false })
    const shown = disclosed(worth, await levelOf(context))
    const facts = factsOf(about, shown, await turnedOf(context))
    const { opened, organizations, people } = shown.totals
    return {
      ...sent,
      draft: draftOf(about, facts, context.caller.name),
      facts,
      worth: { opened, organizations, people },
    }
  },
})

type About = {
  client: string | null
  role: string | null
  candidate: string
  at: Date | null
  day: string | null
}

async function aboutOf({ tx }: Context, invitation: Awaited<ReturnType<typeof findSent>>['invitation']) {
  return tx
    .selectFrom('invitation')
    .innerJoin('person', 'person.id', 'seeker')
    .innerJoin('meeting', 'meeting.invitation_id', 'invitation.id')
    .leftJoin('organization', 'organization.id', 'organization_id')
    .select(['seeker', 'role', 'person.name as candidate', 'organization.name as client'])
    .select(['starts_at as at', 'on_day as day'])
    .where('invitation.id', '=', invitation)
    .orderBy('round')
    .executeTakeFirstOrThrow()
}

/** How many came lukewarm and left keen, of all the meetings of this workspace that the viewer may know of. */
const turnedOf = async (context: Context) => counted(await meetingsTold(context)).turnedKeen

type Turned = Awaited<ReturnType<typeof turnedOf>>

/** What may be said of a meeting, in the order in which it is said. Pure. */
export function factsOf(
  about: About,
  { room, totals, doors, organizations }: Disclosed,
  turned: Turned,
): string[] {
  const met = room.filter(({ role }) => role === 'interviewer')
  return [
    asks(about),
    ...(met.length === 0 ? [] : [meets(met)]),
    ...opens(totals, doors, organizations),
    // A rate from fewer than five is none.
    ...(turned.interval === null ? [] : [turnedInWords(turned)]),
  ]
}

function asks({ client, role, at, day }: About): string {
  const [what, who] = [
    role ?? said({ en: 'a role', de: 'eine Stelle' }),
    client ?? said({ en: 'A client', de: 'Ein Kunde' }),
  ]
  const on = at === null && day === null ? '' : dateInWords(day ?? at!.toISOString().slice(0, 10))
  return said({
    en: `${who} would like to meet you${on && ` on ${on}`} about "${what}".`,
    de: `${who} möchte Sie${on && ` am ${on}`} kennenlernen; es geht um „${what}“.`,
  })
}

function meets(met: Disclosed['room']): string {
  const names = met.slice(0, 4).map(({ name, title }) => (title ? `${name} (${title})` : name))
  return said({ en: `You would meet ${listed(names)}.`, de: `Sie würden ${listed(names)} treffen.` })
}

/** What comes within reach, three of the places by name where organizations are shown. */
function opens(
  totals: Disclosed['totals'],
  doors: Disclosed['doors'],
  organizations: Disclosed['organizations'],
): string[] {
  if (totals.opened > 0) {
    const places = doors.filter(({ kind }) => kind === 'opened').map(({ organization }) => organization)
    return [opensDoors(totals.opened, threeOf(places))]
  }
  if (totals.organizations === 0) return []
  return [bringsPlaces(totals.organizations, threeOf(organizations.map(({ name }) => name)))]
}

function threeOf(places: readonly string[]): string {
  const each = [...new Set(places)]
  return each.length === 0 ? '' : ` (${listed(each.slice(0, 3))}${each.length > 3 ? ' …' : ''})`
}

const opensDoors = (n: number, some: string): string =>
  said({
    en: `Whether or not this becomes your job, knowing them opens ${n} ${n === 1 ? 'door' : 'doors'} elsewhere${some}.`,
    de: `Ob daraus Ihre Stelle wird oder nicht: Diese Bekanntschaft öffnet ${n} ${n === 1 ? 'Tür' : 'Türen'} anderswo${some}.`,
  })

const bringsPlaces = (n: number, some: string): string =>
  said({
    en: `Whether or not this becomes your job, knowing them brings ${n} ${n === 1 ? 'organization' : 'organizations'} within reach${some}.`,
    de: `Ob daraus Ihre Stelle wird oder nicht: Diese Bekanntschaft bringt ${n} ${n === 1 ? 'Organisation' : 'Organisationen'} in Reichweite${some}.`,
  })

const turnedInWords = ({ count, of }: Turned): string =>
  said({
    en: `Of ${of} who came lukewarm to such a meeting, ${count} left keen.`,
    de: `Von ${of}, die ohne große Lust zu einem solchen Treffen kamen, gingen ${count} begeistert.`,
  })

function draftOf({ candidate }: About, facts: readonly string[], sender: string): string {
  const [first] = candidate.split(' ')
  return [
    said({ en: `Hello ${first},`, de: `Guten Tag, ${candidate},` }),
    facts.join(' '),
    said({
      en: 'You can confirm the meeting before you read the description of the role: until one has met, nobody knows the chemistry. A no is fine too; a word on why helps us.',
      de: 'Sie können das Treffen bestätigen, bevor Sie die Stellenbeschreibung lesen: Ob die Chemie stimmt, weiß vor einem Treffen niemand. Ein Nein ist auch in Ordnung; ein Wort zum Grund hilft uns.',
    }),
    said({ en: `Kind regards\n${sender}`, de: `Mit freundlichen Grüßen\n${sender}` }),
  ].join('\n\n')
}
