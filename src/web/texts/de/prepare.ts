import type { prepare as en } from '../en/prepare.ts'
import type { Translated } from '../translated.ts'

export const prepare: Translated<typeof en> = {
  prepare: {
    title: (name) => `Vorbereiten: ${name}`,
    back: 'Zurück zur Einladung',
    calendar: 'In meinen Kalender',
    print: 'Drucken',
    room: 'Am Tisch',
    nobody: 'Noch ist niemand genannt.',
    ask: 'Zu fragen',
    owed: 'Was Sie schulden, oder man Ihnen',
    due: (day) => `bis ${day}`,
  },
  before: {
    ask: 'Wie sehr wollen Sie das?',
    low: 'kaum',
    high: 'sehr',
    once: 'Einmal gefragt, bevor Sie hingehen: Danach sehen Sie, was das Treffen verändert hat.',
    kept: 'Notiert. Mit Beginn des Treffens steht es fest.',
    locked: (value) =>
      value === null
        ? 'Das Treffen hat begonnen; wie sehr Sie es vorher wollten, wurde nicht gesagt.'
        : `Vor dem Treffen sagten Sie ${value} von 5. Das steht fest.`,
  },
}
