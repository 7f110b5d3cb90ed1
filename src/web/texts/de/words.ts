// Kleine Teile deutscher Sätze.

export const zahl = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`
export const vorname = (name: string): string => name.split(' ')[0] ?? name
export const und = (parts: string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} und ${parts.at(-1)}`

export const stellen = (n: number): string => zahl(n, 'offene Stelle', 'offene Stellen')
export const leute = (n: number): string => zahl(n, 'Person', 'Personen')
export const organisationen = (n: number): string => zahl(n, 'Organisation', 'Organisationen')
export const tueren = (n: number): string => zahl(n, 'Tür', 'Türen')
