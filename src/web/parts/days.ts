/** Days of the calendar where the user is. */
const DAY = 86_400_000

export const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** Today and so many days on, as a date. */
export function dayFromNow(days = 0): string {
  const now = new Date()
  const noon = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate(), 12)
  return new Date(noon + days * DAY).toISOString().slice(0, 10)
}
