import type { prepare as en } from '../en/prepare.ts'
import type { Translated } from '../translated.ts'

import { zahl } from './words.ts'

export const prepare: Translated<typeof en> = {
  prepare: {
    title: (name) => `Vorbereiten: ${name}`,
    back: 'Zurück zur Einladung',
    calendar: 'In meinen Kalender',
    print: 'Drucken',
    room: 'Am Tisch',
    whenWhere: 'Wann und wo',
    yours: 'nach Ihrer Uhr',
    theirs: 'nach der Uhr am Ort',
    lasts: (minutes) => zahl(minutes, 'Minute', 'Minuten'),
    left: (days) => (days === 0 ? 'Heute.' : days === 1 ? 'Morgen.' : `Noch ${days} Tage.`),
    noPlace: 'Noch kein Ort.',
    round: (round) => `Runde ${round}`,
    plan: 'Bevor Sie gehen',
    planSays: 'Wofür die Zeit noch reicht.',
    noDate: 'Sobald ein Termin feststeht, erscheint hier ein Plan für die Tage davor.',
    until: (day) => `bis ${day}`,
    history: 'Frühere Stationen',
    noHistory: 'Noch nicht bekannt.',
    since: (from) => `seit ${from}`,
    now: 'jetzt',
    tie: 'Woher Sie sich kennen',
    noTie: 'Sie sind sich noch nicht begegnet.',
    common: 'Wen Sie beide kennen',
    noCommon: 'Niemand bekannt.',
    notes: 'Notizen',
    nobody: 'Noch ist niemand genannt.',
    ask: 'Zu fragen',
    owed: 'Was Sie schulden, oder man Ihnen',
    due: (day) => `bis ${day}`,
  },
  letter: {
    open: 'Schreiben',
    text: (name) => (name ? `An ${name}` : 'Der Text'),
    cites: {
      'promised-to-me': 'Der Text nennt, was man Ihnen versprochen hat.',
      'promised-by-me': 'Der Text nennt, was Sie versprochen haben.',
      opening: 'Der Text nennt die erwähnte offene Stelle.',
      role: 'Der Text nennt, was über die Position gesagt wurde: Ergänzen Sie etwas, das Ihnen in Erinnerung ist.',
      meeting: 'Noch lässt sich nichts Bestimmtes nennen: Ergänzen Sie etwas, das Ihnen in Erinnerung ist.',
    },
    mail: 'Im Mailprogramm öffnen',
    sent: 'Ich habe es versandt',
    noted: 'Notiert: versandt.',
    sentOn: (day) => `Versandt am ${day}:`,
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
