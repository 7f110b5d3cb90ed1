/** Dates as exports and spreadsheets write them, as precise as they are. */

import type { PartialDate } from '../records.ts'

/** What `3/4/23` means: the fourth of March in a LinkedIn export (US), the third of April in a list saved in Europe. */
export type SlashOrder = 'month-first' | 'day-first'

export type Period = { from?: PartialDate; to?: PartialDate; current?: boolean }

type Parts = { year: string; month?: string | undefined; day?: string | undefined }

/** Names and abbreviations in English, German, French, Spanish, Italian, Portuguese and Dutch, without accents. */
const MONTH_NAMES = [
  'january jan janvier janv januar januari jaenner janner enero ene gennaio gen janeiro',
  'february feb fevrier fevr fev februar febrero febbraio fevereiro februari',
  'march mar mars marz maerz marzo maart mrt marco mrz',
  'april apr avril avr abril abr aprile',
  'may mai mayo maggio mag maio mei',
  'june jun juin juni junio giugno giu junho',
  'july jul juillet juil juli julio luglio lug julho',
  'august aug aout agosto ago augustus',
  'september sep sept septembre septiembre settembre set setembro',
  'october oct octobre oktober okt octubre ottobre ott outubro out',
  'november nov novembre noviembre novembro',
  'december dec decembre dezember dez diciembre dic dicembre dezembro',
]

const MONTHS = new Map(
  MONTH_NAMES.flatMap((names, i) => names.split(' ').map((name) => [name, i + 1] as const)),
)

const WORD = '(?<month>\\p{L}+)\\.?'
const OF = "(?:de |del |d’|d')?"
const DAY = '(?<day>\\d{1,2})'
const YEAR = '(?<year>\\d{4})'
const SHORT_YEAR = '(?<year>\\d{4}|\\d{2})'

/** One pattern a way of writing; the first that fits decides. */
const PATTERNS = [
  `${YEAR}(?:([-/.])(?<month>\\d{1,2})(?:\\2${DAY})?)?`,
  `${DAY}\\. ?(?<month>\\d{1,2})\\. ?${SHORT_YEAR}`,
  `${DAY}-(?<month>\\d{1,2})-${YEAR}`,
  `${DAY}(?:\\.|st|nd|rd|th|er|º)?[ -]${OF}${WORD}[ -]${OF}${SHORT_YEAR}`,
  `${WORD}[ -]${DAY}(?:st|nd|rd|th)?,?[ -]${YEAR}`,
  `${WORD} ${OF}${YEAR}`,
  `${WORD}-${SHORT_YEAR}`,
  `(?<month>\\d{1,2})[/.]${YEAR}`,
].map((pattern) => new RegExp(`^${pattern}$`, 'iu'))

const SLASHED: Record<SlashOrder, RegExp> = {
  'month-first': new RegExp(`^(?<month>\\d{1,2})/${DAY}/${SHORT_YEAR}$`),
  'day-first': new RegExp(`^${DAY}/(?<month>\\d{1,2})/${SHORT_YEAR}$`),
}

const LASTING =
  /^(?:present|now|today|current|ongoing|(?:bis )?heute|aktuell|actuel|(?:à )?ce jour|actualidad|oggi|atual)$/i

const TIME = /,?\s*T?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([AP])?\.?M?\.?(?!(?!Z)[\p{L}\d])/iu
const ZONE = /\s*(?:UTC|GMT|Z)?\s*([+-]\d{2}):?(\d{2})?$|\s*\b(?:UTC|GMT|Z)\b\s*/
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/i

/** Whether the end of a period says that there is none yet: "present", "heute". */
export const isLasting = (text: string): boolean => LASTING.test(text.trim())

/** The day, month or year that a text tells; null if it is no date. A time of day in it is passed over. */
export function readDate(text: string, order: SlashOrder = 'month-first'): PartialDate | null {
  return dateOnly(cutTime(text).day, order)
}

