/** When a message asks to meet. */
import {
  fixedZone,
  ianaName,
  ianaZone,
  systemZoneName,
  toInstant,
  utc,
  utcTime,
  type Zone,
} from '../calendar/zone.ts'

/** `startsAt` is an instant, or a day where no time is given. `sure`: year, day and time stand in the text. */
export type When = { startsAt: string; timeZone?: string; sure: boolean }

const day = 86_400_000
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const german: Record<string, string> = {
  mär: 'mar',
  mrz: 'mar',
  mae: 'mar',
  mai: 'may',
  okt: 'oct',
  dez: 'dec',
  jän: 'jan',
}
const weekdays = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa']
const germanWeekdays: Record<string, string> = { so: 'su', di: 'tu', mi: 'we', do: 'th' }

const weekday =
  '(?<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\\b\\.?)'
const month =
  '(?<month>jan(?:uary|uar)?|jänner|feb(?:ruary|ruar)?|mar(?:ch)?|märz?|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)\\.?'
const year = '(?:,? (?<year>20\\d\\d))?'

const datePatterns = [
  `(?:${weekday},? (?:the |den |dem )?)?(?<date>[0-3]?\\d)(?:\\.|st|nd|rd|th)? (?:of )?${month}(?![\\p{L}])${year}`,
  `(?:${weekday},? )?(?<!\\p{L})${month} (?<date>[0-3]?\\d)(?:st|nd|rd|th)?(?![\\d:])${year}`,
  `(?<year>20\\d\\d)-(?<number>[01]\\d)-(?<date>[0-3]\\d)`,
  `(?:${weekday},? (?:den |dem )?)?(?<![\\d.])(?<date>[0-3]?\\d)\\.(?<number>[01]?\\d)\\.(?<year>20\\d\\d|\\d\\d)?(?![\\d.])`,
].map((source) => new RegExp(source, 'giu'))

/**
 * "Tuesday" and "this Tuesday" are the coming one, "Tuesday next week" is the one of the next week from Monday on.
 * "next Tuesday" is not the same day to everybody, unless the coming one is in the next week already.
 */
const relative = new RegExp(
  `(?<!last |every |letzten |jeden )(?<!\\p{L})(?:(?<word>tomorrow|morgen(?! früh)|today|heute)|(?<week>next week,?(?: on)?|nächste woche|kommende woche)?(?<next>(?<!\\p{L})(?:next|nächsten?|kommenden?) )? ?(?<!\\p{L})${weekday}(?<week2> next week| nächste[rn]? woche)?)(?!\\p{L})`,
  'giu',
)

const clock =
  /(?<![\d:.])(?:(?<h>[01]?\d|2[0-3])[:.](?<m>[0-5]\d)(?!\.?\d)(?: ?(?<half>[ap])\.?m\b\.?)?(?: ?uhr)?|(?<h2>1[0-2]|0?[1-9]) ?(?<half2>[ap])\.?m\b\.?|(?<h3>[01]?\d|2[0-3]) ?(?:uhr|h)\b|\b(?<noon>noon)\b)/giu

/** "at 3", "um 10": read only where no clearer time stands; by daylight, from seven in the morning on. */
const bareHour =
  /\b(?:at|around|um|gegen|ab) (?<bare>1[0-2]|[1-9])(?![\d:.]\d|\d|[\p{L}]| ?(?:%|people|uhr))/giu

/** "4-4.45pm": the half of the day stands at the end only. */
const rangeWithHalf =
  /(?<![\d:.])(1[0-2]|0?[1-9])([:.][0-5]\d)? ?(?:-|–|—|to) ?(1[0-2]|0?[1-9])([:.][0-5]\d)? ?([ap])\.?m\b/giu

/** The first day of work, or the last day to answer. */
const isOther =
  /\b(?:start(?:s|ing)?|start date|beginning|by|until|before|deadline|bis|ab|eintritt\p{L}*)\b:? ?(?:on |the |as of |from |zum |am )?$/iu

