/** The parts of a pasted message: headers, greeting, body, signature; and who wrote it. */

import { soundsLikeTitle } from '../career/work-words.ts'
import type { Party } from '../records.ts'

export type Sender = Party & { title?: string; organization?: string }

export type MessageParts = {
  subject?: string
  /** When it was sent, as the header says. */
  sent?: string
  sender?: Sender
  /** Those it was written to: nobody one would meet. */
  addressed: string[]
  /** Without headers, greeting, signature and quoted lines. */
  body: string
}

const maxText = 50_000
const maxLine = 2000

const header =
  /^\*{0,2}(from|von|to|an|cc|subject|betreff|date|sent|datum|gesendet|reply-to)\*{0,2}:\*{0,2}\s*(.*)$/i
const greeting =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|liebe[r]?|guten (?:tag|morgen)|sehr geehrte[r]?|servus|moin)\b(?:,| (?=[^,!?:.–]{0,60}\?)| ((?:[^\s,!?:.–]+\.? ){0,4}[^\s,!?:.–]+(?= ?[,!:.–]| -|$)|[^\s,!?:.–]+))?[ ,!:.–-]*(.*)$/iu
const closing =
  /^(?:(?:all the |my )?best(?: (?:regards|wishes))?|(?:kind|warm|many|kindest|warmest)?\s*regards|cheers|thanks(?: (?:again|a lot|so much|in advance))?|thank you|many thanks|sincerely(?: yours)?|yours(?: sincerely| truly)?|talk soon|looking forward|(?:viele|beste|liebe|herzliche|schöne) grüße|freundliche grüße|mit (?:freundlichen|besten) grüßen|vg|lg|mfg|gruß|--)(?: (?:aus|from) \p{L}+)?[,!.]*(?:\s+(.*))?$/iu
const chat =
  /^(?:\[(\d[^\]]{5,30})\]|(\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d\d(?: ?[ap]m)?)) ?(?:- )?([^:]{2,40}): (.*)$/i
const inMail =
  /^(.{3,60}?) (?:sent the following messages? at|hat um .* die folgende nachricht gesendet)\b.*$/i
const email = /[^\s@<>"():;,]+@[^\s@<>"():;,]+\.[a-z]{2,}/i

export function partsOf(text: string): MessageParts {
  const lines = text
    .slice(0, maxText)
    .split(/\r\n|\n|\r/)
    .map((line) =>
      line
        .slice(0, maxLine)
        .replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, ' ')
        .trim(),
    )
    .filter((line) => !line.startsWith('>'))
  const { fields, rest } = headersOf(lines)
  const chatted = chatOf(rest)
  const { signature, above } = signatureOf(chatted.lines)
  const { body, addressed } = greetingOf(above)
  const sender = merged(addressIn(fields.get('from') ?? ''), chatted.sender, signature, introducedIn(body))
  return {
    subject: fields.get('subject'),
    sent: fields.get('sent'),
    ...(sender && { sender }),
    addressed: [...addressed, ...namesIn(fields.get('to') ?? '')],
    body,
  }
}

const sameField: Record<string, string> = {
  von: 'from',
  an: 'to',
  betreff: 'subject',
  date: 'sent',
  datum: 'sent',
  gesendet: 'sent',
}

function headersOf(lines: string[]): { fields: Map<string, string>; rest: string[] } {
  const fields = new Map<string, string>()
  let at = 0
  for (; at < lines.length; at += 1) {
    const match = header.exec(lines[at] ?? '')
    if (!match && (lines[at] !== '' || fields.size > 0)) break
    const name = match?.[1]?.toLowerCase()
    if (name && match?.[2]) fields.set(sameField[name] ?? name, match[2])
  }
  return { fields, rest: lines.slice(at) }
}