/** The instant that a text tells, as ISO in UTC; without a zone it is UTC, without a time midnight. */
export function readInstant(text: string, order: SlashOrder = 'month-first'): string | null {
  const { day, clock } = cutTime(text)
  const date = dateOnly(day, order)
  if (date?.length !== 10 || clock === null) return null
  return new Date(Date.parse(`${date}T00:00:00Z`) + clock * 1000).toISOString()
}

/** How a column writes slashed dates: day first only if some date allows nothing else, and none forbids it. */
export function slashOrder(cells: Iterable<string>): SlashOrder {
  let dayFirst = false
  for (const cell of cells) {
    const match = /^\s*(\d{1,2})\/(\d{1,2})\//.exec(cell)
    if (match && Number(match[2]) > 12) return 'month-first'
    if (match && Number(match[1]) > 12) dayFirst = true
  }
  return dayFirst ? 'day-first' : 'month-first'
}

/**
 * From when to when. Without an end it lasts: that is how careers are written.
 * An end that cannot be read is still an end, unless it says "present".
 */
export function readPeriod(from: string, to: string, order: SlashOrder = 'month-first'): Period {
  const since = readDate(from, order)
  const until = readDate(to, order)
  const lasts = to.trim() === '' || isLasting(to)
  return { ...(since && { from: since }), ...(until ? { to: until } : { current: lasts }) }
}

/** The text without its time of day, and that as seconds after midnight UTC; null if there is no such time. */
function cutTime(text: string): { day: string; clock: number | null } {
  const plain = text.trim().replace(/\s+/gu, ' ').replace(WEEKDAY, '')
  const time = TIME.exec(plain)
  if (!time) return { day: plain, clock: 0 }
  const after = plain.slice(time.index + time[0].length)
  const zone = ZONE.exec(after)
  const rest = `${plain.slice(0, time.index)} ${zone ? after.replace(zone[0], ' ') : after}`
  const clock = secondsOf(time)
  return { day: rest.replace(/\s+/g, ' ').trim(), clock: clock === null ? null : clock - offsetOf(zone) }
}

function secondsOf([, hours, minutes, seconds = '0', half]: RegExpExecArray): number | null {
  const hour = Number(hours)
  if (Number(minutes) > 59 || Number(seconds) > 60 || hour > (half ? 12 : 23)) return null
  const noon = half?.toUpperCase() === 'P' ? 12 : 0
  return ((half ? (hour % 12) + noon : hour) * 60 + Number(minutes)) * 60 + Number(seconds)
}

/** Seconds east of UTC. */
function offsetOf(zone: RegExpExecArray | null): number {
  const [, hours, minutes = '0'] = zone ?? []
  if (hours === undefined) return 0
  const size = Math.abs(Number(hours)) * 3600 + Number(minutes) * 60
  return hours.startsWith('-') ? -size : size
}

function dateOnly(day: string, order: SlashOrder): PartialDate | null {
  for (const pattern of [SLASHED[order], ...PATTERNS]) {
    const groups = pattern.exec(day)?.groups
    if (groups) return assemble(groups as Parts)
  }
  return null
}

function assemble({ year, month, day }: Parts): PartialDate | null {
  const y = fullYear(year)
  if (y < 1900 || y > 2100) return null
  if (month === undefined) return String(y)
  const m = monthNumber(month)
  if (m < 1 || m > 12) return null
  if (day === undefined) return `${y}-${two(m)}`
  const lastDay = new Date(Date.UTC(y, m, 0)).getUTCDate()
  return Number(day) >= 1 && Number(day) <= lastDay ? `${y}-${two(m)}-${two(Number(day))}` : null
}

/** Two digits: LinkedIn began in 2003, a career not before 1970. */
function fullYear(year: string): number {
  const n = Number(year)
  if (year.length === 4) return n
  return n < 70 ? 2000 + n : 1900 + n
}

function monthNumber(month: string): number {
  if (/^\d/.test(month)) return Number(month)
  return MONTHS.get(month.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()) ?? 0
}

const two = (n: number): string => String(n).padStart(2, '0')
