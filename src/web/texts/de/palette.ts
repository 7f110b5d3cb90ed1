import type { palette as en } from '../en/palette.ts'
import type { Translated } from '../translated.ts'

export const palette: Translated<typeof en> = {
  palette: {
    search: 'Alles durchsuchen',
    short: 'Suchen',
    recent: 'Zuletzt geöffnet',
    go: 'Gehe zu',
    records: 'Personen, Organisationen, offene Stellen',
    nothing: 'Nichts passt.',
    keys: 'Tasten',
    tab: 'Zum nächsten Feld oder Link; mit Umschalt zurück',
    enter: 'Öffnen oder drücken',
    escape: 'Schließen, was obenauf liegt',
    close: 'Schließen',
  },
}