/** Lines copied from a chat or from LinkedIn carry the name of who wrote them. */
function chatOf(lines: string[]): { lines: string[]; sender?: Sender } {
  let name: string | undefined
  const plain = lines.map((line) => {
    const match = chat.exec(line)
    const sent = match ? undefined : inMail.exec(line)?.[1]
    name ??= (match?.[3] ?? sent)?.trim()
    return match ? (match[4] ?? '') : sent ? '' : line
  })
  return { lines: plain, ...(name && isPersonName(name) && { sender: { name } }) }
}

function signatureOf(written: string[]): { signature: Sender | undefined; above: string[] } {
  const lines = written.flatMap(partedClosing)
  const casual = casualName(lines)
  if (casual) return casual
  const at = lines.findLastIndex((line) => {
    const match = closing.exec(line)
    return match !== null && (!match[1] || startsWithName(match[1]))
  })
  if (at === -1) return { signature: undefined, above: lines }
  const sameLine = closing.exec(lines[at] ?? '')?.[1]
  const below = [sameLine ?? '', ...lines.slice(at + 1)].filter(Boolean).slice(0, 8)
  return { signature: signatureLines(below), above: lines.slice(0, at) }
}

/** "– Sam, CTO" or "x Beth @ Paperplane Studio" as the last words; a list of people ends with such a line, too. */
function casualName(lines: string[]): { signature: Sender | undefined; above: string[] } | undefined {
  const at = lines.findLastIndex((line) => line !== '')
  const [, text, mark, name] =
    /^(?:(.*[.!?)]) )?(–|—|-|x{1,3}) ?(\p{Lu}.{1,60})$/u.exec(lines[at] ?? '') ?? []
  const isList = !text && lines.slice(0, at).some((line) => mark !== undefined && line.startsWith(mark))
  const signature = name && !isList ? signatureLines([name]) : undefined
  return signature && { signature, above: [...lines.slice(0, at), text ?? ''] }
}

/** "See you then. Cheers, Sam Lund" on one line. */
function partedClosing(line: string): string[] {
  const at = line.search(/(?<=[.!?] )\p{Lu}[^.!?]{2,90}$/u)
  const end = line.slice(at)
  const name = closing.exec(end)?.[1]
  return at > 0 && name && startsWithName(name) ? [line.slice(0, at), end] : [line]
}

const legalForm = /^\p{Lu}.{1,50} (?:GmbH|AG|SE|KG|Inc|Ltd|LLC|LLP|plc)\.?$/u

/** Before a name: by order of, for, signed. */
const clerk = /^(?:i\. ?[AV]\.|ppa\.|gez\.) ?/i

