/** Who of an invitation would be met: each party's role by a table of rules, and the client by their addresses. */

import type { Attendee } from '../records.ts'
import { domainOf, isPublicMail, isSearchFirm, nameOfDomain, registrable } from './mail-domain.ts'

export type Role = 'interviewer' | 'coordinator' | 'recruiter' | 'robot'

/** `title` is what is known of the person's work, from a signature or the network. */
export type RoomParty = Attendee & { title?: string }

/** What the rules look at. `said` is title and name; `tokens` are the words of the address without those of the name. */
type Clues = {
  party: RoomParty
  said: string
  local: string
  tokens: string[]
  domain: string
}

type Rule = { role: Role; applies(clues: Clues): boolean }

const words = (text: string) => new Set(text.split(/\s+/))

const robotDomains = words(
  `resource.calendar.google.com group.calendar.google.com calendar.google.com calendar-server.bounces.google.com
  greenhouse-mail.io teamtailor-mail.com workablemail.com ashbyhq-mail.com hire.lever.co reply.lever.co myworkday.com
  fireflies.ai otter.ai read.ai fathom.video meetgeek.ai tldv.io`,
)

/** These firms hold interviews of their own, too: a person with an own address there is no robot. */
const schedulerDomains = words(
  `calendly.com goodtime.io greenhouse.io lever.co ashbyhq.com workday.com hirevue.com zoom.us smartrecruiters.com
  icims.com jobvite.com workable.com teamtailor.com recruitee.com modernloop.io prelude.co cal.com doodle.com
  savvycal.com chilipiper.com youcanbook.me successfactors.com taleo.net bamboohr.com metaview.ai brighthire.com
  linkedin.com indeed.com`,
)

const robotTokens = words(
  `noreply donotreply notification notifications notify calendar calendars scheduler invite invites invitation
  invitations mailer daemon postmaster robot bot automated automation autoreply room notetaker`,
)
const arrangerTokens = words('scheduling coordinator coordination assistant assistenz sekretariat reception')
const recruiterTokens = words(
  'recruiting recruiter recruiters recruitment talent talents staffing headhunter headhunting sourcing',
)
/** Of a shared mailbox, when the address has no other words than these. */
const hiringTokens = words(
  'hr jobs job careers career hiring karriere bewerbung bewerbungen personal team dept emea us uk de eu global',
)
const mailboxTokens = words('info office contact kontakt hello team admin interview interviews mail meetings')

const robotWords =
  /\b(no[- ]?reply|note ?taker|(scheduling|calendar|chat|meeting|ai) bot|robot|google calendar|calendly|goodtime|(meeting|conference) room|boardroom|besprechungsraum)\b/i
const arrangerWords =
  /\b(coordinator|koordinator(in)?|scheduling|scheduler|office manager(in)?|\w*assistenz|sekretariat|assistant(?! (professor|director|vice|general|manager|dean|treasurer|controller|secretary|partner|attorney)))\b/i
const recruiterWords =
  /\b(recruiter(in)?|sourcer(in)?|headhunter(in)?|talent (acquisition|partner|scout|advisor|manager|specialist|lead|attraction)|search (consultant|partner|firm|associate)|executive search|personalberater(in)?|personalreferent(in)?)\b/i
const recruitingWords =
  /\b(recruiting|recruitment|talent|staffing|human resources?|hr|hrbp|chro|people ((and|&) culture|partner|operations|ops|team|officer|manager|lead|experience)|head of people|personal(abteilung|leiter|leiterin|wesen|beratung|vermittlung))\b/i
/** Somebody who makes things for personnel departments belongs to none. */
const makerWords = /\b(engineer|engineering|developer|architect|software|data|product|designer|scientist)\b/i