type Found = { start: number; end: number; local: number; sureYear: boolean }

/** The one time that the text names; undefined when it names none, or several to choose from. */
export function whenIn(said: string, now: Date): When | undefined {
  const text = said.replace(rangeWithHalf, bothHalves)
  const dates = datesIn(text, now)
  if (new Set(dates.map(({ local }) => local)).size !== 1) return undefined
  const [first] = dates
  if (!first) return undefined
  const near = dates.map(({ start, end }) => text.slice(Math.max(0, start - 40), end + 60))
  // "11.05." reads like a time, too.
  const bare = dates.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  )
  const around = dates.map(({ start, end }) => bare.slice(Math.max(0, start - 40), end + 60))
  const time = around.map(timeIn).find((found) => found !== undefined) ?? timeIn(bare)
  if (time === 'several') return undefined
  if (!time) return { startsAt: new Date(first.local).toISOString().slice(0, 10), sure: false }
  const zone = near.map(zoneIn).find(Boolean) ?? zoneIn(text)
  const instant = toInstant(
    first.local + time.minutes * 60_000,
    zone?.zone ?? ianaZone(systemZoneName()) ?? utc,
  )
  const named = zone?.timeZone ? { timeZone: zone.timeZone } : {}
  return { startsAt: new Date(instant).toISOString(), ...named, sure: first.sureYear && zone !== undefined }
}

function bothHalves(
  _: string,
  from: string,
  fromMinutes = '',
  to: string,
  toMinutes = '',
  half: string,
): string {
  const other = half.toLowerCase() === 'p' ? 'a' : 'p'
  // "11-1pm" begins in the morning.
  const crosses = Number(from) % 12 > Number(to) % 12
  return `${from}${fromMinutes}${crosses ? other : half}m - ${to}${toMinutes}${half}m`
}

function datesIn(text: string, now: Date): Found[] {
  const written = datePatterns
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .filter((match) => !isOther.test(text.slice(Math.max(0, match.index - 30), match.index)))
  if (written.length > 0) return written.flatMap((match) => dated(match, now) ?? [])
  return [...text.matchAll(relative)].flatMap((match) => related(match, now) ?? [])
}

function dated(match: RegExpExecArray, now: Date): Found | undefined {
  const groups = match.groups ?? {}
  const number = groups.number ? Number(groups.number) : monthNumber(groups.month ?? '')
  const years = groups.year ? [Number(groups.year.padStart(4, '20'))] : yearsFrom(now)
  const date = Number(groups.date)
  const local = years
    .map((one) => utcTime(one, number, date))
    .find(
      (time) =>
        new Date(time).getUTCDate() === date && time > now.getTime() - (groups.year ? 3650 : 1.5) * day,
    )
  if (local === undefined || number < 1 || number > 12) return undefined
  // A weekday that does not fit means that one of the two is wrong, and nobody knows which.
  if (groups.weekday && new Date(local).getUTCDay() !== weekdayNumber(groups.weekday)) return undefined
  return {
    start: match.index,
    end: match.index + match[0].length,
    local,
    sureYear: Boolean(groups.year || groups.weekday),
  }
}

function yearsFrom(now: Date): number[] {
  return [now.getUTCFullYear(), now.getUTCFullYear() + 1]
}

function monthNumber(name: string): number {
  const key = name.toLowerCase().slice(0, 3)
  return months.indexOf(german[key] ?? key) + 1
}

function weekdayNumber(name: string): number {
  const key = name.toLowerCase().slice(0, 2)
  return weekdays.indexOf(germanWeekdays[key] ?? key)
}

