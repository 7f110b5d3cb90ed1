/** Who wrote to whom on LinkedIn, who asked whom to connect, and who recommended whom. Never what was said. */

import { personMatch } from '../../people/names.ts'
import { LINKEDIN } from '../list/columns.ts'
import { column, type Row, type Table, textColumn } from '../list/table.ts'
import type { ContactFact, Item, Party, RecommendationFact } from '../records.ts'
import { readDate, readInstant, slashOrder } from '../text/written-date.ts'
import { fullName } from './connections.ts'
import { parties, party } from './parties.ts'
import { fileNamed, hasAll, hasAny, linkedInFormat, numbering, place, shifted } from './shape.ts'

export const linkedinMessages = linkedInFormat({
  kind: 'linkedin-messages',
  says: 'LinkedIn messages.csv (who, when, in which direction; no text)',
  named: fileNamed('messages'),
  expects: LINKEDIN.messages,
  needs: [['FROM', 'SENDER PROFILE URL'], ['TO', 'RECIPIENT PROFILE URLS'], ['DATE']],
  fits: (header, name) =>
    (hasAny(header, 'CONVERSATION ID') || hasAll(header, 'From', 'To', 'Date', 'Content')) &&
    !/learning/i.test(name),
  rows: messageRows,
})

export const linkedinInvitations = linkedInFormat({
  kind: 'linkedin-invitations',
  says: 'LinkedIn Invitations.csv',
  named: fileNamed('invitations'),
  expects: LINKEDIN.invitations,
  needs: [
    ['From', 'inviterProfileUrl'],
    ['To', 'inviteeProfileUrl'],
    ['Sent At', 'Date Sent'],
  ],
  fits: (header) =>
    hasAny(header, 'inviterProfileUrl', 'inviterProfileUrn') ||
    (hasAll(header, 'From', 'To') && hasAny(header, 'Sent At', 'Date Sent')),
  rows: invitationRows,
})

export const linkedinRecommendations = linkedInFormat({
  kind: 'linkedin-recommendations',
  says: 'LinkedIn Recommendations_Received.csv and Recommendations_Given.csv',
  named: fileNamed('recommendations(?:[ _](?:received|given))?'),
  expects: LINKEDIN.recommendations,
  needs: [['First Name', 'Last Name'], ['Creation Date']],
  fits: (header) =>
    hasAll(header, 'Text', 'Creation Date') && hasAny(header, 'Job Title', 'Company', 'Status'),
  rows: (table, { name }) => recommendationRows(table, /given/i.test(name) ? 'given' : 'received'),
})

/** Folders and titles of what nobody wrote to the owner in person. */
const UNASKED = /spam|junk|sponsored/i

function messageRows(table: Table): (row: Row) => Item {
  const cell = (...names: string[]) => column(table, ...names)
  const date = cell('DATE')
  const order = slashOrder(table.rows.map(date))
  const [conversation, folder, title] = [cell('CONVERSATION ID'), cell('FOLDER'), cell('CONVERSATION TITLE')]
  const [draft, conversationDraft] = [cell('IS MESSAGE DRAFT'), cell('IS CONVERSATION DRAFT')]
  const [from, fromUrl, to, toUrls] = [
    cell('FROM'),
    cell('SENDER PROFILE URL'),
    cell('TO'),
    cell('RECIPIENT PROFILE URLS'),
  ]
  const distinct = numbering()
  return (row) => {
    if (isYes(draft(row)) || isYes(conversationDraft(row))) return { at: place(row), skipped: 'a draft' }
    if (UNASKED.test(folder(row)) || UNASKED.test(title(row)))
      return { at: place(row), skipped: 'an advertisement or spam' }
    const sides = { from: party(from(row), fromUrl(row)), to: parties(to(row), toUrls(row)) }
    const told = {
      channel: 'message' as const,
      conversation: conversation(row),
      at: readInstant(date(row), order),
    }
    return contact(table, row, { ...sides, ...told, written: date(row) }, distinct)
  }
}

function invitationRows(table: Table): (row: Row) => Item {
  const cell = (...names: string[]) => column(table, ...names)
  const date = cell('Sent At', 'Date Sent')
  const order = slashOrder(table.rows.map(date))
  const [from, to] = [cell('From'), cell('To')]
  const [inviter, invitee] = [cell('inviterProfileUrl'), cell('inviteeProfileUrl')]
  const distinct = numbering()
  return (row) => {
    const invited = party(to(row), invitee(row))
    const sides = { from: party(from(row), inviter(row)), to: invited ? [invited] : [] }
    const told = {
      channel: 'connection-request' as const,
      at: readInstant(date(row), order),
      written: date(row),
    }
    return contact(table, row, { ...sides, ...told }, distinct)
  }
}

type ReadContact = Pick<ContactFact, 'channel'> & {
  from: Party | null
  to: Party[]
  at: string | null
  /** The date as it stands in the file. */
  written: string
  conversation?: string
}

function contact(table: Table, row: Row, read: ReadContact, distinct: (key: string) => string): Item {
  const { channel, conversation, from, to, at, written } = read
  if (!from || to.length === 0) return { at: place(row), skipped: 'no longer said from whom or to whom' }
  if (at === null) {
    const because = shifted(table, row) ?? (written ? `"${written}" is not a date` : 'no date')
    return { at: place(row), rejected: because }
  }
  const key = distinct([channel, conversation ?? '', identity(from), ...to.map(identity), at].join('|'))
  return {
    at: place(row),
    fact: { kind: 'contact', key, channel, ...(conversation && { conversation }), from, to, at },
  }
}

function recommendationRows(table: Table, direction: RecommendationFact['direction']): (row: Row) => Item {
  const [first, last] = [textColumn(table, 'First Name'), textColumn(table, 'Last Name')]
  const [company, title] = [textColumn(table, 'Company'), textColumn(table, 'Job Title')]
  const date = column(table, 'Creation Date')
  const order = slashOrder(table.rows.map(date))
  const distinct = numbering()
  return (row) => {
    const name = fullName(first(row), last(row))
    if (name === '') return { at: place(row), skipped: 'no name' }
    const on = readDate(date(row), order)
    const key = distinct(`${direction}|${personMatch(name)}|${on ?? ''}`)
    const about = {
      ...(company(row) && { organization: company(row) }),
      ...(title(row) && { title: title(row) }),
    }
    const fact = {
      kind: 'recommendation' as const,
      key,
      direction,
      person: { name },
      ...about,
      ...(on && { on }),
    }
    return { at: place(row), fact }
  }
}

const isYes = (text: string): boolean => /^(yes|true)$/i.test(text)
const identity = ({ profileUrl, name }: Party): string => profileUrl ?? personMatch(name ?? '')