/** The first that applies decides; nobody else arranges, recruits or is a machine. */
const rules: Rule[] = [
  { role: 'robot', applies: ({ party }) => /^(ROOM|RESOURCE|GROUP)$/i.test(party.cutype ?? '') },
  {
    role: 'robot',
    applies: ({ domain }) => robotDomains.has(domain) || robotDomains.has(registrable(domain)),
  },
  {
    role: 'robot',
    applies: (clues) => schedulerDomains.has(registrable(clues.domain)) && !isOwnAddress(clues),
  },
  {
    role: 'robot',
    applies: ({ tokens, local }) => some(tokens, robotTokens) || /no-?_?reply|not-?_?reply/.test(local),
  },
  { role: 'robot', applies: ({ said }) => robotWords.test(said) },
  { role: 'coordinator', applies: ({ said }) => arrangerWords.test(said) && !makerWords.test(said) },
  { role: 'coordinator', applies: ({ tokens }) => some(tokens, arrangerTokens) },
  { role: 'recruiter', applies: ({ said }) => recruiterWords.test(said) },
  { role: 'recruiter', applies: ({ said }) => recruitingWords.test(said) && !makerWords.test(said) },
  {
    role: 'recruiter',
    applies: ({ tokens }) => some(tokens, recruiterTokens) || every(tokens, hiringTokens),
  },
  { role: 'recruiter', applies: ({ domain }) => isSearchFirm(domain) },
  { role: 'coordinator', applies: ({ party }) => party.role?.toUpperCase() === 'NON-PARTICIPANT' },
  { role: 'coordinator', applies: ({ party, tokens }) => !party.name && every(tokens, mailboxTokens) },
]

/** What a party of an invitation is there for; somebody of whom nothing else is known is an interviewer. */
export function roleOf(party: RoomParty): Role {
  const clues = cluesOf(party)
  return rules.find((rule) => rule.applies(clues))?.role ?? 'interviewer'
}

function cluesOf(party: RoomParty): Clues {
  const local = (party.email ?? '').split('@')[0]?.toLowerCase() ?? ''
  const ofName = new Set(tokensOf(party.name ?? ''))
  const tokens = tokensOf(local).filter((token) => !ofName.has(token))
  const said = [party.title, party.name].filter(Boolean).join(' | ')
  return { party, said, local, tokens, domain: domainOf(party.email) }
}

function tokensOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
}

function some(tokens: string[], set: Set<string>): boolean {
  return tokens.some((token) => set.has(token))
}

function every(tokens: string[], set: Set<string>): boolean {
  return tokens.length > 0 && tokens.every((token) => set.has(token))
}

/** The address holds a word of the person's name, and no key of a conversation ("vera.holm+8f3a@"). */
function isOwnAddress({ party, local, domain }: Clues): boolean {
  const ofName = tokensOf(party.name ?? '').filter((token) => token.length > 2)
  return (
    domain === registrable(domain) && !/[\d+]/.test(local) && ofName.some((token) => local.includes(token))
  )
}

export type OrganizationGuess = { domain: string; name: string }

/**
 * The firm that invites: the domain of most interviewers, `me` (the user's addresses) left out. Mail providers and the
 * recruiters' domains do not count, unless a recruiter is the colleague of interviewers and no other firm is there.
 * Undefined when nothing, or as much, speaks for another.
 */
export function organizationFromParties(
  parties: RoomParty[],
  me: readonly string[] = [],
): OrganizationGuess | undefined {
  const mine = new Set(me.map((email) => email.toLowerCase()))
  const others = parties.filter(({ email }) => email && !mine.has(email.toLowerCase()))
  const interviewers = firmsOf(others, 'interviewer')
  const recruiters = new Set(firmsOf(others, 'recruiter'))
  const clients = interviewers.filter((firm) => !recruiters.has(firm))
  const domain = mostFrequent(clients.length > 0 ? clients : interviewers)
  return domain ? { domain, name: nameOfDomain(domain) } : undefined
}

function firmsOf(parties: RoomParty[], role: Role): string[] {
  return parties
    .filter((party) => roleOf(party) === role)
    .map(({ email }) => domainOf(email))
    .filter((domain) => domain.includes('.') && !isPublicMail(domain))
    .map(registrable)
}

function mostFrequent(firms: string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const firm of firms) counts.set(firm, (counts.get(firm) ?? 0) + 1)
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  return first && first[1] !== second?.[1] ? first[0] : undefined
}