function related(match: RegExpExecArray, now: Date): Found | undefined {
  const { word, weekday: name, week, week2, next } = match.groups ?? {}
  const today = utcTime(now.getFullYear(), now.getMonth() + 1, now.getDate())
  const ahead = word
    ? /^to?m|^mo/i.test(word)
      ? 1
      : 0
    : (weekdayNumber(name ?? '') - new Date(today).getUTCDay() + 7) % 7
  const coming = word || ahead > 0 ? ahead : 7
  // Monday is 0.
  const toNextWeek = 7 - ((new Date(today).getUTCDay() + 6) % 7)
  const isNextWeek = Boolean(week ?? week2)
  if (next && !isNextWeek && coming < toNextWeek) return undefined
  const local = today + (isNextWeek && coming < toNextWeek ? coming + 7 : coming) * day
  return { start: match.index, end: match.index + match[0].length, local, sureYear: false }
}

type Time = { minutes: number; end: number } | 'several' | undefined

/** One time, or the first of a range ("10:00 - 11:00"). */
function timeIn(text: string): Time {
  const told = [...text.matchAll(clock)]
  const [first, ...more] = (told.length > 0 ? told : [...text.matchAll(bareHour)]).map((match) => ({
    minutes: minutesOf(match.groups ?? {}),
    start: match.index,
    end: match.index + match[0].length,
  }))
  if (!first) return undefined
  const second = more.find(({ minutes }) => minutes !== first.minutes)
  if (
    second &&
    !/^(?: ?[a-z]{2,4})? ?(?:-|–|—|to|until|bis)(?: about| ca\.)? ?$/i.test(
      text.slice(first.end, second.start),
    )
  )
    return 'several'
  return first
}

function minutesOf({ h, h2, h3, m, half, half2, noon, bare }: Record<string, string | undefined>): number {
  if (noon) return 720
  if (bare) return (Number(bare) < 7 ? Number(bare) + 12 : Number(bare)) * 60
  const hour = Number(h ?? h2 ?? h3)
  const halfOfDay = (half ?? half2)?.toLowerCase()
  const hours = halfOfDay ? (hour % 12) + (halfOfDay === 'p' ? 12 : 0) : hour
  return hours * 60 + Number(m ?? 0)
}

/** Abbreviations as people use them: "CET" in May means the time in Berlin, which is then CEST. */
const zoneNames: [RegExp, string][] = [
  [/\b(?:CES?T|MESZ|MEZ|Central European (?:Summer )?Time|deutscher Zeit|German time)\b/, 'Europe/Berlin'],
  [/\b(?:BST|UK time)\b/, 'Europe/London'],
  [/\b(?:E[SD]?T|Eastern(?: Time)?)\b/, 'America/New_York'],
  [/\b(?:P[SD]?T|Pacific(?: Time)?)\b/, 'America/Los_Angeles'],
  [/\b(?:C[SD]T|Central Time)\b/, 'America/Chicago'],
  [/\b(?:M[SD]T|Mountain Time)\b/, 'America/Denver'],
  [/\b(?:EES?T)\b/, 'Europe/Helsinki'],
  [/\b(?:UTC|GMT)\b(?! ?[+-]\d)/, 'Etc/UTC'],
]

function zoneIn(text: string): { zone: Zone; timeZone?: string } | undefined {
  const offset = /\b(?:UTC|GMT) ?[+-]\d{1,2}(?::?\d\d)?\b/.exec(text)?.[0]
  const fixed = offset && fixedZone(offset)
  if (fixed) return { zone: fixed }
  const iana = /\b[A-Z][a-z]+\/[A-Z][A-Za-z_]+\b/.exec(text)?.[0]
  const city =
    /\b(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?) time\b/u.exec(text)?.[1] ??
    /\b(\p{Lu}\p{L}+)er Zeit\b/u.exec(text)?.[1] ??
    /(?:m|\d|uhr) \((\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)\)/iu.exec(text)?.[1]
  const known = zoneNames.find(([pattern]) => pattern.test(text))?.[1]
  const timeZone = ianaName(iana ?? '')?.name ?? known ?? ianaName(city ?? '')?.name
  const zone = timeZone ? ianaZone(timeZone) : undefined
  return timeZone && zone ? { zone, timeZone } : undefined
}
