/** A pasted invitation (mail, LinkedIn, chat) as far as it can be told for certain. The text itself is not returned. */
import { domainOf, isPublicMail, isSearchFirm, nameOfDomain } from '../calendar/mail-domain.ts'
import { type Role, roleOf } from '../calendar/parties.ts'
import type { Party } from '../records.ts'
import { partsOf, type Sender } from './parts.ts'
import { type NamedPerson, peopleIn } from './people.ts'
import { whenIn } from './when.ts'
import { placeIn } from './where.ts'
import { organizationIn, roleIn, type Told } from './work.ts'

/**
 * Fields that the text does not tell are absent. `startsAt` is an ISO instant, or a day where no time is given;
 * `recruiter` is the sender, if that is what they are; `sure` says of each field that is there whether the text says
 * it in so many words.
 */
export type InvitationMessage = {
  organization?: string
  role?: string
  people: { name: string; title?: string; role: Role }[]
  startsAt?: string
  timeZone?: string
  place?: string
  recruiter?: Party
  from?: Party
  sure: Record<string, boolean>
}

const invites =
  /\b(?:interview\w*|meet(?:ing)?|call|chat|conversation|speak|talk|discuss|opportunity|position|role|opening|join us|introduce|coffee|gespräch|vorstellungsgespräch|kennenlern\p{L}*|kennenzulernen|termin|stelle|austausch|telefonat|kaffee|next (?:step|round)|(?:min(?:ute)?s|minuten) (?:w\/|with|mit)|catch up|\d+ min(?:ute)?s|minuten|looking for|hiring|suchen)\b/iu
const refuses =
  /\b(?:unfortunately|regret|not (?:be )?(?:mov(?:e|ing)|proceed(?:ing)?|progress(?:ing)?)|(?:move|moving|proceed|proceeding|go|going) (?:forward|ahead|on)? ?with (?:an)?other (?:candidate|applicant)s?|other candidates|position has been filled|(?:pleased|happy|delighted|like) to offer you|job offer|arbeitsvertrag|absage|leider|anderen? (?:kandidat|bewerber)\w*)\b/i
const isToMany =
  /\b(?:unsubscribe|abmelden|abbestellen|view (?:this (?:email|mail) )?in (?:your )?browser|newsletter|im browser ansehen|webinar|register (?:now|here|today))\b/i
const isToReader = /\b(?:your (?:application|interview|candidacy|profile)|invite you|deine|ihre bewerbung)\b/i

export function readMessage(text: string, now: Date): InvitationMessage {
  const parts = partsOf(text.normalize('NFC').replaceAll('\0', ''))
  const { subject = '', body, sender } = parts
  const all = `${subject}\n${body}`
  const from = partyOf(sender)
  if (!isInvitation(all, text)) return { people: [], ...(from && { from }), sure: {} }
  const isRecruiter = sender !== undefined && isHeadhunter(sender)
  const organization = organizationIn(subject, body) ?? organizationOf(sender)
  const role = roleIn(subject, body)
  const others = [...parts.addressed, ...(sender?.name ? [sender.name] : [])]
  const named = peopleIn(body, others, organization?.value)
  const people = [...named, ...asHost(sender, body, isRecruiter, named.length === 0)]
  const when = whenIn(body, sentAt(parts.sent) ?? now) ?? whenIn(subject, sentAt(parts.sent) ?? now)
  const place = placeIn(body)
  return {
    ...told({ organization, role }),
    people: people.map((person) => ({ ...person, role: roleOf(person) })),
    ...(when && { startsAt: when.startsAt }),
    ...(when?.timeZone && { timeZone: when.timeZone }),
    ...(place && { place }),
    ...(from && isRecruiter && { recruiter: from }),
    ...(from && { from }),
    sure: sureOf({ organization, role, people, when, place }),
  }
}

/** A rejection, an offer, a newsletter, a note about anything else: nothing in them is an invitation. */
function isInvitation(said: string, text: string): boolean {
  if (!invites.test(said) || refuses.test(said)) return false
  return !isToMany.test(text) || isToReader.test(text)
}

function sentAt(text: string | undefined): Date | undefined {
  const time = Date.parse(text ?? '')
  return Number.isNaN(time) ? undefined : new Date(time)
}

function partyOf(sender: Sender | undefined): Party | undefined {
  if (!sender?.name && !sender?.email) return undefined
  return { ...(sender.name && { name: sender.name }), ...(sender.email && { email: sender.email }) }
}

function isHeadhunter({ name, email, title, organization = '' }: Sender): boolean {
  const party = { ...(name && { name }), ...(email && { email }), ...(title && { title }) }
  return roleOf(party) === 'recruiter' || isSearchFirmName(organization)
}

function isSearchFirmName(organization: string): boolean {
  return isSearchFirm(`${organization.toLowerCase().replaceAll(' ', '-')}.example`)
}

/** Who writes for a firm of their own, writes for that; a search firm does not say for whom by its name. */
function organizationOf(sender: Sender | undefined): Told | undefined {
  const { organization, email } = sender ?? {}
  if (organization) return isSearchFirmName(organization) ? undefined : { value: organization, sure: false }
  const domain = domainOf(email)
  if (!domain || isPublicMail(domain) || isSearchFirm(domain) || !sender || roleOf(sender) === 'robot')
    return undefined
  return { value: nameOfDomain(domain), sure: false }
}

/** The sender is met only where they say so, or where they ask for it and name nobody else. */
function asHost(
  sender: Sender | undefined,
  body: string,
  isRecruiter: boolean,
  isAlone: boolean,
): NamedPerson[] {
  const says =
    /\b(?:with me\b|meet(?:ing)? (?:you\b|up\b)|(?:chat|speak|talk|conversation|call|discuss\w*) (?:to|with) you\b|mit mir\b|(?:dich|sie) (?:kennen(?:zu)?lernen|treffen))/i
  const asks =
    /\b(?:(?:would|are) you (?:be )?(?:up|free|open) for (?:a|an)\b|(?:hättest du|haben sie|hätten sie|hast du) [^.?]{0,60}(?:zeit|lust)|got \d+ min|grab (?:a )?coffee)/i
  if (isRecruiter || !sender?.name?.includes(' ')) return []
  if (!says.test(body) && !(isAlone && asks.test(body))) return []
  const host = { name: sender.name, ...(sender.title && { title: sender.title }) }
  return roleOf(host) === 'interviewer' ? [host] : []
}

function told(fields: {
  organization?: Told
  role?: Told
}): Pick<InvitationMessage, 'organization' | 'role'> {
  const { organization, role } = fields
  return { ...(organization && { organization: organization.value }), ...(role && { role: role.value }) }
}

type Findings = {
  organization?: Told
  role?: Told
  people: NamedPerson[]
  when?: { sure: boolean }
  place?: string
}

function sureOf({ organization, role, people, when, place }: Findings): Record<string, boolean> {
  return {
    ...(organization && { organization: organization.sure }),
    ...(role && { role: role.sure }),
    ...(people.length > 0 && { people: people.every(({ title }) => title !== undefined) }),
    ...(when && { startsAt: when.sure }),
    ...(place && { place: true }),
  }
}