function startsWithName(text: string): boolean {
  const name = text.replace(clerk, '').split(/\s*[,|–(@]/)[0] ?? ''
  return isPersonName(name) || /^\p{Lu}[\p{L}-]+$/u.test(name)
}

function signatureLines([first = '', ...more]: string[]): Sender | undefined {
  const [name = '', sameLine] = first
    .replace(clerk, '')
    .replace(/^(\S+(?: \S+)?) \(([^()]+)\)$/, '$1, $2')
    .split(/\s*(?:[,|–]| @ )\s*(.*)/)
  if (!startsWithName(name)) return undefined
  const firm = / @ ([\p{Lu}\d][^@:+,|]{1,40})$/u.exec(first)?.[1] ?? more.find((line) => legalForm.test(line))
  const lines = [sameLine ?? '', ...more.filter((line) => !closing.test(line))].filter(Boolean)
  const work = lines.findIndex(
    (line) => soundsLikeTitle(line) || /\btalent|recruit|\bHR\b|people\b/i.test(line),
  )
  const address = lines.map((line) => email.exec(line)?.[0]).find(Boolean)
  return {
    name,
    ...(firm && { organization: firm }),
    ...workIn(lines, work),
    ...(address && { email: address.toLowerCase() }),
  }
}

const introduction =
  /(?<!\p{L})(?:i am|i['’]m|my name is|this is|ich bin|mein name ist|hier ist|hier schreibt)(?: die| der)? (\p{Lu}[\p{L}'’-]+(?: (?:van|von|de|der|den|\p{Lu}[\p{L}'’-]+)){1,3})(?: \(([^()]{2,60})\))?(.{0,100})/iu

/** "I'm Lena Fischer, Head of Data at Vertex", "mein Name ist ..." at the beginning: the name, then the work. */
function introducedIn(body: string): Sender | undefined {
  const match = introduction.exec(body.slice(0, 300))
  // The pattern is read without case, so that the capitals are looked at here.
  const name = /^(?:(?:van|von|de|der|den|\p{Lu}[\p{L}'’-]+)(?: |$))+/u.exec(match?.[1] ?? '')?.[0].trim()
  if (!match || !name || !isPersonName(name)) return undefined
  const said =
    match[2] ??
    /^(?:, (?:und )?(?:ich bin )?|, i['’]m | and i['’]m | und )(.*)$/iu.exec(match[3] ?? '')?.[1] ??
    ''
  const title = said
    .split(/ (?:at|with|from|bei|von|der)(?= )|[,.;!?\n]/)[0]
    ?.replace(/^(?:the|a|an|die|der|ein|eine) /i, '')
    .trim()
  return { name, ...(title && soundsLikeTitle(title) && { title }) }
}

/** "Talent Partner, Harbor Search", "CTO at Northwind", or the firm on the line below. */
function workIn(lines: string[], at: number): Pick<Sender, 'title' | 'organization'> {
  const line = lines[at]
  if (line === undefined || line.length > 100) return {}
  const [title = '', firm] = line.split(/\s*(?:,| at | @ | bei |\||·| [–—-] )\s*(.*)/)
  const below = lines[at + 1] ?? ''
  const organization = firm || (/^[\p{Lu}\d][^@:+/\d]{1,40}$/u.test(below) ? below : undefined)
  return { title, ...(organization && { organization: organization.split(/[,|·]/)[0]?.trim() }) }
}

function greetingOf(lines: string[]): { body: string; addressed: string[] } {
  const at = lines.findIndex((line) => line !== '')
  const match = greeting.exec(lines[at] ?? '')
  if (!match) return { body: lines.join('\n').trim(), addressed: [] }
  const body = [match[2] ?? '', ...lines.slice(at + 1)].join('\n').trim()
  return { body, addressed: namesIn(match[1] ?? '') }
}

function namesIn(text: string): string[] {
  const plain = text.replace(/<[^>]*>|\b(?:herr|frau|mr|mrs|ms|dr)\b\.?/gi, '')
  return plain
    .split(/[,;&]| and | und /)
    .map((name) => name.trim())
    .filter((name) => /^\p{Lu}/u.test(name))
}

/** `"Katz, Nina" <nina@x.test>`, `Nina Katz`, `nina@x.test`. */
function addressIn(text: string): Sender | undefined {
  const address = email.exec(text)?.[0].toLowerCase()
  const shown = text
    .replace(/[<[(].*$/, '')
    .replace(email, '')
    .replace(/["']/g, '')
    .trim()
  const name = shown.replace(/^([^,]+), (.+)$/, '$2 $1')
  return isPersonName(name) || address
    ? { ...(isPersonName(name) && { name }), ...(address && { email: address }) }
    : undefined
}

/** Two to four words that may be a person's name. */
export function isPersonName(text: string): boolean {
  return (
    /^\p{Lu}[\p{L}'’.-]*(?: (?:van|von|de|der|den|da|di|la|le|al|bin|\p{Lu}[\p{L}'’.-]*)){1,3}$/u.test(
      text,
    ) && !soundsLikeTitle(text)
  )
}

/** The fuller name counts: "Nina" below the text, "Nina Katz" above it. */
function merged(...senders: (Sender | undefined)[]): Sender | undefined {
  const known = senders.filter((sender) => sender !== undefined)
  if (known.length === 0) return undefined
  const names = known
    .flatMap(({ name }) => name ?? [])
    .sort((a, b) => b.split(' ').length - a.split(' ').length)
  return { ...Object.assign({}, ...known), ...(names[0] && { name: names[0] }) }
}
