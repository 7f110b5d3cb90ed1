/** ORGANIZER and ATTENDEE as attendees. */

import type { Attendee } from '../records.ts'
import type { Property } from './property.ts'

/** Undefined when neither a name nor an address is told. */
export function attendeeOf({ params, value }: Property): Attendee | undefined {
  const address = addressIn(value)
  const email = emailIn(params.EMAIL) ?? address.email ?? emailIn(params.CN)
  const name = nameOf(params.CN, email) ?? nameOf(address.name, email)
  if (!name && !email && !address.profileUrl) return undefined
  const party: Attendee = { name, email, profileUrl: address.profileUrl }
  const rest = { cutype: word(params.CUTYPE), role: word(params.ROLE), partstat: word(params.PARTSTAT) }
  return defined({ ...party, ...rest })
}

/** The same object without the fields that are not known. */
export function defined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T
}

function word(text: string | undefined): string | undefined {
  return text?.replace(/[^A-Za-z0-9-]/g, '').toUpperCase() || undefined
}

/** `MAILTO:a@b`, `"mailto:a@b"`, `a@b`, `Name <a@b>`, a profile's URL, or something that is no address. */
function addressIn(value: string): { name?: string; email?: string; profileUrl?: string } {
  const text = value.replace(/^[\s"']+|[\s"']+$/g, '')
  if (/^https?:\/\/([a-z]+\.)?linkedin\.com\/in\//i.test(text)) return { profileUrl: text }
  const uri = unescaped(text.replace(/^mailto:\s*/i, '').replace(/\?.*$/, ''))
  const angle = /^([^<>]{0,200})<([^<>\s]{3,254})>$/.exec(uri)
  return { email: emailIn(angle?.[2] ?? uri), name: angle?.[1] }
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function emailIn(text = ''): string | undefined {
  const email = text.replace(/^\s*mailto:/i, '').trim()
  return email.length <= 254 && /^[^\s@<>"():;,]+@[^\s@<>"():;,]+$/.test(email)
    ? email.toLowerCase()
    : undefined
}

/** A person's name in its usual order, without the address that Outlook appends; none when nothing but an address is left. */
export function nameOf(text: string | undefined, email: string | undefined): string | undefined {
  const name = (text ?? '')
    .slice(0, 500)
    .replace(/\s*[<([][^<>()[\]]*@[^<>()[\]]*[>)\]]/g, '')
    .replace(/^[\s"']+|[\s"',;]+$/g, '')
    .replace(/\s+/g, ' ')
  if (name === '' || name.toLowerCase() === email || emailIn(name)) return undefined
  return inOrder(name)
}

/** "Doe, John" as directories write it -> "John Doe"; "Lee, MBA" and "Acme, 2014" stay. */
function inOrder(name: string): string {
  const match = /^(\p{Lu}[^,\d]{0,60}), ?(\p{Lu}[^,\d]{0,60})$/u.exec(name)
  const [, family = '', given = ''] = match ?? []
  if (!match || /^[\p{Lu}.]{2,}$/u.test(given) || /^(Ph\.?D|Jr|Sr|Dr|Inc|Ltd|LLC|GmbH)\b/i.test(given))
    return name
  return given.split(' ').length > 3 ? name : `${given} ${family}`
}
