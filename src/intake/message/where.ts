/** Where a message asks to meet. */

const labelled =
  /(?:^|[.;] )(?:\*{0,2})(?:location|where|place|venue|ort|wo|adresse|address)(?:\*{0,2}):(?:\*{0,2}) *(\S.{1,150})$/im
const link =
  /https:\/\/(?:[\w-]+\.)*(?:zoom\.us\/(?:j|my)|teams\.microsoft\.com\/l|teams\.live\.com\/meet|meet\.google\.com|webex\.com|whereby\.com)\/?[^\s<>"')]{0,500}/i
const software =
  /\b(?:via|on|over|per|über|by|in|ein(?:em|en)?|a) (?:a )?(zoom|(?:microsoft |ms )?teams|google meet|webex|skype|phone|telephone|telefon|video ?call|videocall|video conference)\b/i
const office = /\b(?:at|in|from) our ([\p{L}' -]{2,40}? )?offices?(?:,? (?:at|in|on) ([^.;\n]{3,100}))?/iu

const germanOffice =
  /\bin unsere[mn] (Büro|Räumen)(?: (?:in der|in|an der|am|im) ([^.;\n]{3,80}?))(?= statt\b|[.;\n]|$)/iu

/** What a label says, an office, a link to a call, or the kind of call; undefined when nothing is said. */
export function placeIn(text: string): string | undefined {
  const label = labelled.exec(text)?.[1]?.trim()
  if (label) return label.replace(/\.$/, '')
  const rooms = office.exec(text) ?? germanOffice.exec(text)
  if (rooms?.[2])
    return rooms[2].replace(/,? (?:(?:on|at|from) (?:\p{Lu}\p{Ll}+day|\d)|(?:for|to|with) ).*$/u, '').trim()
  if (rooms?.[1]) return `${rooms[1].trim()} office`
  const room = link.exec(text)?.[0]
  if (room) return room
  const by = software.exec(text)?.[1]
  return by && by.charAt(0).toUpperCase() + by.slice(1)
}
