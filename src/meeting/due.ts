import { said } from '../language.ts'
import { Refusal } from '../refusal.ts'
import { checkZone, momentOf } from './moment.ts'

// When something falls due: a day, or a time on the clock of a zone. A day is a day wherever one is; a time stays what
// its clock shows, also when that clock is put forward or back in between.

export type Due = { due_on: string; due_time: string | null; time_zone: string | null }

/** "2026-03-29" or "2026-03-29 09:00": what an event keeps of it. */
export const dueText = ({ due_on, due_time }: Due): string => (due_time ? `${due_on} ${due_time}` : due_on)

/** The instant of a due time; null for a whole day. */
export function dueAt({ due_on, due_time, time_zone }: Due): Date | null {
  if (due_time === null || time_zone === null) return null
  const { startsAt } = momentOf(`${due_on} ${due_time}`, time_zone)
  return new Date(startsAt!)
}

export const isDue = (due: Due, now: Date): boolean => {
  const at = dueAt(due)
  return at === null ? due.due_on <= now.toISOString().slice(0, 10) : at.getTime() <= now.getTime()
}

/** @throws Refusal for a time without its zone, or a zone that does not exist. */
export function dueOf(day: string, time: string | undefined, timeZone: string | undefined): Due {
  if (time === undefined) return { due_on: day, due_time: null, time_zone: null }
  if (timeZone === undefined) {
    const sentence = {
      en: 'A time needs its time zone, such as Europe/Berlin.',
      de: 'Zu einer Uhrzeit gehört die Zeitzone, etwa Europe/Berlin.',
    }
    throw new Refusal('invalid-input', said(sentence), 'timeZone')
  }
  checkZone(timeZone)
  return { due_on: day, due_time: time, time_zone: timeZone }
}
