/** Mail messages (RFC 5322): their calendar parts, and nothing of what else was said. */
import { type AddressObject, type Attachment, type ParsedMail, simpleParser } from 'mailparser'
import type { ReadContext } from '../records.ts'
import { type CalendarFact, type Format, type Head, IntakeError, type Item, type Party } from '../records.ts'
import { type Envelope, readCalendar } from './calendar.ts'
import { decodeText } from './lines.ts'
import { defined, nameOf } from './party.ts'

export const mail: Format = {
  kind: 'mail',
  says: 'a mail message (.eml) with an invitation in it',
  recognizes,
  read: readMail,
}

/** A forwarded message holds the invitation one level deeper; more levels are no mail that people send. */
const maxForwards = 3

const fields =
  /^(From|To|Cc|Subject|Date|Message-ID|MIME-Version|Received|Return-Path|Delivered-To|Content-Type|Reply-To|DKIM-Signature|X-[\w-]+)[ \t]*:/i

/** At least three well-known fields among the lines before the first empty one, and nothing but fields there. */
function recognizes({ text }: Head): boolean {
  const [header = ''] = text.replace(/^[\uFEFF\s]+/, '').split(/\r?\n\r?\n/, 1)
  const lines = header.split(/\r?\n/).filter((line) => !/^[ \t]/.test(line))
  const whole = header.length < text.length ? lines : lines.slice(0, -1)
  if (!whole.every((line) => /^[!-9;-~]+[ \t]*:/.test(line))) return false
  return new Set(whole.flatMap((line) => fields.exec(line)?.[1]?.toLowerCase() ?? [])).size >= 3
}

/** @throws IntakeError when the bytes are no message. */
async function* readMail(bytes: Uint8Array, context: ReadContext): AsyncGenerator<Item> {
  const seen = new Set<string>()
  let parts = 0
  for await (const { part, envelope } of calendarParts(bytes, context.name, 0)) {
    parts += 1
    yield* partItems(part, { ...context, name: `${context.name}, calendar part ${parts}` }, envelope, seen)
  }
  if (parts === 0) yield { at: 'message', skipped: 'a mail without a calendar part' }
}

type CalendarPart = { part: Uint8Array; envelope: Envelope }

async function* calendarParts(bytes: Uint8Array, name: string, depth: number): AsyncGenerator<CalendarPart> {
  const message = await parsed(bytes, name)
  const envelope = envelopeOf(message)
  for (const attachment of message.attachments) {
    if (isCalendar(attachment))
      yield { part: attachment.content, envelope: { ...envelope, ...methodOf(attachment) } }
    const isMail = attachment.contentType === 'message/rfc822'
    if (isMail && depth < maxForwards) yield* calendarParts(attachment.content, name, depth + 1)
  }
}

async function parsed(bytes: Uint8Array, name: string): Promise<ParsedMail> {
  const unread = { skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true, skipImageLinks: true }
  try {
    return await simpleParser(Buffer.from(bytes), unread)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new IntakeError(`${name}: is no readable mail message (${why})`)
  }
}

function isCalendar({ contentType, filename, content }: Attachment): boolean {
  if (/^(text\/(x-v?)?calendar|application\/(ics|calendar|x-ical))$/i.test(contentType)) return true
  return /\.(ics|vcs|ical)$/i.test(filename ?? '') && decodeText(content.subarray(0, 200)).includes('BEGIN:V')
}

function methodOf({ headers }: Attachment): Pick<Envelope, 'method'> {
  const type = headers.get('content-type')
  if (typeof type !== 'object' || type === null || !('params' in type)) return {}
  return { method: (type.params as Record<string, string>).method }
}

function envelopeOf(message: ParsedMail): Envelope {
  const [from] = partiesOf(message.from)
  const to = [message.to ?? [], message.cc ?? []].flat().flatMap(partiesOf)
  const at = message.date && !Number.isNaN(message.date.getTime()) ? message.date.toISOString() : undefined
  const mail: CalendarFact['mail'] = defined({ from, to: to.length > 0 ? to : undefined, at })
  return { mail }
}

function partiesOf(addresses: AddressObject | undefined): Party[] {
  const people = (addresses?.value ?? []).flatMap((one) => one.group ?? one)
  return people.flatMap(({ name, address }) => {
    const email = address?.toLowerCase() || undefined
    const party: Party = defined({ name: nameOf(name, email), email })
    return party.name || party.email ? [party] : []
  })
}

/** A part without a calendar in it spoils nothing; the same event in a second part (Gmail's invite.ics) counts once. */
function* partItems(
  part: Uint8Array,
  context: ReadContext,
  envelope: Envelope,
  seen: Set<string>,
): Generator<Item> {
  try {
    for (const item of readCalendar(part, context, envelope)) {
      const text = 'fact' in item ? JSON.stringify({ ...item.fact, mail: 0, method: 0 }) : undefined
      if (text !== undefined && seen.has(text)) continue
      if (text !== undefined) seen.add(text)
      yield item
    }
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error
    yield { at: context.name, rejected: 'the calendar part holds no calendar' }
  }
}
