import type { DebriefValues } from './form.ts'

// A form half-filled survives a reload: on this device, until it is sent.

const placeOf = (invitation: string) => `acquaint-debrief-${invitation}`

export function keptDraft(invitation: string): DebriefValues | null {
  try {
    return JSON.parse(localStorage.getItem(placeOf(invitation)) ?? 'null') as DebriefValues | null
  } catch {
    return null
  }
}

export const keepDraft = (invitation: string, values: DebriefValues): void =>
  localStorage.setItem(placeOf(invitation), JSON.stringify(values))

export const dropDraft = (invitation: string): void => localStorage.removeItem(placeOf(invitation))
