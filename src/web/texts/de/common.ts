import type { common as en } from '../en/common.ts'
import type { Translated } from '../translated.ts'

export const common: Translated<typeof en> = {
  language: 'de',
  waiting: 'Wird geladen …',
  you: 'Sie',
  yes: 'Ja',
  no: 'Nein',
  copy: 'Text kopieren',
  undo: 'Rückgängig',
  takeBack: 'Zurücknehmen',
  close: 'Schließen',
  copied: 'Kopiert',
  more: (n) => `${n} weitere zeigen`,
  problem: { title: 'Das hat nicht geklappt', again: 'Noch einmal versuchen' },
  notFound: {
    title: 'Diese Seite gibt es nicht',
    says: 'Die Adresse führt nirgendwohin. Weiter geht es mit',
  },
}
